using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Services;

public sealed class NickServTranscripts
{
    [Fact]
    public Task REGISTER_makes_an_account_called_like_who_asks() => Transcript.RunAsync(
        """
        ann connects
        ann > NS REGISTER x
        ann < :NickServ!* NOTICE ann :The password is too short
        ann > PRIVMSG NickServ :REGISTER correct-horse
        ann < :NickServ!* NOTICE ann :ann is an account now
        ann < :NickServ!* NOTICE ann :If the password is ever forgotten, *: $code
        ann < :* 900 ann ann!~ann@ann.cloak ann :*
        ann < :* 396 ann ann.cloak :*
        ann > NS REGISTER correct-horse
        ann < :NickServ!* NOTICE ann :You are logged in already
        bob connects
        bob > NS RECOVER ann $code another-horse
        bob < :NickServ!* NOTICE bob :The password is set. *
        bob > NS IDENTIFY ann another-horse
        bob < :NickServ!* NOTICE bob :The account is here already *
        """);

    [Fact]
    public Task IDENTIFY_takes_a_password_or_an_account_and_a_password() => Transcript.RunAsync(
        """
        account ann
        account bob
        cat connects
        cat > NS IDENTIFY wrong
        cat < :NickServ!* NOTICE cat :That is not the account's name and password
        cat > NS IDENTIFY ann wrong
        cat < :NickServ!* NOTICE cat :That is not the account's name and password
        cat > NS IDENTIFY
        cat < :NickServ!* NOTICE cat :It is written: /msg NickServ IDENTIFY [<account>] <password>
        cat > NS IDENTIFY ann correct horse
        cat < :* 900 cat cat!* ann :*
        cat < :* 396 *
        cat < :NickServ!* NOTICE cat :You are logged in as ann
        cat > NICK ann
        cat < :cat!* NICK ann
        cat > NS STATUS
        cat < :NickServ!* NOTICE ann :ann is logged in as ann
        """);

    [Fact]
    public Task What_needs_an_account_or_an_operator_says_so() => Transcript.RunAsync(
        """
        account ann
        ann connects as ann
        bob connects
        bob > NS SET PASSWORD something
        bob < :NickServ!* NOTICE bob :Log in to an account first
        bob > NS SAREGISTER eve evening-star
        bob < :NickServ!* NOTICE bob :This is for operators
        ann > NS SAREGISTER eve evening-star
        ann < :NickServ!* NOTICE ann :This is for operators
        """);

    [Fact]
    public Task An_operator_makes_accounts_for_others() => Transcript.RunAsync(
        """
        ann connects
        ann > OPER boss secret
        ann < :* 381 *
        ann < :* MODE ann +o
        ann > NS SAREGISTER bob correct horse
        ann < :NickServ!* NOTICE ann :bob is an account now
        ann < :NickServ!* NOTICE ann :If the password is ever forgotten, *
        ann > NS SAREGISTER bob correct horse
        ann < :NickServ!* NOTICE ann :The name is taken, or looks like one that is
        cat connects
        cat > NS IDENTIFY bob correct horse
        cat < :* 900 *
        cat < :* 396 *
        cat < :NickServ!* NOTICE cat :You are logged in as bob
        """, Stage.Options with { Operators = [new("boss", "secret")] });

    [Fact]
    public Task Who_is_called_like_an_account_that_an_operator_makes_gives_the_name_up() => Transcript.RunAsync(
        """
        ann connects
        ann > OPER boss secret
        ann < :* 381 *
        ann < :* MODE ann +o
        bob joins #tea
        cat joins #tea
        ann > NS SAREGISTER BOB correct horse
        ann < ...
        bob < :bob!* NICK Guest*
        bob < :NickServ!* NOTICE Guest* :The name bob belongs to an account now
        cat < :bob!* NICK Guest*
        cat < none
        """, Stage.Options with { Operators = [new("boss", "secret")] });

    [Fact]
    public Task GHOST_ends_a_connection_that_has_ones_name() => Transcript.RunAsync(
        """
        account ann
        ann joins #tea as ann
        bob joins #tea
        bob > NS GHOST ann
        bob < :NickServ!* NOTICE bob :The name is not yours: *
        bob > NS GHOST ann wrong
        bob < :NickServ!* NOTICE bob :That is not the account's name and password
        bob > NS GHOST nobody
        bob < :NickServ!* NOTICE bob :nobody is not here
        bob > NS GHOST bob
        bob < :NickServ!* NOTICE bob :That is you
        bob > NS GHOST ann correct horse
        bob < :ann!* QUIT :Ended by bob, who owns the name
        bob < :NickServ!* NOTICE bob :ann is gone
        ann < ERROR *Ended by bob, who owns the name*
        """);

    [Fact]
    public Task REGAIN_takes_the_name_and_logs_in() => Transcript.RunAsync(
        """
        account ann
        ann joins #tea as ann
        bob joins #tea
        bob > NS REGAIN ann correct horse
        bob < :ann!* QUIT *
        bob < :NickServ!* NOTICE bob :ann is gone
        bob < :* 900 bob *
        bob < :* 396 bob *
        bob < :NickServ!* NOTICE bob :You are logged in as ann
        bob < :bob!* NICK ann
        ann < ERROR *
        """);

    [Fact]
    public Task INFO_tells_others_little() => Transcript.RunAsync(
        """
        account ann
        ann connects as ann
        bob connects
        bob > NS INFO ann
        bob < :NickServ!* NOTICE bob :ann: registered 2027-01-15
        ann > NS INFO
        ann < :NickServ!* NOTICE ann :ann: registered 2027-01-15
        ann < :NickServ!* NOTICE ann :Last seen 2027-01-15
        ann < :NickServ!* NOTICE ann :Devices: 0, certificates: 0
        ann < :NickServ!* NOTICE ann :KEEP-ONLINE is off
        ann < :NickServ!* NOTICE ann :MULTICLIENT is on
        ann < :NickServ!* NOTICE ann :AUTOREPLAY is 100
        """);

    [Fact]
    public Task With_MULTICLIENT_off_a_second_connection_is_told_that_the_name_is_in_use() => Transcript.RunAsync(
        """
        account ann
        ann connects as ann
        ann > NS SET MULTICLIENT off
        ann < :NickServ!* NOTICE ann :MULTICLIENT is off
        two opens
        two > PASS :ann:correct horse
        two > NICK ann
        two > USER ann 0 * :Ann
        two < :* 900 ann *
        two < :* 433 * ann :*
        """);
}
