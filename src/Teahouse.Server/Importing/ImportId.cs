using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Teahouse.Server.Importing;

/// <summary>Ids that follow from where a message comes from, and from nothing else.</summary>
internal static class ImportId
{
    public static UInt128 Of(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts) text.Append(part.Length).Append(':').Append(part);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
