using System.Buffers.Binary;
using System.Collections.Immutable;
using Teahouse.Core.Log;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Log;

/// <summary>
/// Reads a conversation: first what is in memory, then what is in pages. In this order nothing is missed, for entries leave
/// memory only after their pages are committed; and what was in both is taken once, for both say where they meet.
/// </summary>
internal sealed class LogReader(ConversationCache cache, ReadPool pool, StoreHealth health)
{
    public async ValueTask<ImmutableArray<LogEntry>> ReadAsync(ConversationId id, LogRange range, CancellationToken cancel)
    {
        health.ThrowIfClosed();
        while (true)
        {
            if (cache.Get(id) is not { } state || state.Head() is null)
                return await pool.ReadAsync(database => Select(database, id, range), cancel);
            var view = state.View(range);
            var (rowFrom, _) = TailView.PresenceClip(range, view.From, view.To, view.Figures.Oldest);
            if ((view.From > view.To || view.From >= view.TailFirst) && rowFrom != 0) return Select(view, range);
            var result = await pool.ReadAsync(database => Select(database, id, view, range), cancel);
            // An epoch that ended meanwhile took its pages with it; so did what expired.
            if (state.Era == (view.Figures.Epoch, view.Figures.Oldest)) return result;
        }
    }

    public async ValueTask<long> SequenceAtAsync(ConversationId id, long time, CancellationToken cancel)
    {
        health.ThrowIfClosed();
        while (true)
        {
            if (cache.Get(id) is not { } state || state.Head() is null)
                return await pool.ReadAsync(database => SequenceAt(database, id, time), cancel);
            var (known, figures, tailFirst) = state.SequenceAt(time);
            if (known is { } sequence) return sequence;
            var found = await pool.ReadAsync(database => PageReader.SequenceAt(database, id, figures, tailFirst, time), cancel);
            if (state.Era == (figures.Epoch, figures.Oldest)) return found;
        }
    }

    public async ValueTask<ClientKeyMatch?> FindClientKeyAsync(ConversationId id, ClientKey key, CancellationToken cancel)
    {
        health.ThrowIfClosed();
        if (cache.Get(id)?.Find(key) is { } match) return match;
        return await pool.ReadAsync(database =>
        {
            Span<byte> bytes = stackalloc byte[16];
            BinaryPrimitives.WriteUInt128BigEndian(bytes, key.Id);
            if (PageReader.ClientKey(database, id, bytes, key.Account) is { } indexed) return indexed;
            _ = Row(database, id);
            return (ClientKeyMatch?)null;
        }, cancel);
    }

    private static ImmutableArray<LogEntry> Select(Database database, ConversationId id, LogRange range)
    {
        var row = Row(database, id);
        var (from, to) = TailView.Clip(range, row.Figures);
        return Select(database, id, new TailView(row.Figures, row.Figures.LastSequence + 1, row.Applied, from, to, [], []), range);
    }

    private static ImmutableArray<LogEntry> Select(Database database, ConversationId id, TailView view, LogRange range)
    {
        var (stored, presence) = (new List<LogEntry>(), new List<PresenceRow>());
        PageReader.Stored(database, id, view.Figures.Epoch, view.From, Math.Min(view.To, view.TailFirst - 1), stored);
        var (rowFrom, rowTo) = TailView.PresenceClip(range, view.From, view.To, view.Figures.Oldest);
        PageReader.Presence(database, id, view.Figures.Epoch, rowFrom, rowTo, view.Applied, range.Newest, presence);
        stored.AddRange(view.Stored);
        presence.AddRange(view.Presence);
        return Select(view with { Stored = stored, Presence = presence }, range);
    }

    private static ImmutableArray<LogEntry> Select(TailView view, LogRange range)
    {
        if (view.Presence.Count == 0) return [.. view.Stored];
        // Rows of one entry in the order of their numbers; one written late stands where it belongs.
        view.Presence.Sort(static (one, other) => one.Entry.Sequence.CompareTo(other.Entry.Sequence) is var placed and not 0
            ? placed : one.Number.CompareTo(other.Number));
        return LogSelection.Select(view.Stored, view.Presence.ConvertAll(row => row.Entry), range);
    }

    private static long SequenceAt(Database database, ConversationId id, long time)
    {
        var row = Row(database, id);
        return PageReader.SequenceAt(database, id, row.Figures, row.Figures.LastSequence + 1, time);
    }

    private static ConversationRow Row(Database database, ConversationId id) =>
        ConversationRow.Find(database, id) ?? throw new KeyNotFoundException($"There is no conversation {id}.");
}
