using Teahouse.Core.Hosting;
using Teahouse.Core.Operators;
using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Commands;

public sealed class BanTranscripts
{
    private static readonly ServerOptions WithOperator = Stage.Options with
    {
        Operators = [new("boss", "secret"), new("helper", "secret") { Privileges = OperatorPrivileges.Wallops }],
    };

    [Fact]
    public Task Only_operators_with_the_privilege_ban() => Transcript.RunAsync(
        """
        ann connects
        ann > UBAN LIST
        ann < :* 481 ann :*
        ann > OPER helper secret
        ann < ...
        ann > UBAN ADD 198.51.100.7
        ann < :* 723 ann ban :*
        ann > KLINE x!*@*
        ann < :* 723 ann ban :*
        ann > KILL ann
        ann < :* 723 ann kill :*
        ann > AUDIT LOG
        ann < :* 723 ann audit :*
        ann > WALLOPS :hello
        ann < none
        """, WithOperator);

    [Fact]
    public Task A_network_that_is_banned_is_out_and_stays_out() => Transcript.RunAsync(
        """
        ann joins #tea
        bob connects from 198.51.100.7
        bob > JOIN #tea
        cat connects from 203.0.113.5
        ann > OPER boss secret
        ann < ...
        bob < ...
        ann > UBAN ADD 198.51.100.99/24 2h :no spam please
        bob < ERROR :Closing link: * (Banned (no spam please))
        bob ends
        ann ~ :* NOTICE ann :Added: network 198.51.100.0/24 by ann on *, 2h left: no spam please; connections ended: 1
        ann ~ :bob!* QUIT :Banned (no spam please)
        dan opens from 198.51.100.200
        dan < ERROR :Closing link: * (Banned (no spam please))
        dan ends
        cat > PING x
        cat < :* PONG * x
        time 3h
        eve connects from 198.51.100.200
        eve > PING x
        eve < :* PONG * x
        ann < ...
        ann > UBAN LIST
        ann < :* NOTICE ann :0 bans
        """, WithOperator with { Limits = WithOperator.Limits with { PingSeconds = 0 } });

    [Fact]
    public Task A_silent_ban_says_nothing_of_itself() => Transcript.RunAsync(
        """
        ann connects
        bob connects from 198.51.100.7
        ann > OPER boss secret
        ann < ...
        ann > UBAN ADD *!*bob@* SILENT :nobody needs to know
        ann < :* NOTICE ann :Added: mask *!*bob@* by ann on *, permanent, silent: nobody needs to know; connections ended: 1
        bob < ERROR :Closing link: * (Connection closed)
        bob ends
        bob opens from 198.51.100.7
        bob > NICK other
        bob > USER bob 0 * :Bob
        bob < ERROR :Closing link: * (Connection closed)
        bob ends
        """, WithOperator);

    [Fact]
    public Task An_account_is_banned_wherever_it_comes_from() => Transcript.RunAsync(
        """
        account bob
        ann connects
        bob connects as bob
        two connects as bob from 203.0.113.9
        ann > OPER boss secret
        ann < ...
        ann > UBAN ADD nobody
        ann < :* FAIL UBAN INVALID_TARGET nobody :*
        ann > UBAN ADD Bob :rude
        ann < :* NOTICE ann :Added: account bob by ann on *, permanent: rude; connections ended: 2
        bob < ERROR :*(Banned (rude))
        bob ends
        two < ERROR :*(Banned (rude))
        two ends
        bob opens
        bob > CAP REQ sasl
        bob < ...
        """, WithOperator);

    [Fact]
    public async Task Who_logs_in_to_a_banned_account_or_takes_a_banned_nick_is_out()
    {
        await using var stage = await Stage.OpenAsync(WithOperator);
        await stage.MakeAccountAsync("bob", guest: false);
        await Transcript.RunAsync(stage,
            """
            ann connects
            ann > OPER boss secret
            ann > UBAN ADD bob :rude
            ann > UBAN ADD evil* :not that name
            clear
            cat opens
            cat > NICK evilcat
            cat > USER cat 0 * :Cat
            cat < :* 465 evilcat :Banned (not that name)
            cat < ERROR :*(Banned (not that name))
            cat ends
            dan connects
            dan > NICK evildan
            dan < :dan!* NICK evildan
            dan < ERROR :*(Banned (not that name))
            dan ends
            ann > UBAN DEL evil*!*@*
            ann < :* NOTICE ann :Removed: mask evil*!*@* by ann on *
            ann > UBAN DEL evil*!*@*
            ann < :* FAIL UBAN NO_SUCH_BAN evil*!*@* :*
            dan connects
            dan > NICK evildan
            dan < :dan!* NICK evildan
            """);
        await Assert.ThrowsAsync<InvalidOperationException>(() => stage.ConnectAsync("two", "bob"));
    }

    [Fact]
    public Task The_old_names_do_the_same() => Transcript.RunAsync(
        """
        ann connects
        ann > OPER boss secret
        ann < ...
        ann > KLINE 90 bob@* :go away
        ann < :* NOTICE ann :Added: mask *!bob@* by ann on *, 1h30m left: go away; connections ended: 0
        bob opens
        bob > NICK bob
        bob > USER bob 0 * :Bob
        bob < :* 465 bob :Banned (go away)
        bob < ERROR :*
        bob ends
        ann > DLINE 198.51.100.7 no more of this
        ann < :* NOTICE ann :Added: network 198.51.100.7 by ann on *, permanent: no more of this; connections ended: 0
        ann > DLINE ann!*@*
        ann < :* FAIL DLINE INVALID_TARGET ann!*@* :*
        ann > KLINE *@203.0.113.0/24
        ann < :* NOTICE ann :Added: network 203.0.113.0/24 *
        ann > UNKLINE *@203.0.113.0/24
        ann < :* NOTICE ann :Removed: network 203.0.113.0/24 *
        ann > UNKLINE bob@*
        ann < :* NOTICE ann :Removed: mask *!bob@* *
        ann > UNDLINE 198.51.100.7
        ann < :* NOTICE ann :Removed: network 198.51.100.7 *
        ann > UNDLINE 198.51.100.7
        ann < :* FAIL UNDLINE NO_SUCH_BAN 198.51.100.7 :*
        ann > UBAN LIST
        ann < :* NOTICE ann :0 bans
        """, WithOperator);

    [Fact]
    public Task Nobody_bans_oneself() => Transcript.RunAsync(
        """
        ann connects
        ann > OPER boss secret
        ann < ...
        ann > UBAN ADD 192.0.2.0/24
        ann < :* FAIL UBAN WOULD_BAN_YOURSELF 192.0.2.0/24 :*
        ann > KLINE *@*
        ann < :* FAIL KLINE WOULD_BAN_YOURSELF *@* :*
        ann > UBAN ADD a,b
        ann < :* FAIL UBAN INVALID_TARGET a,b :*
        ann > UBAN ADD
        ann < :* 461 ann UBAN :*
        ann > UBAN DANCE
        ann < :* FAIL UBAN INVALID_PARAMS DANCE :*
        """, WithOperator);

    [Fact]
    public async Task Bans_outlive_the_server()
    {
        var stage = await Stage.OpenAsync(WithOperator);
        await Transcript.RunAsync(stage,
            """
            ann connects
            ann > OPER boss secret
            ann > UBAN ADD 198.51.100.7 :spam
            clear
            """);
        await using var next = await stage.RestartAsync();
        await Transcript.RunAsync(next,
            """
            bob opens from 198.51.100.7
            bob < ERROR :*(Banned (spam))
            bob ends
            """);
    }

    [Fact]
    public Task An_operator_sees_who_is_behind_an_address_or_a_name() => Transcript.RunAsync(
        """
        account bob
        ann connects
        bob connects from 198.51.100.7 as bob
        bob > JOIN #tea
        bob < ...
        cat connects
        ann > OPER boss secret
        ann < ...
        ann > UBAN INFO 198.51.100.7
        ann < :* NOTICE ann :198.51.100.7 is not banned itself
        ann < :* NOTICE ann :Connections that it is about: 1
        ann < :* NOTICE ann :bob!~bob@bob.cloak from 198.51.100.7 (TLS, Tcp) since *, account bob
        ann > AUDIT ACCOUNT bob
        ann < :* NOTICE ann :Account bob (*), made *, last seen *
        ann < :* NOTICE ann :Address: 198.51.100.7, last *
        ann < :* NOTICE ann :Connection: bob!~bob@bob.cloak from 198.51.100.7 (TLS, Tcp) since *, account bob
        ann < :* NOTICE ann :Rooms: #tea
        ann < :* NOTICE ann :No ban is on it
        ann > UBAN ADD 198.51.100.0/24 1h
        ann < :* NOTICE ann :Added: *; connections ended: 1
        bob ends
        ann > UBAN INFO bob
        ann < :* NOTICE ann :Account bob (*), made *, last seen *
        ann < :* NOTICE ann :Address: 198.51.100.7, last *
        ann < :* NOTICE ann :Ban: network 198.51.100.0/24 by ann on *, 1h left
        ann > AUDIT ACCOUNT cat
        ann < :* NOTICE ann :cat!* has no account
        ann < :* NOTICE ann :Connection: cat!* from 192.0.2.1 (TLS, Tcp) since *
        ann < :* NOTICE ann :No ban is on it
        ann > AUDIT ACCOUNT nobody
        ann < :* FAIL AUDIT INVALID_TARGET nobody :*
        ann > AUDIT LOG 2
        ann < :* NOTICE ann :* ann (boss): UBAN bob looked at
        ann < :* NOTICE ann :* ann (boss): AUDIT cat looked at
        ann < :* NOTICE ann :2 entries
        bob < ...
        """, WithOperator);

    [Fact]
    public Task What_operators_did_is_written_down() => Transcript.RunAsync(
        """
        ann connects
        bob connects
        ann > OPER boss wrong
        ann > OPER boss secret
        ann > KILL bob :spam
        ann < ...
        bob < ...
        ann > AUDIT LOG
        ann < :* NOTICE ann :* ann: OPER refused boss from 192.0.2.1
        ann < :* NOTICE ann :* ann (boss): OPER  from 192.0.2.1
        ann < :* NOTICE ann :* ann (boss): KILL bob!* spam
        ann < :* NOTICE ann :3 entries
        ann > AUDIT DANCE
        ann < :* FAIL AUDIT INVALID_PARAMS DANCE :*
        """, WithOperator);
}
