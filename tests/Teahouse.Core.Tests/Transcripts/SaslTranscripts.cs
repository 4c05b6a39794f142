namespace Teahouse.Core.Tests.Transcripts;

public sealed class SaslTranscripts
{
    // "\0ann\0correct horse"
    private const string Right = "AGFubgBjb3JyZWN0IGhvcnNl";

    // "\0ann\0wrong"
    private const string Wrong = "AGFubgB3cm9uZw==";

    [Fact]
    public Task PLAIN_logs_in_before_registration() => Transcript.RunAsync(
        $"""
        account ann
        ann opens
        ann > CAP REQ sasl
        ann < :* CAP * ACK :sasl
        ann > NICK ann
        ann > USER ann 0 * :Ann
        ann > AUTHENTICATE PLAIN
        ann < AUTHENTICATE +
        ann > AUTHENTICATE {Right}
        ann < :tea.example 900 ann ann!~ann@* ann :You are now logged in as ann
        ann < :tea.example 903 ann :SASL authentication successful
        ann > CAP END
        ann < :* 001 ann :Welcome to the Tea Network, ann!~ann@ann.cloak
        ann < ...
        """);

    [Fact]
    public Task A_login_can_come_after_registration_and_is_told_to_those_who_asked() => Transcript.RunAsync(
        $"""
        account ann
        ann2 joins #tea with sasl account-notify
        bob joins #tea with account-notify
        cat joins #tea
        ann2 > AUTHENTICATE PLAIN
        ann2 < AUTHENTICATE +
        ann2 > AUTHENTICATE {Right}
        ann2 < :* 900 ann2 ann2!* ann :You are now logged in as ann
        ann2 < :* 903 ann2 :*
        bob < :ann2!* ACCOUNT ann
        cat < none
        ann2 > NICK ann
        ann2 < :ann2!* NICK ann
        bob < :ann2!* NICK ann
        cat < :ann2!* NICK ann
        """);

    [Fact]
    public Task What_is_wrong_is_said_and_can_be_tried_again() => Transcript.RunAsync(
        $"""
        account ann
        ann opens
        ann > AUTHENTICATE
        ann < :* 461 * AUTHENTICATE :Not enough parameters
        ann > AUTHENTICATE MEOW
        ann < :* 908 * PLAIN,SCRAM-SHA-256 :are available SASL mechanisms
        ann < :* 904 * :*
        ann > AUTHENTICATE PLAIN
        ann < AUTHENTICATE +
        ann > AUTHENTICATE *
        ann < :* 906 * :SASL authentication aborted
        ann > AUTHENTICATE PLAIN
        ann < AUTHENTICATE +
        ann > AUTHENTICATE not-base-64!
        ann < :* 904 * :*malformed*
        ann > AUTHENTICATE PLAIN
        ann < AUTHENTICATE +
        ann > AUTHENTICATE {Wrong}
        ann < :* 904 * :SASL authentication failed
        ann > AUTHENTICATE PLAIN
        ann < AUTHENTICATE +
        ann > AUTHENTICATE {Right}
        ann < :* 900 * :*
        ann < :* 903 * :*
        """);

    [Fact]
    public Task Too_many_failures_from_an_address_are_held_off_for_a_minute() => Transcript.RunAsync(
        $"""
        account ann
        eve connects with sasl
        eve > AUTHENTICATE PLAIN
        eve > AUTHENTICATE {Wrong}
        eve > AUTHENTICATE PLAIN
        eve > AUTHENTICATE {Wrong}
        eve < ...
        eve > AUTHENTICATE PLAIN
        eve < AUTHENTICATE +
        eve > AUTHENTICATE {Right}
        eve < :* 904 eve :*too many failures*
        time 61s
        eve < ...
        eve > AUTHENTICATE PLAIN
        eve < AUTHENTICATE +
        eve > AUTHENTICATE {Right}
        eve < :* 900 *
        eve < :* 903 *
        """, Stage.Options with { Limits = Stage.Options.Limits with { FailedLoginsPerMinute = 2 } });

    [Fact]
    public Task An_account_that_is_here_is_joined_while_connecting_and_not_later() => Transcript.RunAsync(
        $"""
        account ann
        one joins #tea as ann
        two connects with sasl
        two > AUTHENTICATE PLAIN
        two < AUTHENTICATE +
        two > AUTHENTICATE {Right}
        two < :* 904 two :*here already*
        two > WHOIS two
        two < :* 311 two two *
        two < :* 312 *
        two < :* 671 *
        two < :* 317 *
        two < :* 338 *
        two < :* 379 two two :is using modes +
        two < :* 318 *
        one < none
        """);

    [Fact]
    public Task Who_registers_an_account_is_logged_in_to_it() => Transcript.RunAsync(
        """
        bob joins #tea with account-notify extended-join
        ann joins #tea with extended-join
        ann > REGISTER * * :correct horse
        ann < :* REGISTER SUCCESS ann :Account registered
        ann < :* 900 ann ann!* ann :*
        ann < :* 396 ann ann.cloak :*
        ann < :NickServ!* NOTICE ann :If the password is ever forgotten, *
        bob < :ann!* ACCOUNT ann
        ann > REGISTER * * :correct horse
        ann < :* FAIL REGISTER ALREADY_AUTHENTICATED ann :*
        bob > REGISTER ann * :correct horse
        bob < :* FAIL REGISTER ACCOUNT_EXISTS ann :*
        bob > REGISTER bob * x
        bob < :* FAIL REGISTER WEAK_PASSWORD bob :*
        bob > REGISTER root * :correct horse
        bob < :* FAIL REGISTER BAD_ACCOUNT_NAME root :*
        ann > PART #tea
        ann < :ann!* PART #tea
        bob < :ann!* PART #tea
        ann > JOIN #tea
        bob < :ann!* JOIN #tea ann :ann of the house
        ann < ...
        """);

    [Fact]
    public Task Nobodys_nick_becomes_an_account_under_its_holders_hands() => Transcript.RunAsync(
        """
        ann connects
        bob connects
        bob > REGISTER ann * :correct horse
        bob < :* FAIL REGISTER ACCOUNT_EXISTS ann :*
        bob > REGISTER ANN * :correct horse
        bob < :* FAIL REGISTER ACCOUNT_EXISTS ANN :*
        bob > REGISTER carl * :correct horse
        bob < :* REGISTER SUCCESS carl :*
        bob < :* 900 bob * carl :*
        bob < :* 396 bob carl.cloak :*
        bob < :NickServ!* NOTICE bob :If the password is ever forgotten, *
        """);

    [Fact]
    public Task An_account_can_be_made_before_connecting() => Transcript.RunAsync(
        """
        ann opens
        ann > CAP LS 302
        ann << :* CAP * LS :*
        ann > REGISTER * * :correct horse
        ann < :* FAIL REGISTER NEED_NICK * :*
        ann > NICK ann
        ann > REGISTER * * :correct horse
        ann < :* REGISTER SUCCESS ann :*
        ann < :* 900 ann *
        ann < :NickServ!* NOTICE ann :If the password is ever forgotten, *
        ann > USER ann 0 * :Ann
        ann > CAP END
        ann < :* 001 ann :*ann!~ann@ann.cloak
        ann < ...
        """);

    [Fact]
    public Task Where_registration_is_closed_it_is_refused() => Transcript.RunAsync(
        """
        ann connects
        ann > REGISTER * * :correct horse
        ann < :* FAIL REGISTER TEMPORARILY_UNAVAILABLE ann :*
        """, Stage.Options with { Accounts = Stage.Options.Accounts with { RegistrationOpen = false } });
}
