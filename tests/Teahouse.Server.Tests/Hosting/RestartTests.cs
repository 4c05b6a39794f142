using Teahouse.Server.Admin;

namespace Teahouse.Server.Tests.Hosting;

/// <summary>A restart with the store that the program has.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task Who_stays_is_in_its_rooms_again_and_nobody_hears_that_it_comes_or_goes()
    {
        var server = await TestServer.StartAsync("[[listen]]\naddress = \"127.0.0.1:0\"\n");
        try
        {
            foreach (var name in (string[])["ann", "bob"]) await AdminClient.TrySendAsync(server.Configuration.DataFolder, new(AdminCommands.Add, name, "a password"), default);
            await AdminClient.TrySendAsync(server.Configuration.DataFolder, new(AccountAdmin.KeepOnline, "ann") { Value = "on" }, default);
            await using (var ann = await LogInAsync(server, "ann"))
            await using (var bob = await LogInAsync(server, "bob"))
            {
                await bob.SendAsync("JOIN #tea", "PRIVMSG ChanServ :REGISTER #tea");
                Assert.NotNull(await bob.ReadUntilAsync(":ChanServ!"));
                await ann.SendAsync("JOIN #tea", "AWAY :lunch", "PRIVMSG #tea :before");
                Assert.NotNull(await bob.ReadUntilAsync("PRIVMSG #tea :before"));
                server = await server.RestartAsync();
                while (await bob.ReadUntilAsync(":ann!") is { } line) Assert.DoesNotMatch("^:ann!\\S+ (QUIT|PART|AWAY)", line);
            }

            await using var eve = await server.ConnectAsync();
            await eve.RegisterAsync("eve");
            await eve.SendAsync("JOIN #tea");
            Assert.Contains("ann", await eve.ReadUntilAsync(" 353 "), StringComparison.Ordinal);
            await eve.SendAsync("WHO ann");
            Assert.Contains(" ann G", await eve.ReadUntilAsync(" 352 "), StringComparison.Ordinal);

            await using var back = await LogInAsync(server, "ann");
            Assert.Contains(" JOIN #tea", await back.ReadUntilAsync(" JOIN "), StringComparison.Ordinal);
            await back.SendAsync("PRIVMSG #tea :after", "QUIT");
            Assert.Null(await back.ReadUntilAsync(" none of this "));
            await eve.SendAsync("PING :barrier");
            // The first line about her is what she says, and there is none after it.
            Assert.Contains("PRIVMSG #tea :after", await eve.ReadUntilAsync(":ann!"), StringComparison.Ordinal);
            Assert.Contains("PONG", await eve.ReadUntilAsync(" "), StringComparison.Ordinal);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task<IrcPeer> LogInAsync(TestServer server, string name)
    {
        var peer = await server.ConnectAsync();
        await peer.SendAsync($"PASS :{name}:a password");
        await peer.RegisterAsync(name);
        return peer;
    }
}
