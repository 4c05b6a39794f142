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
            if (sequence < conversation.TailFirst) Empty(database, conversation, sequence);
    }

    private static void Empty(Database database, ConversationState conversation, long sequence)
    {
        var statement = database.Prepare("""
            SELECT id, first, last, time, body FROM pages WHERE conversation = ? AND epoch = ? AND first <= ? ORDER BY first DESC LIMIT 1
            """).Bind(1, conversation.Id.Value).Bind(2, conversation.Figures.Epoch).Bind(3, sequence);
        if (!statement.Step()) return;
        var (id, first, last, time) = (statement.Long(0), statement.Long(1), statement.Long(2), statement.Long(3));
        var body = statement.Blob(4).ToArray();
        statement.Reset();
        if (sequence > last) return;
        List<LogEntry> entries = [];
        PageCodec.Read(body, first, last, time, first, last, entries);
        var writer = new ByteWriter();
        PageCodec.Begin(writer, default);
        foreach (var entry in entries)
        {
            PageCodec.Add(writer, entry.Sequence == sequence ? entry with { Payload = ReadOnlyMemory<byte>.Empty } : entry, time);
            time = entry.Time;
        }
        Sealed.End(writer);
        database.Prepare("UPDATE pages SET body = ? WHERE id = ?").Bind(1, writer.Written).Bind(2, id).Run();
    }
}
