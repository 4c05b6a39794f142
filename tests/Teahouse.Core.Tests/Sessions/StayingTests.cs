using Teahouse.Core.Hosting;
using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Sessions;

/// <summary>keep_online: who stays in its rooms when its last connection ends.</summary>
public sealed class StayingTests
{
    [Fact]
    public Task Who_stays_is_marked_as_away_hears_messages_later_and_is_back_without_a_JOIN() => Transcript.RunAsync(
        """
        account ann
        ann joins #tea as ann
        bob joins #tea with away-notify
        cat joins #tea
        ann > NS SET KEEP-ONLINE on
        ann < :NickServ!* NOTICE ann :KEEP-ONLINE is on
        ann > QUIT :bye
        ann < ...
        bob < :ann!~ann@ann.cloak AWAY :offline, will be delivered
        cat < none
        cat > NAMES #tea
        cat < :* 353 cat = #tea :*@ann*
        cat < :* 366 *
        cat > WHO ann
        cat < :* 352 cat #tea ~ann ann.cloak tea.example ann G@ :*
        cat < :* 315 *
        cat > LUSERS
        cat < :* 251 cat :There are 2 users and 0 invisible on 1 servers
        cat < ...
        back opens
        back > PASS :ann:correct horse
        back > NICK ann
        back > USER ann 0 * :Ann
        back < :* 900 *
        back < :* 001 *
        back < ...
        bob < :ann!* AWAY
        cat < none
        """);

    [Fact]
    public Task Who_stays_is_offline_to_those_who_watch() => Transcript.RunAsync(
        """
        account ann
        bob connects
        bob > MONITOR + ann
        bob < :* 731 bob :ann
        ann connects as ann
        bob < ...
        ann drops
        ann < ...
        bob < :* 731 bob :ann
        bob > MONITOR S
        bob < :* 731 bob :ann
        bob > ISON ann
        bob < :* 303 bob :
        back opens
        back > PASS :ann:correct horse
        back > NICK ann
        back > USER ann 0 * :Ann
        back << :* 001 *
        back < ...
        bob < :* 730 bob :ann!*
        """, Stage.EverybodyStays);

    [Fact]
    public Task Whoever_is_ended_by_an_operator_or_the_owner_of_the_name_stays_no_more() => Transcript.RunAsync(
        """
        account ann
        ann joins #tea as ann
        bob joins #tea
        ann drops
        ann < ...
        bob < none
        bob > NS GHOST ann correct horse
        bob < :ann!* QUIT :Ended by bob, who owns the name
        bob < :NickServ!* NOTICE bob :ann is gone
        bob > WHOIS ann
        bob < :* 401 *
        bob < :* 318 *
        """, Stage.EverybodyStays);

    [Fact]
    public Task A_sender_is_told_once_an_hour_that_the_receiver_is_offline() => Transcript.RunAsync(
        """
        account ann
        ann connects as ann
        ann drops
        bob connects
        bob > PRIVMSG ann :hello
        bob < :* 301 bob ann :offline, will be delivered
        bob > PRIVMSG ann :are you there
        bob < none
        time 59m
        bob < none
        bob > PRIVMSG ann :still not
        bob < none
        time 2m
        bob > PRIVMSG ann :now
        bob < :* 301 bob ann :offline, will be delivered
        """, Stage.EverybodyStays);

    [Fact]
    public Task What_one_said_of_oneself_is_there_again_on_return() => Transcript.RunAsync(
        """
        account ann
        ann joins #tea as ann
        bob joins #tea with away-notify
        ann > AWAY :lunch
        ann < :* 306 *
        bob < :ann!* AWAY :lunch
        ann drops
        ann < ...
        bob < :ann!* AWAY :offline, will be delivered
        back opens
        back > PASS :ann:correct horse
        back > NICK ann
        back > USER ann 0 * :Ann
        back < :* 900 *
        back < :* 001 *
        back < ...
        bob < :ann!* AWAY :lunch
        """, Stage.EverybodyStays);

    [Fact]
    public Task Who_does_not_want_to_stay_quits() => Transcript.RunAsync(
        """
        account ann
        account cat
        guest gus
        ann joins #tea as ann
        cat joins #tea as cat
        gus joins #tea as gus
        bob joins #tea
        ann > NS SET ALWAYS-ON off
        ann < :NickServ!* NOTICE ann :KEEP-ONLINE is off
        ann drops
        ann < ...
        bob < :ann!* QUIT *
        cat drops
        bob < none
        gus > QUIT
        gus < ...
        bob < :gus!* QUIT *
        """, Stage.EverybodyStays);

    [Fact]
    public Task Where_staying_is_off_nobody_stays() => Transcript.RunAsync(
        """
        account ann
        ann joins #tea as ann
        bob joins #tea
        ann > NS SET KEEP-ONLINE on
        ann < :NickServ!* NOTICE ann :This server keeps nobody online who is not
        ann drops
        ann < ...
        bob < :ann!* QUIT *
        """, Stage.Options with { Accounts = Stage.Options.Accounts with { KeepOnline = KeepOnline.Off } });

    [Fact]
    public Task A_browser_with_a_full_account_stays_by_default_and_plain_IRC_does_not() => Transcript.RunAsync(
        """
        account web
        account irc
        web connects by web as web
        web > JOIN #tea
        web < ...
        irc joins #tea as irc
        bob joins #tea with away-notify
        web drops
        bob < :web!* AWAY :offline, will be delivered
        irc drops
        bob < :irc!* QUIT *
        """);

    [Fact]
    public async Task Who_stays_does_so_in_a_hundred_rooms()
    {
        await using var stage = await Stage.OpenAsync(Stage.EverybodyStays with { Limits = Stage.EverybodyStays.Limits with { ChannelsPerUser = 0 } });
        await stage.MakeAccountAsync("ann", guest: false);
        var ann = await stage.ConnectAsync("ann", "ann");
        var bob = await stage.ConnectAsync("bob");
        for (var i = 1; i <= 102; i++) await ann.SendAsync($"JOIN #room{i}");
        await ann.ForgetAsync();
        await bob.SendAsync("JOIN #room101");
        await bob.ForgetAsync();

        await ann.DropAsync();

        Assert.Contains(" PART #room101 :Too many rooms to stay in", await bob.NextAsync(), StringComparison.Ordinal);
        await bob.SendAsync("WHOIS ann");
        var rooms = (await bob.UnreadAsync()).Where(line => line.Contains(" 319 ", StringComparison.Ordinal)).SelectMany(line => line[(line.LastIndexOf(':') + 1)..].Split(' ')).ToList();
        Assert.Contains("@#room1", rooms);
        Assert.Contains("@#room100", rooms);
        Assert.DoesNotContain("@#room102", rooms);
    }
}
