using System.Buffers.Binary;

namespace Teahouse.Client;

/// <summary>UUIDs of version 7 (RFC 9562), each above the one before unless the clock was put right. Used only from the client's loop.</summary>
/// <param name="random">Makes them different from those of other clients; no secret depends on it.</param>
internal sealed class MessageIds(Random random)
{
    private const int LargestCount = 0xfff;

    // A clock that goes back by more was put right: its earlier times were wrong.
    private const long Correction = 30_000;

    private long _millis;
    private int _count;

    public Guid Next(DateTimeOffset at)
    {
        var millis = at.ToUnixTimeMilliseconds();
        if (millis > _millis || millis < _millis - Correction) (_millis, _count) = (millis, 0);
        // The clock stands or went back: it counts on from where it was.
        else if (_count < LargestCount) _count++;
        else (_millis, _count) = (_millis + 1, 0);

        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes[8..]);
        BinaryPrimitives.WriteInt64BigEndian(bytes, (_millis << 16) | 0x7000L | (uint)_count);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new(bytes, bigEndian: true);
    }

    /// <summary>The time in an id.</summary>
    public static DateTimeOffset TimeOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16);
    }
}
