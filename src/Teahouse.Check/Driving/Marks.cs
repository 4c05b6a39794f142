using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Teahouse.Check.Judging;
using Teahouse.Protocol;

namespace Teahouse.Check.Driving;

/// <summary>The server's names for a message.</summary>
internal static class Marks
{
    /// <returns>Its id and its place as one number; 0 if it has no names.</returns>
    public static ulong Of(Message message)
    {
        if (message.Tags[TagNames.MsgId] is not { } id) return 0;
        var names = Encoding.UTF8.GetBytes($"{id} {message.Tags[TagNames.Sequence]}");
        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(names)) | 1;
    }

    /// <returns>Default if the server does not say.</returns>
    public static Place PlaceOf(Message message) =>
        SequenceTag.TryParse(message.Tags[TagNames.Sequence], out var tag) ? new(tag.Epoch, tag.Number) : default;
}
