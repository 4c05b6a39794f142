using Teahouse.Core.Hosting;
using Teahouse.Core.Log;
using Teahouse.Core.Tests.Transcripts;
using Teahouse.Storage.Suites.Faults;

namespace Teahouse.Core.Tests.Sessions;

public sealed class LifetimeTests
{
    [Fact]
    public async Task A_removed_accounts_sessions_end_and_its_guest_does_not_linger()
    {
        await using var stage = await Stage.OpenAsync();
        await Transcript.RunAsync(stage,
            """
            guest gus
            one joins #tea as gus
            two connects as gus
            bob joins #tea
            """);
        Assert.NotNull(await stage.Server.RemoveAccountAsync("GUS", TestContext.Current.CancellationToken));
        await Transcript.RunAsync(stage,
            """
            one < ERROR :Closing link: * (Your account was removed)
            two < ERROR :Closing link: * (Your account was removed)
            bob < :gus!* QUIT :Your account was removed
            """);
        Assert.Null(await stage.Server.RemoveAccountAsync("gus", TestContext.Current.CancellationToken));
        await stage.MakeAccountAsync("gus", guest: true);
        await Transcript.RunAsync(stage, "three joins #tea as gus\nthree drops");
        Assert.NotNull(await stage.Server.RemoveAccountAsync("gus", TestContext.Current.CancellationToken));
        // It was only lingering; nobody has to wait for the ten minutes.
        await Transcript.RunAsync(stage, "bob < :gus!* QUIT :Your account was removed");
        Assert.Empty(stage.Faults);
    }

    [Fact]
    public async Task Guests_are_forgotten_after_thirty_days_but_never_while_they_are_here()
    {
        await using var stage = await Stage.OpenAsync(Stage.Options with { Limits = Stage.Options.Limits with { PingSeconds = 0 } });
        await Transcript.RunAsync(stage, "guest stays\nguest gone\none joins #tea as stays");
        for (var day = 0; day < 31; day++) await stage.PassAsync(TimeSpan.FromDays(1));
        Assert.NotNull(await stage.Server.Accounts.FindAsync("stays", TestContext.Current.CancellationToken));
        Assert.Null(await stage.Server.Accounts.FindAsync("gone", TestContext.Current.CancellationToken));
        Assert.Empty(stage.Faults);
    }

    [Fact]
    public async Task When_the_server_stops_everybody_is_told()
    {
        var stage = await Stage.OpenAsync();
        await Transcript.RunAsync(stage, "ann joins #tea\nbob joins #tea\neve opens");
        await stage.Server.StopAsync(TestContext.Current.CancellationToken);
        foreach (var name in (string[])["ann", "bob", "eve"])
            Assert.Contains(await stage.Find(name)!.UnreadAsync(), line => line.EndsWith("(The server is stopping)", StringComparison.Ordinal));
        Assert.Empty(stage.Faults);
        await stage.DisposeAsync();
    }

    [Fact]
    public async Task After_a_restart_rooms_are_as_they_were_and_nobody_has_quit()
    {
        var stage = await Stage.OpenAsync();
        await Transcript.RunAsync(stage,
            """
            account ann
            account bob
            ann1 joins #tea as ann with message-tags draft/chathistory draft/event-playback batch teahouse.chat/seq
            bob1 joins #tea as bob
            ann1 > TOPIC #tea :leaves
            ann1 > PRIVMSG #tea :before
            """);
        await using var next = await stage.RestartAsync();
        await Transcript.RunAsync(next,
            """
            bob1 joins #tea as bob
            ann1 joins #tea as ann with message-tags draft/chathistory draft/event-playback batch teahouse.chat/seq
            bob1 > TOPIC #tea
            bob1 < :* 332 bob #tea :leaves
            bob1 < :* 333 *
            bob1 > NAMES #tea
            bob1 < :* 353 bob = #tea :*@ann*
            bob1 < :* 366 *
            bob1 > MODE #tea +m
            bob1 < :* 482 *
            bob1 > PRIVMSG #tea :after
            ann1 < @teahouse.chat/seq=1-3 :bob!* PRIVMSG #tea :after
            ann1 > CHATHISTORY LATEST #tea * 10
            ann1 < :* BATCH +*
            ann1 < :ann!* JOIN #tea
            ann1 < :bob!* JOIN #tea
            ann1 < @teahouse.chat/seq=1-1 :ann!* TOPIC #tea :leaves
            ann1 < @teahouse.chat/seq=1-2 :ann!* PRIVMSG #tea :before
            ann1 < :bob!* JOIN #tea
            ann1 < :ann!* JOIN #tea
            ann1 < @teahouse.chat/seq=1-3 :bob!* PRIVMSG #tea :after
            ann1 < :* BATCH -*
            """);
        Assert.Empty(stage.Faults);
        Assert.Empty(next.Faults);
    }

    [Fact]
    public async Task Many_sessions_of_one_account_that_come_at_once_are_one_user()
    {
        await using var stage = await Stage.OpenAsync();
        await Transcript.RunAsync(stage, "account ann\nbob joins #tea");
        for (var round = 0; round < 20; round++)
        {
            var names = Enumerable.Range(0, 8).Select(i => $"s{round}x{i}").ToArray();
            foreach (var name in names) stage.Open(name);
            await Task.WhenAll(names.Select(name => Task.Run(() => stage.RegisterAsync(stage.Find(name)!, "ann"))));
            await stage.Find(names[0])!.SendAsync("LUSERS");
            Assert.Contains(await stage.Find(names[0])!.UnreadAsync(), line => line.Contains("I have 2 clients", StringComparison.Ordinal));
            await Task.WhenAll(names.Select(name => Task.Run(() => stage.Find(name)!.DropAsync())));
        }
        await Transcript.RunAsync(stage, "bob > LUSERS\nbob ~ :* 255 bob :I have 1 clients *\nbob < ...");
        Assert.Empty(stage.Faults);
    }

    [Fact]
    public async Task However_sessions_come_join_and_go_nobody_stays_behind()
    {
        await using var stage = await Stage.OpenAsync();
        await Transcript.RunAsync(stage, "account ann\nop joins #tea");
        for (var round = 0; round < 10; round++)
        {
            var names = Enumerable.Range(0, 6).Select(i => $"r{round}x{i}").ToArray();
            foreach (var name in names) stage.Open(name);
            await Task.WhenAll(names.Select((name, i) => Task.Run(async () =>
            {
                var client = stage.Find(name)!;
                await stage.RegisterAsync(client, i % 2 == 0 ? "ann" : null);
                for (var n = 0; n < 5; n++) await client.SendAsync($"JOIN #tea\r\nPRIVMSG #tea :{n}\r\nPART #tea\r\nJOIN #tea\r\nNICK n{round}x{i}x{n}");
                await stage.Find("op")!.SendAsync($"KICK #tea n{round}x{i}x1");
                await client.DropAsync();
            })));
        }
        await Transcript.RunAsync(stage, "op < ...\nop > NAMES #tea\nop < :* 353 op = #tea :@op\nop < :* 366 *");
        Assert.Empty(stage.Faults);
    }

    [Fact]
    public async Task A_listener_that_closes_a_connection_ends_its_session()
    {
        await using var stage = await Stage.OpenAsync();
        await Transcript.RunAsync(stage, "ann joins #tea\nbob joins #tea");
        await stage.Find("bob")!.AbortAsync();
        await stage.Find("bob")!.Serving;
        await Transcript.RunAsync(stage, "ann < :bob!* QUIT :Connection closed");
        Assert.Empty(stage.Faults);
    }

    [Fact]
    public async Task Too_many_connections_from_one_address_are_told_so()
    {
        await using var stage = await Stage.OpenAsync(Stage.Options with { Limits = Stage.Options.Limits with { ConnectionsPerAddress = 2 } });
        await Transcript.RunAsync(stage,
            """
            ann connects
            bob connects
            cat opens
            cat < ERROR :Closing link: * (Too many connections from your address)
            cat ends
            bob drops
            dan connects
            """);
        Assert.Empty(stage.Faults);
    }

    [Fact]
    public async Task A_store_that_has_closed_keeps_no_session_and_no_stop_from_ending()
    {
        var log = new FaultyMessageLog(new MemoryMessageLog());
        var stage = await Stage.OpenAsync(log: log);
        await Transcript.RunAsync(stage, "guest gus\none joins #tea as gus\nbob joins #tea");
        log.Break();
        await stage.Find("bob")!.DropAsync();
        await stage.PassAsync(TimeSpan.FromMinutes(11));
        await stage.Server.StopAsync(TestContext.Current.CancellationToken);
        Assert.Empty(stage.Faults);
        await stage.DisposeAsync();
    }

    [Fact]
    public async Task A_browser_that_reloads_stays_and_a_plain_client_with_a_password_does_not()
    {
        await using var stage = await Stage.OpenAsync();
        await Transcript.RunAsync(stage, "account ann\naccount bob\nop joins #tea");
        var web = await stage.ConnectAsync("web", "ann", transport: Transport.WebSocket);
        var plain = await stage.ConnectAsync("plain", "bob");
        await web.SendAsync("JOIN #tea");
        await plain.SendAsync("JOIN #tea");
        await web.CatchUpAsync();
        await plain.CatchUpAsync();
        await stage.ForgetAsync();
        await web.DropAsync();
        await plain.DropAsync();
        await Transcript.RunAsync(stage, "op < :bob!* QUIT *\nop < none");
        Assert.Empty(stage.Faults);
    }
}
