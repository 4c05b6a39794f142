using Teahouse.EndToEnd.Irc;

namespace Teahouse.EndToEnd.Killing;

/// <summary>People who write until the server dies, and come back again and again to find what was echoed, and nothing else.</summary>
internal sealed class Crowd
{
    public const int PageSize = 1000;

    private readonly string[] _rooms;
    private readonly Writer[] _writers;
    private readonly Ledger _ledger = new();

    /// <param name="writers">An even number: everybody has somebody to write to.</param>
    /// <param name="now">A point in the life of the server that only grows; none: 0.</param>
    public Crowd(int writers, int rooms, Func<long>? now = null)
    {
        _rooms = [.. Enumerable.Range(0, rooms).Select(room => $"#room{room}")];
        _writers = [.. Enumerable.Range(0, writers).Select(i => new Writer($"w{i}", [_rooms[i % rooms], _rooms[(i + 1) % rooms]], $"w{i ^ 1}", seed: i, now ?? (() => 0)))];
    }

    /// <summary>Everybody comes back, and what the history has gained since the last time is looked at.</summary>
    /// <param name="isNew">They have no accounts yet.</param>
    /// <returns>Who looks after the rooms.</returns>
    public async Task<IrcClient> AuditAsync(int port, bool isNew)
    {
        var keeper = await IrcClient.LogInAsync(port, "keeper", Writer.Password, Writer.Capabilities, isNew);
        // Who is there first is the operator.
        await keeper.SendAsync($"JOIN {Writer.QuietRoom},{string.Join(',', _rooms)}");
        await keeper.SettleAsync();
        await Task.WhenAll(_writers.Select(writer => writer.ConnectAsync(port, isNew)));

        foreach (var room in (string[])[Writer.QuietRoom, .. _rooms])
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

    /// <summary>They write until so many were answered; then the server is ended, and they read what it had still sent.</summary>
    /// <param name="until">Answers with the point up to which what it did counts.</param>
    public async Task WriteAsync(int answers, Func<Task> end, Func<long>? until = null)
    {
        var answered = new Countdown(answers);
        var cut = Task.WhenAll(_writers.Select(writer => writer.WriteAsync(answered)).ToArray());
        Assert.Same(answered.Done, await Task.WhenAny(answered.Done, cut));
        await end();
        await cut;
        var last = until?.Invoke() ?? long.MaxValue;
        foreach (var writer in _writers) writer.Believe(last);
    }

    /// <summary>After the last audit: nothing of an earlier round has gone since it was looked at, and every echoed message is there once.</summary>
    public async Task AssertEveryMessageAsync(IrcClient reader)
    {
        var stored = _ledger.Stored.Values.SelectMany(entries => entries).Select(entry => entry.Text).Where(text => text.Length > 0).ToList();
        var once = stored.ToHashSet();
        Assert.Equal(stored.Count, once.Count);
        foreach (var writer in _writers)
        {
            Assert.Subset(once, writer.Echoed);
            Assert.DoesNotContain(once, writer.Refused.Contains);
        }
        Assert.Contains(_writers, writer => writer.Refused.Count > 0);
        Assert.Subset(_writers.SelectMany(writer => writer.Sent).ToHashSet(), once);
        foreach (var room in _rooms) Assert.Equal(_ledger.Stored[room], await History.ReadAsync(reader, room, null, PageSize));
    }
}
