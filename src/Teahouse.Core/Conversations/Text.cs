using System.Text;

namespace Teahouse.Core.Conversations;

internal static class Text
{
    /// <summary>The longest beginning of at most <paramref name="bytes"/> UTF-8 bytes that ends between code points; 0: no limit.</summary>
    public static string Cut(string text, int bytes)
    {
        if (bytes == 0 || Encoding.UTF8.GetByteCount(text) <= bytes) return text;
        var used = 0;
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            used += rune.Utf8SequenceLength;
            if (used > bytes) break;
            length += rune.Utf16SequenceLength;
        }
        return text[..length];
    }
}
