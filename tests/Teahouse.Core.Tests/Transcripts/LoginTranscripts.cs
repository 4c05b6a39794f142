using Teahouse.Core.Hosting;

namespace Teahouse.Core.Tests.Transcripts;

public sealed class LoginTranscripts
{
    // "\0ann\0correct horse"
    private const string Ann = "AGFubgBjb3JyZWN0IGhvcnNl";

    // "\0bob\0correct horse"
    private const string Bob = "AGJvYgBjb3JyZWN0IGhvcnNl";

    private static readonly string Shown = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));

    [Fact]
    public async Task A_client_certificate_that_an_account_knows_logs_in_by_EXTERNAL()
    {
        await using var stage = await Stage.OpenAsync();
        await Transcript.RunAsync(stage,
            $"""
            account ann
            ann opens showing {Shown}
            ann > AUTHENTICATE MEOW
            ann < :* 908 * PLAIN,SCRAM-SHA-256,EXTERNAL :*
            ann < :* 904 * :*
            ann > AUTHENTICATE EXTERNAL
            ann < AUTHENTICATE +
            ann > AUTHENTICATE +
            ann < :* 904 * :SASL authentication failed
            """);
        Assert.True(await stage.AddCertificateAsync("ann", Shown));
        await Transcript.RunAsync(stage,
            $"""
            ann > AUTHENTICATE EXTERNAL
            ann < AUTHENTICATE +
            ann > AUTHENTICATE {ScramClient.Encode("bob")}
            ann < :* 904 * :SASL authentication failed
            ann > AUTHENTICATE EXTERNAL
            ann < AUTHENTICATE +
            ann > AUTHENTICATE {ScramClient.Encode("Ann")}
            ann < :* 900 * *!*@* ann :*
            ann < :* 903 *
            bob opens showing {Shown}
            bob > AUTHENTICATE EXTERNAL
            bob < AUTHENTICATE +
            bob > AUTHENTICATE +
            bob < :* 900 * *!*@* ann :*
            bob < :* 903 *
            """);
    }

    [Fact]
    public Task Who_shows_no_certificate_is_not_offered_EXTERNAL() => Transcript.RunAsync(
        """
        ann connects
        ann > CAP LS 302
        ann ~ :* CAP ann LS *sasl=PLAIN,SCRAM-SHA-256 *
        ann < ...
        ann > AUTHENTICATE EXTERNAL
        ann < :* 908 ann PLAIN,SCRAM-SHA-256 :*
        ann < :* 904 ann :*
        """);

    [Fact]
    public Task PASS_with_an_account_and_its_password_logs_in() => Transcript.RunAsync(
        """
        account ann
        ann opens
        ann > PASS :ann:correct horse
        ann > NICK ann
        ann > USER ann 0 * :Ann
        ann < :* 900 ann ann!~ann@* ann :You are now logged in as ann
        ann < :* 001 ann :*ann!~ann@ann.cloak
        ann < ...
        eve opens
        eve > PASS :ann:wrong
        eve > NICK eve
        eve > USER eve 0 * :Eve
        eve < :* 464 eve :Account or password incorrect
        eve < ERROR :*Bad password*
        eve ends
        """);

    [Fact]
    public Task A_device_is_named_with_the_login() => Transcript.RunAsync(
        $"""
        account ann
        one opens showing {Shown}
        one > CAP REQ sasl
        one < :* ACK :sasl
        one > AUTHENTICATE PLAIN
        one < AUTHENTICATE +
        one > AUTHENTICATE {ScramClient.Encode("Ann\0ann@my laptop\0correct horse")}
        one < :* 900 * *!*@* ann :*
        one < :* 903 *
        one > NICK ann
        one > USER ann 0 * :Ann
        one > CAP END
        one < :* 001 ann *
        one < ...
        two opens
        two > PASS :ann@手机:correct horse
        two > NICK ann
        two > USER ann 0 * :Ann
        two < :* 900 *
        two < :* 001 ann *
        two < ...
        two > NS CERT ADD {Shown}
        two < ...
        three opens showing {Shown}
        three > AUTHENTICATE EXTERNAL
        three < AUTHENTICATE +
        three > AUTHENTICATE {ScramClient.Encode("@bouncer")}
        three < :* 900 *
        three < :* 903 *
        three > NICK ann
        three > USER ann 0 * :Ann
        three < :* 001 ann *
        three < ...
        two > NS SESSIONS
        two < :NickServ!* NOTICE ann :my laptop, since 2027-01-15T08:00Z, by IRC
        two < :NickServ!* NOTICE ann :手机, since 2027-01-15T08:00Z, by IRC (this one)
        two < :NickServ!* NOTICE ann :bouncer, since 2027-01-15T08:00Z, by IRC
        eve opens
        eve > PASS :ann@laptop:wrong
        eve > NICK eve
        eve > USER eve 0 * :Eve
        eve < :* 464 eve :*
        eve < ERROR *
        """);

    [Fact]
    public Task A_device_with_a_password_of_its_own_is_called_as_it_said_last() => Transcript.RunAsync(
        """
        account ann
        ann connects as ann
        ann > NS ACCESS ADD
        ann < :NickServ!* NOTICE ann :Its password, which is not shown again: $secret
        pad opens
        pad > PASS ann@tablet:$secret
        pad > NICK ann
        pad > USER ann 0 * :Ann
        pad < :* 900 *
        pad < :* 001 *
        pad < ...
        ann > NS ACCESS LIST
        ann < :NickServ!* NOTICE ann :1: tablet, since *
        ann > NS SESSIONS
        ann < :NickServ!* NOTICE ann :a device without a name, * (this one)
        ann < :NickServ!* NOTICE ann :tablet, *
        """);

    [Fact]
    public Task A_password_of_the_server_is_not_taken_for_a_login() => Transcript.RunAsync(
        """
        account ann
        bob opens
        bob > PASS tea:pot
        bob > NICK bob
        bob > USER bob 0 * :Bob
        bob < :* 001 bob *
        bob < ...
        ann opens
        ann > PASS :ann:correct horse
        ann > NICK ann
        ann > USER ann 0 * :Ann
        ann < :* 900 ann *
        ann < :* 001 ann *
        ann < ...
        """, Stage.Options with { Password = "tea:pot" });

    [Fact]
    public Task Registration_that_ends_while_SASL_is_under_way_aborts_it() => Transcript.RunAsync(
        """
        ann opens
        ann > CAP REQ sasl
        ann < :* ACK :sasl
        ann > NICK ann
        ann > USER ann 0 * :Ann
        ann > AUTHENTICATE PLAIN
        ann < AUTHENTICATE +
        ann > CAP END
        ann < :* 906 ann :SASL authentication aborted
        ann < :* 001 ann *
        ann < ...
        """);

    [Fact]
    public Task Who_logs_in_later_gets_the_accounts_cloak_and_those_who_asked_are_told() => Transcript.RunAsync(
        $"""
        account ann
        me joins #tea with sasl chghost
        bob joins #tea with chghost account-notify
        cat joins #tea
        me > AUTHENTICATE PLAIN
        me < AUTHENTICATE +
        me > AUTHENTICATE {Ann}
        me < :me!~me@*.ip.cloak CHGHOST ~me ann.cloak
        me < :* 900 me me!~me@ann.cloak ann :*
        me < :* 903 me :*
        bob < :me!~me@*.ip.cloak ACCOUNT ann
        bob < :me!~me@*.ip.cloak CHGHOST ~me ann.cloak
        cat < none
        me > PRIVMSG #tea :hello
        cat < :me!~me@ann.cloak PRIVMSG #tea hello
        bob < :me!~me@ann.cloak PRIVMSG #tea hello
        """);

    [Fact]
    public Task Who_logs_in_to_another_account_leaves_the_name_of_the_first() => Transcript.RunAsync(
        $"""
        account ann
        account bob
        ann joins #tea as ann
        cat joins #tea
        ann > AUTHENTICATE PLAIN
        ann < AUTHENTICATE +
        ann > AUTHENTICATE {Bob}
        ann < :ann!~ann@bob.cloak NICK bob
        ann < :* 900 bob bob!~ann@bob.cloak bob :*
        ann < :* 903 bob :*
        cat < :ann!~ann@bob.cloak NICK bob
        """);
}
