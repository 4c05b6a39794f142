using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Trouble;

public sealed class StopTests
{
    /// <summary>Five seconds, and ten for a machine that has much else to do. A peer that does not read would hold it up for ever.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_server_that_is_told_to_stop_says_goodbye_and_ends_whoever_does_not_read()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        var clients = new List<IrcClient>();
        try
        {
            for (var i = 0; i < 20; i++) clients.Add(await IrcClient.ConnectAsync(i % 2 == 0 ? folder.Irc : folder.Ircs, $"ann{i}", authority: i % 2 == 0 ? null : server.AuthorityFile));
            foreach (var client in clients) await client.JoinAsync("#tea");
            // One that never reads, with all that fits waiting for it, and one that has not said who it is.
            await using var deaf = await IrcClient.RegisterAsync(await IrcConnection.OpenAsync(folder.Irc, receiveBuffer: 4_096), "deaf");
            await deaf.JoinAsync("#tea");
            await using var nameless = await IrcConnection.OpenAsync(folder.Irc);
            for (var i = 0; i < 20; i++) await clients[0].SendAsync(string.Concat(Enumerable.Repeat($"PRIVMSG #tea :{new string('x', 400)}\r\n", 100)));
            await clients[0].SettleAsync();

            var goodbyes = Task.WhenAll(clients.Select(client => client.ReadToEndAsync()));
            var (exitCode, took) = await server.StopAsync();

            Assert.Equal(0, exitCode);
            Assert.InRange(took, TimeSpan.Zero, Longest);
            Assert.All(await goodbyes, heard => Assert.Equal("ERROR", heard.LastOrDefault()?.Command));
        }
        finally
        {
            foreach (var client in clients) await client.DisposeAsync();
        }
    }
}
