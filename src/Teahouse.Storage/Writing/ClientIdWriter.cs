using System.Buffers.Binary;
using Teahouse.Core.Log;
using Teahouse.Storage.Log;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Writing;

/// <summary>Collects the client ids of a slice and indexes them in order of time, so that neighbours meet in one place of the tree.</summary>
internal sealed class ClientIdWriter(Database database)
{
    private readonly record struct Found(ClientKey Key, ConversationId Conversation, int Epoch, long Sequence, long Time);

    private readonly List<Found> _found = [];

    public void Add(ConversationState conversation, LogEntry entry)
    {
        if (entry.ClientKey is { } key)
            _found.Add(new Found(key, conversation.Id, conversation.Figures.Epoch, entry.Sequence, entry.Time));
    }

    /// <summary>Writes them. An id that is known already stays with its first entry.</summary>
    public void Write()
    {
        if (_found.Count == 0) return;
        _found.Sort(static (one, other) => one.Key.Id.CompareTo(other.Key.Id) is var byId and not 0 ? byId : one.Sequence.CompareTo(other.Sequence));
        var statement = database.Prepare("""
            INSERT INTO client_ids (id, account, conversation, epoch, sequence, time, hash) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """);
        Span<byte> id = stackalloc byte[16];
        foreach (var found in _found)
        {
            BinaryPrimitives.WriteUInt128BigEndian(id, found.Key.Id);
            statement.Bind(1, id).Bind(2, found.Key.Account).Bind(3, found.Conversation.Value).Bind(4, found.Epoch)
                .Bind(5, found.Sequence).Bind(6, found.Time).Bind(7, (long)found.Key.ContentHash).Run();
        }
        Clear();
    }

    public void Clear()
    {
        _found.Clear();
        if (_found.Capacity > 16_384) _found.Capacity = 0;
    }
}
