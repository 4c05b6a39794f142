using System.Buffers.Binary;

namespace Teahouse.Storage.Codec;

/// <summary>Reads what a <see cref="ByteWriter"/> wrote; payloads are slices of the same memory.</summary>
internal struct ByteReader(ReadOnlyMemory<byte> bytes)
{
    private int _at;

    public readonly bool AtEnd => _at == bytes.Length;

    public byte Byte() => Take(1).Span[0];

    public ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80) return value;
        }
        throw new DamagedException("a number is too long");
    }

    public long Signed()
    {
        var value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public uint Fixed32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4).Span);

    public ulong Fixed64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8).Span);

    public UInt128 Fixed128() => BinaryPrimitives.ReadUInt128BigEndian(Take(16).Span);

    public ReadOnlyMemory<byte> Counted()
    {
        var length = Varint();
        return length <= int.MaxValue ? Take((int)length) : throw new DamagedException("a length is too large");
    }

    public readonly ReadOnlyMemory<byte> Rest => bytes[_at..];

    private ReadOnlyMemory<byte> Take(int count)
    {
        if (bytes.Length - _at < count) throw new DamagedException("it ends too early");
        var taken = bytes.Slice(_at, count);
        _at += count;
        return taken;
    }
}
