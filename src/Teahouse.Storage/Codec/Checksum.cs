using System.Buffers.Binary;
using System.Numerics;

namespace Teahouse.Storage.Codec;

/// <summary>CRC-32C, which the processor computes.</summary>
internal static class Checksum
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        while (bytes.Length >= 8)
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }
        foreach (var each in bytes) crc = BitOperations.Crc32C(crc, each);
        return ~crc;
    }
}
