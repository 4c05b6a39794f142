using System.Globalization;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Killing;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Crashing;

/// <summary>The client itself is killed, again and again, and begun anew with the outbox that it left.</summary>
public sealed class ClientCrashTests
{
    private const string Room = "#crash";

    private readonly Random _random = new(20_261_124);

    [Fact]
    public async Task What_was_written_before_the_client_was_killed_is_stored_once_and_each_sessions_in_order()
    {
        using var folder = new ServerFolder();
        folder.Set("history", "messages_per_request", Crowd.PageSize);
        await using var server = await ServerProcess.StartAsync(folder);
        // A room lives as long as somebody is there.
        await using var reader = await IrcClient.ConnectAsync(folder.Irc, "reader", Writer.Capabilities);
        await reader.JoinAsync(Room);
        string[] common = [folder.Irc.ToString(CultureInfo.InvariantCulture), Path.Combine(folder.Path, "outbox.db"), "thd1_" + new string('A', 43)];
        var kept = new List<string>();
        for (var round = 0; round < Rounds.Of(20); round++)
        {
            using var writer = WriterProcess.Start([.. common, round.ToString(CultureInfo.InvariantCulture), Room]);
            for (var left = _random.Next(1, 40); left > 0; left--)
                kept.Add(await writer.ReadAsync() ?? throw new InvalidOperationException("The client ended by itself."));
            kept.AddRange(await writer.KillAsync());
            // Who does not answer for long is taken for gone.
            await reader.SettleAsync();
        }
        using (var last = WriterProcess.Start([.. common, "last", Room])) Assert.Null(await last.ReadAsync());

        var stored = (await History.ReadAsync(reader, Room, null, Crowd.PageSize)).Select(entry => entry.Text).Where(text => text.Length > 0).ToList();
        Assert.Equal(stored.Distinct(), stored);
        var known = kept.ToHashSet();
        Assert.Subset(stored.ToHashSet(), known);
        foreach (var session in kept.GroupBy(SessionOf))
            Assert.Equal(session, stored.Where(text => SessionOf(text) == session.Key && known.Contains(text)));
    }

    private static string SessionOf(string text) => text.Split(',')[0];
}
