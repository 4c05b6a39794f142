using System.Collections.Immutable;
using Teahouse.Core.Log;

namespace Teahouse.Storage.Codec;

/// <summary>One append as a group's row holds it.</summary>
internal readonly record struct GroupPart(
    ConversationId Conversation, int Epoch, long Head, ImmutableArray<LogEntry> Entries, ReadOnlyMemory<byte>? State);

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
            // Without the cast null would be an array that is null, which converts to an empty state.
            var state = reader.Byte() == 0 ? (ReadOnlyMemory<byte>?)null : reader.Counted();
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
            parts.Add(new(conversation, epoch, head, entries.DrainToImmutable(), state));
        }
        return parts;
    }
}
