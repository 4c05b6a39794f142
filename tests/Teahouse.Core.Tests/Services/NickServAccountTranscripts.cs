using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Services;

public sealed class NickServAccountTranscripts
{
    private static readonly string Shown = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));

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
    public Task Programs_are_told_by_a_tag_what_a_notice_says() => Transcript.RunAsync(
        """
        account ann
        ann connects as ann with message-tags
        bob connects as ann
        ann > NS SET PASSWORD x
        ann < @teahouse.chat/answer=WEAK_PASSWORD :NickServ!* NOTICE ann *
        ann > NS SET PASSWORD another horse
        ann < @teahouse.chat/answer=PASSWORD_SET,$code :NickServ!* NOTICE ann :*: $code
        ann > NS ACCESS LIST
        ann < @teahouse.chat/answer=NO_DEVICES :NickServ!* NOTICE ann *
        ann > NS ACCESS ADD my phone, the old one
        ann < @teahouse.chat/answer=DEVICE_ADDED,$secret :NickServ!* NOTICE ann :*: $secret
        ann > NS ACCESS LIST
        ann < @teahouse.chat/answer=DEVICE,1,2027-01-15,2027-01-15,my*phone,*the*old*one :NickServ!* NOTICE ann *
        ann > NS ACCESS NAME 1 phone
        ann < @teahouse.chat/answer=DEVICE_NAMED :NickServ!* NOTICE ann *
        ann > NS ACCESS REVOKE 7
        ann < @teahouse.chat/answer=NO_SUCH_DEVICE :NickServ!* NOTICE ann *
        ann > NS ACCESS REVOKE 1
        ann < @teahouse.chat/answer=DEVICE_REVOKED :NickServ!* NOTICE ann *
        ann > NS RECOVER ann 0000 a new horse
        ann < @teahouse.chat/answer=INVALID_CODE :NickServ!* NOTICE ann *
        bob > NS ACCESS REVOKE 7
        bob < @!teahouse.chat/answer :NickServ!* NOTICE ann *
        ann > NS DROP
        ann < @teahouse.chat/answer=CONFIRM_DROP,$drop :NickServ!* NOTICE ann *
        ann > NS DROP $drop
        ann < @teahouse.chat/answer=ACCOUNT_REMOVED :NickServ!* NOTICE ann *
        ann < ERROR *
        bob < ERROR *
        """);

    [Fact]
    public Task A_device_revokes_itself_and_nobody_without_one_can() => Transcript.RunAsync(
        """
        account ann
        ann connects as ann
        ann > NS ACCESS REVOKE THIS
        ann < :NickServ!* NOTICE ann :Your account has no such device
        ann > NS ACCESS ADD desk
        ann < :NickServ!* NOTICE ann :Its password, *
        ann > NS ACCESS ADD phone
        ann < :NickServ!* NOTICE ann :Its password, which is not shown again: $secret
        phone opens
        phone > PASS ann:$secret
        phone > NICK ann
        phone > USER ann 0 * :Ann
        phone < :* 900 *
        phone < :* 001 *
        phone < ...
        phone > NS ACCESS NAME this 手机
        phone < :NickServ!* NOTICE ann :Named
        ann > NS ACCESS LIST
        ann < :NickServ!* NOTICE ann :1: desk, *
        ann < :NickServ!* NOTICE ann :2: 手机, *
        phone > NS ACCESS REVOKE THIS
        phone < :NickServ!* NOTICE ann :The device logs in no more
        phone < ERROR *The device logs in no more*
        ann > NS ACCESS LIST
        ann < :NickServ!* NOTICE ann :1: desk, *
        """);

    [Fact]
    public Task The_device_that_an_account_was_made_with_revokes_itself_too() => Transcript.RunAsync(
        """
        gus connects
        gus > REGISTER gus * thd1_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8
        gus < :* REGISTER SUCCESS gus :*
        gus < ...
        gus > NS SET PASSWORD correct horse
        gus < :NickServ!* NOTICE gus :The password is set. *
        gus > NS ACCESS REVOKE THIS
        gus < :NickServ!* NOTICE gus :The device logs in no more
        gus < ERROR *The device logs in no more*
        """);

    [Fact]
    public Task The_only_way_into_an_account_is_not_revoked() => Transcript.RunAsync(
        """
        guest gus
        gus connects as gus
        gus > NS ACCESS REVOKE 1
        gus < :NickServ!* NOTICE gus :That is the only way into your account: set a password first
        """);
}
