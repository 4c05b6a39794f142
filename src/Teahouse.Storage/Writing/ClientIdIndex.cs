using System.Buffers.Binary;
using Teahouse.Core.Log;
using Teahouse.Storage.Log;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Writing;

/// <summary>
/// The committed client ids that are not indexed yet, in order of arrival: near each other in time, they meet in few pages
/// of the index, where the order in which conversations are written would scatter them. Used only by the writer.
/// </summary>
internal sealed class ClientIdIndex(Database database)
{
    private readonly record struct Entry(LogEntry Stored, ConversationId Conversation, int Epoch);

    /// <summary>So many are worth a transaction of their own.</summary>
    public const int Worth = 1000;

    private const int Batch = 500;
    private const long RowBytes = 60;

    private readonly Queue<Entry> _waiting = new();
    private readonly List<Entry> _batch = [];
    private int _indexed;

    public int Waiting => _waiting.Count;

    public void Add(ConversationState conversation, LogEntry entry)
    {
        if (entry.ClientKey is not null) _waiting.Enqueue(new Entry(entry, conversation.Id, conversation.Figures.Epoch));
    }

    /// <summary>Indexes what waits, inside a transaction, while there is time; true if that was all.</summary>
    public bool Write(Func<bool> hasTime)
    {
        _indexed = 0;
        while (_indexed < _waiting.Count)
        {
            _batch.Clear();
            _batch.AddRange(_waiting.Skip(_indexed).Take(Batch));
            WriteBatch();
            _indexed += _batch.Count;
            if (!hasTime()) break;
        }
        return _indexed == _waiting.Count;
    }

    /// <summary>The transaction is committed: what it indexed waits no more. Answers with its bytes, about.</summary>
    public long Apply()
    {
        var bytes = _indexed * RowBytes;
        for (; _indexed > 0; _indexed--) _waiting.Dequeue();
        return bytes;
    }

    /// <summary>An id that is known already stays with its first entry.</summary>
    private void WriteBatch()
    {
        _batch.Sort(static (one, other) => one.Stored.ClientKey!.Id.CompareTo(other.Stored.ClientKey!.Id) is var byId and not 0
            ? byId : one.Stored.Sequence.CompareTo(other.Stored.Sequence));
        var statement = database.Prepare("""
            INSERT INTO client_ids (id, account, conversation, epoch, sequence, time, hash) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """);
        Span<byte> id = stackalloc byte[16];
        foreach (var (stored, conversation, epoch) in _batch)
        {
            var key = stored.ClientKey!;
            BinaryPrimitives.WriteUInt128BigEndian(id, key.Id);
            statement.Bind(1, id).Bind(2, key.Account).Bind(3, conversation.Value).Bind(4, epoch)
                .Bind(5, stored.Sequence).Bind(6, stored.Time).Bind(7, (long)key.ContentHash).Run();
        }
    }
}
