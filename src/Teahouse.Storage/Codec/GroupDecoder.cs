using System.Collections.Immutable;
using Teahouse.Core.Log;

namespace Teahouse.Storage.Codec;

/// <summary>One append as a group's row holds it.</summary>
internal readonly record struct GroupPart(
    ConversationId Conversation, int Epoch, long Head, ImmutableArray<LogEntry> Entries, ReadOnlyMemory<byte>? State, ImmutableArray<long> Emptied);

/// <summary>Reads the rows that a <see cref="GroupEncoder"/> made.</summary>
internal static class GroupDecoder
{
    public static List<GroupPart> Decode(ReadOnlyMemory<byte> row)
    {
        var reader = new ByteReader(Sealed.Open(row));
        var parts = new List<GroupPart>();
        while (!reader.AtEnd)
        {
            var conversation = new ConversationId((long)reader.Varint());
            var epoch = (int)reader.Varint();
            var head = (long)reader.Varint();
            var flags = reader.Byte();
            if (flags > (GroupEncoder.HasState | GroupEncoder.HasEmptied)) throw new DamagedException("a group has flags that nobody sets");
            // Without the cast null would be an array that is null, which converts to an empty state.
            var state = (flags & GroupEncoder.HasState) == 0 ? (ReadOnlyMemory<byte>?)null : reader.Counted();
            var emptied = (flags & GroupEncoder.HasEmptied) == 0 ? [] : Emptied(ref reader);
            var count = (int)reader.Varint();
            var entries = ImmutableArray.CreateBuilder<LogEntry>();
            var (last, time) = (head, 0L);
            for (var i = 0; i < count; i++)
            {
                var entry = EntryCodec.Read(ref reader, last, time);
                time = entry.Time;
                if (!entry.Presence) last = entry.Sequence;
                entries.Add(entry);
            }
            parts.Add(new(conversation, epoch, head, entries.DrainToImmutable(), state, emptied));
        }
        return parts;
    }

    private static ImmutableArray<long> Emptied(ref ByteReader reader)
    {
        var sequences = ImmutableArray.CreateBuilder<long>();
        for (var count = reader.Varint(); count > 0; count--) sequences.Add((long)reader.Varint());
        return sequences.DrainToImmutable();
    }
}
