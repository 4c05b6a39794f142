using System.Buffers.Binary;

namespace Teahouse.Storage.Codec;

/// <summary>Bytes that grow; reused from one group or page to the next.</summary>
internal sealed class ByteWriter
{
    // Kept when it is reused; a larger buffer was an exception, and is given back.
    private const int Keep = 4 * 1024 * 1024;

    private byte[] _bytes = new byte[16 * 1024];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > Keep) _bytes = new byte[16 * 1024];
    }

    public void Byte(byte value) => Room(1)[0] = value;

    /// <summary>Seven bits a byte, lowest first.</summary>
    public void Varint(ulong value)
    {
        while (value >= 0x80)
        {
            Byte((byte)(value | 0x80));
            value >>= 7;
        }
        Byte((byte)value);
    }

    /// <summary>A number that may be negative, small either way.</summary>
    public void Signed(long value) => Varint((ulong)((value << 1) ^ (value >> 63)));

    public void Fixed32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Room(4), value);

    public void Fixed64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Room(8), value);

    public void Fixed128(UInt128 value) => BinaryPrimitives.WriteUInt128BigEndian(Room(16), value);

    public void Raw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Room(bytes.Length));

    public void Counted(ReadOnlySpan<byte> bytes)
    {
        Varint((ulong)bytes.Length);
        Raw(bytes);
    }

    /// <summary>Overwrites four bytes that were written before.</summary>
    public void Patch32(int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(at, 4), value);

    private Span<byte> Room(int count)
    {
        if (_bytes.Length - Length < count) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        var room = _bytes.AsSpan(Length, count);
        Length += count;
        return room;
    }
}
