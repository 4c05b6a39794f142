namespace Teahouse.Core.Tests.Transcripts;

public sealed class RegistrationTranscripts
{
    [Fact]
    public Task A_client_that_knows_nothing_new_registers_with_nick_and_user() => Transcript.RunAsync(
        """
        ann opens
        ann > NICK ann
        ann > USER ann 0 * :Ann of the house
        ann < :tea.example 001 ann :Welcome to the Tea Network, ann!~ann@*.ip.cloak
        ann < :tea.example 002 ann :Your host is tea.example, running version *
        ann < :tea.example 003 ann :This server was started *
        ann < :tea.example 004 ann tea.example * BRTiow CIMRUabefhiklmnoqstuv :Iabefhkloqv
        ann < :tea.example 005 ann * :are supported by this server
        ann < :tea.example 005 ann * :are supported by this server
        ann < :tea.example 005 ann * :are supported by this server
        ann < :tea.example 251 ann :There are 1 users and 0 invisible on 1 servers
        ann < :tea.example 252 ann 0 :operator(s) online
        ann < :tea.example 253 ann 0 :unknown connection(s)
        ann < :tea.example 254 ann * :channels formed
        ann < :tea.example 255 ann :I have 1 clients and 0 servers
        ann < :tea.example 265 ann 1 1 :*
        ann < :tea.example 266 ann 1 1 :*
        ann < :tea.example 422 ann :MOTD File is missing
        ann < none
        """);

    [Fact]
    public Task Negotiation_holds_registration_back_until_it_ends() => Transcript.RunAsync(
        """
        ann opens
        ann > CAP LS 302
        ann << :tea.example CAP * LS * :* draft/account-registration=before-connect,custom-account-name *
        ann << :tea.example CAP * LS :*
        ann > NICK ann
        ann > USER ann 0 * :Ann
        ann > CAP REQ :echo-message server-time
        ann < :tea.example CAP ann ACK :echo-message server-time
        ann > CAP LIST
        ann < :tea.example CAP ann LIST :cap-notify echo-message server-time
        ann > CAP END
        ann < @time=* :* 001 ann :*
        ann < ...
        """);

    [Fact]
    public Task Before_CAP_302_capabilities_have_no_values_and_cap_notify_is_not_assumed() => Transcript.RunAsync(
        """
        ann opens
        ann > CAP LS
        ann < :tea.example CAP * LS :account-notify * sasl * userhost-in-names *
        ann > CAP LIST
        ann < :tea.example CAP * LIST :
        ann > CAP LS 301
        ann < :tea.example CAP * LS :account-notify * sasl * userhost-in-names *
        ann > CAP REQ cap-notify
        ann < :tea.example CAP * ACK :cap-notify
        ann > CAP REQ -cap-notify
        ann < :tea.example CAP * ACK :-cap-notify
        ann > CAP LS 302
        ann << :tea.example CAP * LS * :*draft/account-registration=*
        ann << :tea.example CAP * LS :*
        ann > CAP REQ -cap-notify
        ann < :tea.example CAP * NAK :-cap-notify
        """);

    [Fact]
    public Task A_request_is_granted_whole_or_not_at_all() => Transcript.RunAsync(
        """
        ann connects
        ann > CAP REQ :server-time no-such-thing
        ann < :tea.example CAP ann NAK :server-time no-such-thing
        ann > CAP LIST
        ann < :tea.example CAP ann LIST :
        ann > CAP REQ :batch server-time
        ann < :tea.example CAP ann ACK :batch server-time
        ann > CAP REQ :-batch -server-time
        ann < :tea.example CAP ann ACK :-batch -server-time
        ann > CAP LIST
        ann < :tea.example CAP ann LIST :
        ann > CAP MEOW
        ann < :tea.example 410 ann MEOW :Invalid CAP subcommand
        ann > CAP END
        ann < none
        """);

    [Fact]
    public Task Before_registration_little_is_possible() => Transcript.RunAsync(
        """
        ann opens
        ann > JOIN #tea
        ann < :tea.example 451 * :You have not registered
        ann > MEOW
        ann < :tea.example 451 * :You have not registered
        ann > USER ann
        ann < :tea.example 461 * USER :Not enough parameters
        ann > NICK
        ann < :tea.example 431 * :No nickname given
        ann > NICK #ann
        ann < :tea.example 432 * #ann :Erroneous nickname
        ann > NICK :a b
        ann < :tea.example 432 * * :Erroneous nickname
        ann > NICK ann
        ann > PING here
        ann < :tea.example PONG tea.example :here
        ann > USER ann 0 * :Ann
        ann < :* 001 ann :*
        ann < ...
        ann > USER ann 0 * :Ann
        ann < :tea.example 462 ann :You may not reregister
        ann > PASS secret
        ann < :tea.example 462 ann :You may not reregister
        """);

    [Fact]
    public Task A_nick_is_held_once_also_in_another_case_and_another_look() => Transcript.RunAsync(
        """
        ann connects
        cat opens
        cat > NICK Ann
        cat > USER cat 0 * :Cat
        cat < :tea.example 433 * Ann :Nickname is already in use
        bob connects
        bob > NICK ANN
        bob < :tea.example 433 bob ANN :Nickname is already in use
        bob > NICK bob
        bob > NICK Bob
        bob < :bob!~bob@* NICK Bob
        bob > NICK 陈晓
        bob < :Bob!~bob@* NICK 陈晓
        bob < none
        ann drops
        bob > NICK ann
        bob < :陈晓!~bob@* NICK ann
        """);

    [Fact]
    public Task The_nick_of_an_account_is_for_who_is_logged_in_to_it() => Transcript.RunAsync(
        """
        account ann
        bob connects
        bob > NICK ann
        bob < :tea.example 433 bob ann :Nickname is reserved; log in to its account to use it
        ann2 connects as ann
        ann2 > WHOIS ann
        ann2 < :* 311 ann ann ~ann2 ann.cloak * :ann2 of the house
        ann2 < ...
        bob > NICK NickServ
        bob < :tea.example 433 bob NickServ :*
        """);

    [Fact]
    public Task The_servers_password_is_asked_for_before_anything() => Transcript.RunAsync(
        """
        ann opens
        ann > PASS wrong
        ann > NICK ann
        ann > USER ann 0 * :Ann
        ann < :tea.example 464 ann :Password incorrect
        ann < ERROR :Closing link: * (Bad password)
        ann ends
        bob opens
        bob > PASS oolong
        bob > NICK bob
        bob > USER bob 0 * :Bob
        bob < :* 001 bob :*
        bob < ...
        """, Stage.Options with { Password = "oolong" });

    [Fact]
    public Task Who_does_not_register_is_let_go() => Transcript.RunAsync(
        """
        ann opens
        time 61s
        ann < ERROR :Closing link: * (Registration timed out)
        ann ends
        """);

    [Fact]
    public Task A_silent_peer_is_asked_whether_it_lives() => Transcript.RunAsync(
        """
        ann joins #tea
        time 91s
        ann < PING tea.example
        ann > PONG tea.example
        time 60s
        ann < none
        time 60s
        ann < none
        time 91s
        ann < PING tea.example
        """);

    [Fact]
    public Task Who_does_not_answer_the_servers_PING_quits_for_that_reason() => Transcript.RunAsync(
        """
        ann joins #tea
        bob joins #tea
        bob > PRIVMSG #tea :tea?
        time 80s
        bob > PING here
        bob < ...
        time 12s
        time 80s
        bob > PING here
        bob < ...
        time 12s
        ann ends
        ann < :bob!* PRIVMSG #tea :tea?
        ann < PING tea.example
        ann < ERROR :Closing link: * (Ping timeout)
        bob < :ann!* QUIT :Ping timeout
        """);
}
