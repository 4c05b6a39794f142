using Teahouse.Core.Log;

namespace Teahouse.Storage.Codec;

/// <summary>One entry: flags, time, placement of a presence row, payload, client key. What is the same for its neighbours is left out.</summary>
internal static class EntryCodec
{
    private const byte Presence = 1;
    private const byte Keyed = 2;

    /// <param name="last">The sequence of the last stored entry before it.</param>
    /// <param name="time">The time that its own is written relative to.</param>
    public static void Write(ByteWriter writer, LogEntry entry, long last, long time)
    {
        writer.Byte((byte)((entry.Presence ? Presence : 0) | (entry.ClientKey is null ? 0 : Keyed)));
        writer.Signed(entry.Time - time);
        if (entry.Presence) writer.Varint((ulong)(last - entry.Sequence));
        writer.Counted(entry.Payload.Span);
        if (entry.ClientKey is not { } key) return;
        writer.Signed(key.Account);
        writer.Fixed128(key.Id);
        writer.Fixed64(key.ContentHash);
    }

    public static LogEntry Read(ref ByteReader reader, long last, long time)
    {
        var flags = reader.Byte();
        if (flags > (Presence | Keyed)) throw new DamagedException("an entry has flags that nobody sets");
        time += reader.Signed();
        var presence = (flags & Presence) != 0;
        var sequence = presence ? last - (long)reader.Varint() : last + 1;
        var payload = reader.Counted();
        ClientKey? key = (flags & Keyed) == 0 ? null : new ClientKey(reader.Signed(), reader.Fixed128(), reader.Fixed64());
        return new LogEntry(sequence, time, payload, key, presence);
    }
}
