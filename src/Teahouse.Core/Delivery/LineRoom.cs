using System.Globalization;
using System.Text;
using Teahouse.Core.Events;

namespace Teahouse.Core.Delivery;

/// <summary>What fits into a line with its sender's name before it: without tags a line has at most 512 bytes, CR LF included.</summary>
internal static class LineRoom
{
    private const int Longest = 512;

    /// <summary>Where names leave less than this, longer lines are the smaller evil.</summary>
    private const int Least = 64;

    /// <summary>Bytes of UTF-8 that a message's text may have.</summary>
    /// <param name="prefix">nick!user@host.</param>
    public static int Of(string prefix, EventKind kind, string target) => Math.Max(Least, Longest -
        (":".Length + Encoding.UTF8.GetByteCount(prefix) + " ".Length + kind.Command().Length + " ".Length + Encoding.UTF8.GetByteCount(target) + " :".Length + "\r\n".Length));

    /// <param name="room">See <see cref="Of"/>.</param>
    public static bool Fits(string text, int room) =>
        // No character takes more than three bytes.
        text.Length * 3 <= room || Encoding.UTF8.GetByteCount(text) <= room;

    /// <summary>The beginning of the text that fits: up to a space if one is near, and never within what a reader sees as one character.</summary>
    public static ReadOnlySpan<char> Beginning(ReadOnlySpan<char> text, int room)
    {
        if (text.Length * 3 <= room || Encoding.UTF8.GetByteCount(text) <= room) return text;
        var (length, bytes, space) = (0, 0, 0);
        while (true)
        {
            var next = text.Slice(length, StringInfo.GetNextTextElementLength(text[length..]));
            bytes += Encoding.UTF8.GetByteCount(next);
            if (bytes > room) break;
            length += next.Length;
            if (next is " ") space = length;
        }
        if (space > length / 2) return text[..space];
        return length > 0 ? text[..length] : Part(text, room);
    }

    /// <summary>A character with so many marks that it fills a line by itself.</summary>
    private static ReadOnlySpan<char> Part(ReadOnlySpan<char> text, int room)
    {
        var (length, bytes) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > room) break;
            length += rune.Utf16SequenceLength;
        }
        return text[..length];
    }
}
