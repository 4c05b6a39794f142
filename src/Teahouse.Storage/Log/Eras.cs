using System.Buffers.Binary;
using System.Collections.Immutable;
using Teahouse.Core.Log;
using Teahouse.Storage.Codec;

namespace Teahouse.Storage.Log;

/// <summary>The column <c>before</c> of a conversation: for each era that a restore ended, epoch (4 bytes) and last sequence (8), big-endian.</summary>
internal static class Eras
{
    private const int Size = sizeof(int) + sizeof(long);

    public static ImmutableArray<Era> Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % Size != 0) throw new DamagedException("a conversation's earlier eras cannot be read");
        var eras = ImmutableArray.CreateBuilder<Era>(bytes.Length / Size);
        for (var at = 0; at < bytes.Length; at += Size)
            eras.Add(new Era(BinaryPrimitives.ReadInt32BigEndian(bytes[at..]), BinaryPrimitives.ReadInt64BigEndian(bytes[(at + sizeof(int))..])));
        return eras.MoveToImmutable();
    }

    public static byte[] Encode(ImmutableArray<Era> eras)
    {
        var bytes = new byte[eras.Length * Size];
        for (var i = 0; i < eras.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(i * Size), eras[i].Epoch);
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(i * Size + sizeof(int)), eras[i].LastSequence);
        }
        return bytes;
    }
}
