using System.Collections.Immutable;
using Teahouse.Core.Log;
using Teahouse.Storage.Codec;
using Teahouse.Storage.Log;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Writing;

/// <summary>Takes payloads out of pages, in the transaction of the group that says so. Used only by the writer.</summary>
internal static class PageEmptying
{
    /// <summary>Empties the entries that are in pages; those in the tail are left to it.</summary>
    public static void Empty(Database database, ConversationState conversation, ImmutableArray<long> sequences)
    {
        foreach (var sequence in sequences)
            if (sequence < conversation.TailFirst) Empty(database, conversation.Id, conversation.Figures.Epoch, sequence, entry => entry.Sequence == sequence);
    }

    /// <summary>Empties what has expired of the page that begins before the oldest entry left and ends after it.</summary>
    public static void EmptyBefore(Database database, ConversationId conversation, int epoch, long oldest) =>
        Empty(database, conversation, epoch, oldest, entry => entry.Sequence < oldest);

    private static void Empty(Database database, ConversationId conversation, int epoch, long at, Predicate<LogEntry> isGone)
    {
        var statement = database.Prepare("""
            SELECT id, first, last, time, body FROM pages WHERE conversation = ? AND epoch = ? AND first <= ? ORDER BY first DESC LIMIT 1
            """).Bind(1, conversation.Value).Bind(2, epoch).Bind(3, at);
        if (!statement.Step()) return;
        var (id, first, last, time) = (statement.Long(0), statement.Long(1), statement.Long(2), statement.Long(3));
        var body = statement.Blob(4).ToArray();
        statement.Reset();
        if (at > last) return;
        List<LogEntry> entries = [];
        PageCodec.Read(body, first, last, time, first, last, entries);
        if (!entries.Exists(entry => isGone(entry) && !entry.Payload.IsEmpty)) return;
        var writer = new ByteWriter();
        PageCodec.Begin(writer, default);
        foreach (var entry in entries)
        {
            PageCodec.Add(writer, isGone(entry) ? entry with { Payload = ReadOnlyMemory<byte>.Empty } : entry, time);
            time = entry.Time;
        }
        Sealed.End(writer);
        database.Prepare("UPDATE pages SET body = ? WHERE id = ?").Bind(1, writer.Written).Bind(2, id).Run();
    }
}
