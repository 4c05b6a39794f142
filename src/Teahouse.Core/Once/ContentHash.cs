using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Teahouse.Core.Events;
using Teahouse.Protocol;

namespace Teahouse.Core.Once;

/// <summary>What makes two messages the same: the command, the lines with what joins them, and the tags that are stored. It is stored: never change it.</summary>
internal static class ContentHash
{
    /// <param name="text">Several lines as <see cref="MultilineText"/> has them.</param>
    /// <param name="tags">Client-only tags; their order does not count.</param>
    public static ulong Of(EventKind kind, string text, Tags tags)
    {
        var content = new ArrayBufferWriter<byte>(256);
        content.Write([(byte)kind]);
        Add(content, text);
        if (tags.Count > 0)
        {
            foreach (var (key, value) in tags.OrderedByKey())
            {
                Add(content, key);
                Add(content, value);
            }
        }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content.WrittenSpan, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }

    private static void Add(ArrayBufferWriter<byte> content, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        BinaryPrimitives.WriteInt32BigEndian(content.GetSpan(4), length);
        content.Advance(4);
        Encoding.UTF8.GetBytes(text, content.GetSpan(length));
        content.Advance(length);
    }
}
