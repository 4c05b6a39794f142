using Teahouse.Core.Log;
using Teahouse.Storage.Codec;
using Teahouse.Storage.Sqlite;
using Teahouse.Storage.Writing;

namespace Teahouse.Storage.Log;

/// <summary>What of a conversation is in pages. Every call is made in a reader's transaction.</summary>
internal static class PageReader
{
    /// <summary>Adds the entries from..to, ascending.</summary>
    public static void Stored(Database database, ConversationId conversation, int epoch, long from, long to, List<LogEntry> into)
    {
        if (from > to) return;
        var statement = database.Prepare("""
            SELECT first, last, time, body FROM pages WHERE conversation = ?1 AND epoch = ?2 AND first <= ?4 AND first >=
                coalesce((SELECT max(first) FROM pages WHERE conversation = ?1 AND epoch = ?2 AND first <= ?3), 0)
            ORDER BY first
            """).Bind(1, conversation.Value).Bind(2, epoch).Bind(3, from).Bind(4, to);
        while (statement.Step())
            PageCodec.Read(statement.Blob(3).ToArray(), statement.Long(0), statement.Long(1), statement.Long(2), from, to, into);
    }

    /// <summary>Adds presence rows of groups up to <paramref name="applied"/> placed after from..to: the newest or the oldest of them.</summary>
    public static void Presence(
        Database database, ConversationId conversation, int epoch, long from, long to, long applied, bool newest, List<PresenceRow> into)
    {
        if (from > to) return;
        var statement = newest
            ? database.Prepare("""
                SELECT after, number, time, payload FROM presence WHERE conversation = ? AND epoch = ? AND after BETWEEN ? AND ? AND number <= ?
                ORDER BY after DESC, number DESC LIMIT ?
                """)
            : database.Prepare("""
                SELECT after, number, time, payload FROM presence WHERE conversation = ? AND epoch = ? AND after BETWEEN ? AND ? AND number <= ?
                ORDER BY after, number LIMIT ?
                """);
        statement.Bind(1, conversation.Value).Bind(2, epoch).Bind(3, from).Bind(4, to)
            .Bind(5, CommitGroup.LastNumber(applied)).Bind(6, LogRange.MostPresence);
        while (statement.Step())
        {
            var entry = new LogEntry(statement.Long(0), statement.Long(2), statement.Blob(3).ToArray(), Presence: true);
            into.Add(new PresenceRow(entry, statement.Long(1)));
        }
    }

    /// <summary>The smallest sequence at or after a time, or <paramref name="end"/> if no page has one.</summary>
    public static long SequenceAt(Database database, ConversationId conversation, ConversationFigures figures, long end, long time)
    {
        // The last page that begins before the time is found by halving the sequences: they are in order of time.
        var (low, high) = (figures.Oldest, end);
        Page? before = null;
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (Begins(database, conversation, figures.Epoch, middle) is not { } page) break;
            if (page.Time < time)
            {
                before = page;
                low = Math.Max(middle, page.Last) + 1;
            }
            else
            {
                high = page.First;
            }
        }
        if (before is not { } found) return Math.Max(figures.Oldest, Math.Min(low, end));
        var entries = new List<LogEntry>();
        PageCodec.Read(Body(database, found.Id), found.First, found.Last, found.Time, found.First, found.Last, entries);
        var at = entries.FindIndex(entry => entry.Time >= time);
        return Math.Max(figures.Oldest, at >= 0 ? entries[at].Sequence : found.Last + 1);
    }

    public static ClientKeyMatch? ClientKey(Database database, ConversationId conversation, ReadOnlySpan<byte> id, long account)
    {
        var statement = database.Prepare("SELECT epoch, sequence, time, hash FROM client_ids WHERE id = ? AND account = ? AND conversation = ?")
            .Bind(1, id).Bind(2, account).Bind(3, conversation.Value);
        if (!statement.Step()) return null;
        var match = new ClientKeyMatch(statement.Int(0), statement.Long(1), statement.Long(2), (ulong)statement.Long(3));
        statement.Reset();
        return match;
    }

    private readonly record struct Page(long Id, long First, long Last, long Time);

    private static Page? Begins(Database database, ConversationId conversation, int epoch, long atOrBefore)
    {
        var statement = database.Prepare("""
            SELECT id, first, last, time FROM pages WHERE conversation = ? AND epoch = ? AND first <= ? ORDER BY first DESC LIMIT 1
            """).Bind(1, conversation.Value).Bind(2, epoch).Bind(3, atOrBefore);
        if (!statement.Step()) return null;
        var page = new Page(statement.Long(0), statement.Long(1), statement.Long(2), statement.Long(3));
        statement.Reset();
        return page;
    }

    private static byte[] Body(Database database, long page)
    {
        var statement = database.Prepare("SELECT body FROM pages WHERE id = ?").Bind(1, page);
        if (!statement.Step()) throw new DamagedException("a page is missing");
        var body = statement.Blob(0).ToArray();
        statement.Reset();
        return body;
    }
}
