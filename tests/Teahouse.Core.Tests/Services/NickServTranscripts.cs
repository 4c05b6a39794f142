using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Services;

public sealed class NickServTranscripts
{
    private static readonly string Shown = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));

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
    public Task SET_PASSWORD_shows_a_recovery_code_once_and_RECOVER_takes_it_once() => Transcript.RunAsync(
        """
        account ann
        ann connects as ann
        bob connects
        ann > NS SET PASSWORD x
        ann < :NickServ!* NOTICE ann :The password is too short
        ann > NS SET PASSWORD another horse
        ann < :NickServ!* NOTICE ann :The password is set. *: $code
        bob > NS RECOVER ann 0000-0000-0000-0000-0000-0000 a new horse
        bob < :NickServ!* NOTICE bob :That code is not valid, or not any more
        bob > NS RECOVER ann $code a new horse
        bob < :NickServ!* NOTICE bob :The password is set. *
        bob > NS RECOVER ann $code a newer horse
        bob < :NickServ!* NOTICE bob :That code is not valid, or not any more
        ann > QUIT
        ann < ...
        bob > NS IDENTIFY ann another horse
        bob < :NickServ!* NOTICE bob :That is not the account's name and password
        bob > NS IDENTIFY ann a new horse
        bob < :* 900 *
        bob < ...
        """);

    [Fact]
    public async Task RESET_takes_the_admins_token_once()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.MakeAccountAsync("ann", guest: false);
        var token = await stage.Server.Accounts.ResetAsync("ann");
        await Transcript.RunAsync(stage,
            $"""
            bob connects
            bob > NS RESET 1-abc new horse
            bob < :NickServ!* NOTICE bob :That code is not valid, or not any more
            bob > NS RESET {token} new horse
            bob < :NickServ!* NOTICE bob :The password is set. *
            bob > NS RESET {token} newer horse
            bob < :NickServ!* NOTICE bob :That code is not valid, or not any more
            bob > NS IDENTIFY ann new horse
            bob < :* 900 *
            bob < ...
            """);
    }

    [Fact]
    public Task A_guest_with_a_password_is_a_guest_no_more() => Transcript.RunAsync(
        """
        guest gus
        gus connects as gus
        gus > NS SET KEEP-ONLINE on
        gus < :NickServ!* NOTICE gus :A guest's account does not stay: set a password first
        gus > NS SET PASSWORD correct horse
        gus < :NickServ!* NOTICE gus :The password is set. *
        gus > NS SET KEEP-ONLINE on
        gus < :NickServ!* NOTICE gus :KEEP-ONLINE is on
        gus > NS SET ALWAYS-ON maybe
        gus < :NickServ!* NOTICE gus :It is written: *
        gus > NS SET KEEP-ONLINE default
        gus < :NickServ!* NOTICE gus :KEEP-ONLINE is as the server says: off
        """);

    [Fact]
    public async Task A_guest_that_a_token_gives_a_password_is_a_guest_no_more()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.MakeAccountAsync("gus", guest: true);
        var token = await stage.Server.Accounts.ResetAsync("gus");
        await Transcript.RunAsync(stage,
            $"""
            gus joins #tea as gus
            bob connects
            bob > NS RESET {token} new horse
            bob < :NickServ!* NOTICE bob :The password is set. *
            gus > NS SET KEEP-ONLINE on
            gus < :NickServ!* NOTICE gus :KEEP-ONLINE is on
            """);
    }

    [Fact]
    public Task A_certificate_is_added_listed_and_removed() => Transcript.RunAsync(
        $"""
        account ann
        account bob
        bob connects as bob
        ann opens showing {Shown}
        ann > PASS :ann:correct horse
        ann > NICK ann
        ann > USER ann 0 * :Ann
        ann < :* 900 *
        ann < :* 001 *
        ann < ...
        ann > NS CERT LIST
        ann < :NickServ!* NOTICE ann :Your account has no certificates
        ann > NS CERT ADD
        ann < :NickServ!* NOTICE ann :{Shown} logs in to your account
        ann > NS CERT LIST
        ann < :NickServ!* NOTICE ann :{Shown}, since 2027-01-15
        bob > NS CERT ADD
        bob < :NickServ!* NOTICE bob :Your connection shows no certificate
        bob > NS CERT ADD {Shown}
        bob < :NickServ!* NOTICE bob :The certificate logs in to an account already
        bob > NS CERT ADD abc
        bob < :NickServ!* NOTICE bob :A SHA-256 fingerprint has 64 *
        bob > NS CERT DEL {Shown}
        bob < :NickServ!* NOTICE bob :Your account has no such certificate
        ann > NS CERT DEL {Shown.ToUpperInvariant()}
        ann < :NickServ!* NOTICE ann :The certificate logs in no more
        """);

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
    public Task DROP_asks_for_a_code_and_removes_the_account_and_its_connections() => Transcript.RunAsync(
        """
        account ann
        one connects as ann
        two connects as ann
        bob connects
        one > NS DROP
        one < :NickServ!* NOTICE ann :This removes ann for good. If you mean it: /msg NickServ DROP $code
        one > NS DROP 12345678
        one < :NickServ!* NOTICE ann :This removes ann *
        one > NS DROP $code
        one < :NickServ!* NOTICE ann :Your account was removed
        one < ERROR *Your account was removed*
        two ends
        bob > NS INFO ann
        bob < :NickServ!* NOTICE bob :There is no account ann
        bob > NICK ann
        bob < :bob!* NICK ann
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
    public Task Devices_are_added_named_and_revoked() => Transcript.RunAsync(
        """
        account ann
        ann connects as ann
        ann > NS ACCESS LIST
        ann < :NickServ!* NOTICE ann :Your account has no devices
        ann > NS ACCESS ADD my phone
        ann < :NickServ!* NOTICE ann :Its password, which is not shown again: $secret
        ann > NS ACCESS LIST
        ann < :NickServ!* NOTICE ann :1: my phone, since 2027-01-15, last used 2027-01-15
        ann > NS ACCESS NAME 1 手机
        ann < :NickServ!* NOTICE ann :Named
        phone opens
        phone > PASS ann:$secret
        phone > NICK ann
        phone > USER ann 0 * :Ann
        phone < :* 900 *
        phone < :* 001 *
        phone < ...
        ann > NS ACCESS REVOKE 2
        ann < :NickServ!* NOTICE ann :Your account has no such device
        ann > NS ACCESS REVOKE 1
        ann < :NickServ!* NOTICE ann :The device logs in no more
        phone ends
        bob connects
        bob > NS IDENTIFY ann $secret
        bob < :NickServ!* NOTICE bob :That is not the account's name and password
        """);

    [Fact]
    public Task The_only_way_into_an_account_is_not_revoked() => Transcript.RunAsync(
        """
        guest gus
        gus connects as gus
        gus > NS ACCESS REVOKE 1
        gus < :NickServ!* NOTICE gus :That is the only way into your account: set a password first
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
