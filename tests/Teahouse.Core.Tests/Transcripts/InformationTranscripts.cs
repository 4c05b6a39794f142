namespace Teahouse.Core.Tests.Transcripts;

public sealed class InformationTranscripts
{
    [Fact]
    public Task The_servers_own_commands_answer() => Transcript.RunAsync(
        """
        ann connects
        ann > MOTD
        ann < :* 375 ann :*
        ann < :* 372 ann :*Welcome
        ann < :* 376 ann :*
        ann > MOTD other.example
        ann < :* 402 ann other.example :No such server
        ann > VERSION
        ann < :* 351 ann teahouse-* tea.example :*
        ann < :* 005 *
        ann < :* 005 *
        ann < :* 005 *
        ann > VERSION other.example
        ann < :* 402 *
        ann > LUSERS
        ann < :* 251 ann :There are 1 users and 0 invisible on 1 servers
        ann < ...
        ann > PING
        ann < :* 461 ann PING :*
        ann > PING :a b
        ann < :* PONG tea.example :a b
        ann > USERHOST ann nobody
        ann < :* 302 ann :ann=+~ann@*.ip.cloak
        ann > AWAY :out
        ann < :* 306 *
        ann > USERHOST ANN
        ann < :* 302 ann :ann=-~ann@*
        ann > SETNAME :Ann of the teapot
        ann > WHO ann
        ann < ...
        ann > WHOIS ann
        ann < :* 311 ann ann ~ann *.ip.cloak * :Ann of the teapot
        ann < :* 312 ann ann tea.example :A tea house
        ann < :* 671 ann ann :*
        ann < :* 301 ann ann :out
        ann < :* 317 ann ann 0 1800000000 :*
        ann < :* 338 ann ann ~ann@* 192.0.2.1 :is actually using
        ann < :* 379 ann ann :is using modes +
        ann < :* 318 ann ann :*
        """, Stage.Options with { Motd = ["Welcome"] });

    [Fact]
    public Task Setname_is_told_to_those_who_asked() => Transcript.RunAsync(
        """
        ann joins #tea with setname
        bob joins #tea with setname
        cat joins #tea
        ann > SETNAME :Ann
        ann < :ann!* SETNAME :Ann
        bob < :ann!* SETNAME :Ann
        cat < none
        cat > SETNAME :Cat
        cat < none
        bob < :cat!* SETNAME :Cat
        ann < :cat!* SETNAME :Cat
        ann > SETNAME :
        ann < :* FAIL SETNAME INVALID_REALNAME :*
        """);

    [Fact]
    public Task Who_and_whois_tell_what_the_asker_may_know() => Transcript.RunAsync(
        """
        account ann
        ann1 joins #tea as ann
        bob joins #tea
        eve connects
        eve > WHO #tea
        eve < :* 352 eve #tea ~* * tea.example * H* :0 *
        eve < :* 352 eve #tea ~* * tea.example * H* :0 *
        eve < :* 315 eve #tea :*
        ann1 > MODE #tea +s
        ann1 > MODE ann +i
        bob < ...
        ann1 < ...
        eve > WHO #tea
        eve < :* 315 eve #tea :*
        eve > WHO ann*
        eve < :* 315 eve ann* :*
        bob > WHO ann*
        bob < :* 352 bob #tea ~ann1 ann.cloak tea.example ann H@ :0 ann1 of the house
        bob < :* 315 *
        bob > WHO #tea %cuhnfa,42
        bob < :* 354 bob *
        bob < :* 354 bob *
        bob < :* 315 *
        eve > WHOIS ann
        eve < :* 311 eve ann ~ann1 ann.cloak * :ann1 of the house
        eve < :* 312 *
        eve < :* 330 eve ann ann :is logged in as
        eve < :* 671 *
        eve < :* 317 *
        eve < :* 318 eve ann :*
        bob > WHOIS ann
        bob < :* 311 *
        bob < :* 319 bob ann :@#tea
        bob < :* 312 *
        bob < :* 330 *
        bob < :* 671 *
        bob < :* 317 *
        bob < :* 318 *
        eve > WHOIS nobody
        eve < :* 401 eve nobody :*
        eve < :* 318 eve nobody :*
        eve > WHOIS
        eve < :* 431 *
        """);

    [Fact]
    public Task The_owners_link_makes_an_operator_of_an_account_once() => Transcript.RunAsync(
        """
        account ann
        ann1 connects as ann
        bob connects
        bob > OWNER x
        bob < :* FAIL OWNER ACCOUNT_REQUIRED :*
        ann1 > OWNER nonsense
        ann1 < :* FAIL OWNER INVALID_TOKEN :*
        ann1 > OWNER
        ann1 < :* 461 *
        """);
}
