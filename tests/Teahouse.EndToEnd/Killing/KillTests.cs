using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Killing;

public sealed class KillTests
{
    private const int Rounds = 20;
    private const int Writers = 50;
    private const int Rooms = 5;
    private const int PageSize = 1000;

    private readonly Random _random = new(20_251_123);
    private readonly Ledger _ledger = new();

    private readonly Writer[] _writers = [.. Enumerable.Range(0, Writers).Select(i => new Writer($"w{i}", [$"#room{i % Rooms}", $"#room{(i + 1) % Rooms}"], $"w{i ^ 1}", seed: i))];

    [Fact]
    public async Task What_was_echoed_before_the_server_was_killed_is_in_the_history_once_and_in_order()
    {
        using var folder = new ServerFolder();
        folder.Set("history", "messages_per_request", PageSize);
        for (var round = 0; round < Rounds; round++)
        {
            await using var server = await ServerProcess.StartAsync(folder);
            await using var keeper = await AuditAsync(folder, isNew: round == 0);
            var echoes = new Countdown(_random.Next(1, 2_500));
            var writing = _writers.Select(writer => writer.WriteAsync(echoes)).ToArray();
            var cut = Task.WhenAll(writing);
            Assert.Same(echoes.Done, await Task.WhenAny(echoes.Done, cut));
            await server.KillAsync();
            await cut;
        }

        await using var last = await ServerProcess.StartAsync(folder);
        await using var reader = await AuditAsync(folder, isNew: false);
        AssertEveryMessage();
        // Nothing of an earlier round has gone since it was looked at.
        for (var room = 0; room < Rooms; room++)
            Assert.Equal(_ledger.Stored[$"#room{room}"], await History.ReadAsync(reader, $"#room{room}", null, PageSize));
    }

    /// <summary>Everybody comes back, and what the history has gained since the last time is looked at.</summary>
    private async Task<IrcClient> AuditAsync(ServerFolder folder, bool isNew)
    {
        var keeper = await IrcClient.LogInAsync(folder.Irc, "keeper", Writer.Password, Writer.Capabilities, isNew);
        // Who is there first is the operator.
        await keeper.SendAsync($"JOIN {Writer.QuietRoom},{string.Join(',', Enumerable.Range(0, Rooms).Select(room => $"#room{room}"))}");
        await keeper.SettleAsync();
        await Task.WhenAll(_writers.Select(writer => writer.ConnectAsync(folder.Irc, isNew)));

        string[] rooms = [Writer.QuietRoom, .. Enumerable.Range(0, Rooms).Select(room => $"#room{room}")];
        foreach (var room in rooms)
            _ledger.Add(room, await History.ReadAsync(keeper, room, _ledger.Last(room), PageSize), _writers);
        foreach (var writer in _writers.Where((_, i) => i % 2 == 0))
        {
            var chat = Sighting.Between(writer.Name, writer.Partner);
            _ledger.Add(chat, await History.ReadAsync(writer.Client, writer.Partner, _ledger.Last(chat), PageSize), _writers);
        }

        foreach (var writer in _writers) writer.Seen.Clear();
        await keeper.SendAsync($"MODE {Writer.QuietRoom} +m");
        await keeper.SettleAsync();
        return keeper;
    }

    private void AssertEveryMessage()
    {
        var stored = _ledger.Stored.Values.SelectMany(entries => entries).Select(entry => entry.Text).Where(text => text.Length > 0).ToList();
        var once = stored.ToHashSet();
        Assert.Equal(stored.Count, once.Count);
        foreach (var writer in _writers)
        {
            Assert.NotEmpty(writer.Echoed);
            Assert.NotEmpty(writer.Refused);
            Assert.Subset(once, writer.Echoed);
            Assert.DoesNotContain(once, writer.Refused.Contains);
        }
        Assert.Subset(_writers.SelectMany(writer => writer.Sent).ToHashSet(), once);
    }
}
