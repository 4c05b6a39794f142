using System.Globalization;
using System.Text;

namespace Teahouse.Client;

/// <summary>Cuts what a person wrote into pieces that fit a line each.</summary>
internal static class TextSplitter
{
    /// <summary>The text as it can travel: LF between lines, none that are blank at its beginning and end; empty if there is nothing to say.</summary>
    public static string Clean(string text)
    {
        // NUL and lone surrogates cannot travel in a line.
        var lines = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal))).Split('\n');
        var first = Array.FindIndex(lines, l => !string.IsNullOrWhiteSpace(l));
        var last = Array.FindLastIndex(lines, l => !string.IsNullOrWhiteSpace(l));
        return first < 0 ? "" : string.Join('\n', lines[first..(last + 1)]);
    }

    /// <summary>A line in pieces of at most <paramref name="maxBytes"/> of UTF-8.</summary>
    /// <remarks>
    /// It cuts at the last space in the final third of a piece, else between graphemes. A single grapheme that is longer than a line is
    /// cut between code points: nothing else would ever get it through.
    /// </remarks>
    public static IEnumerable<string> Pieces(string line, int maxBytes)
    {
        // Four bytes take any code point.
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 4);
        while (Encoding.UTF8.GetByteCount(line) > maxBytes)
        {
            var cut = CutAt(line, maxBytes);
            yield return line[..cut];
            line = line[cut..];
        }
        yield return line;
    }

    private static int CutAt(string text, int maxBytes)
    {
        int cut = 0, bytes = 0, space = 0, spaceBytes = 0;
        while (true)
        {
            var length = StringInfo.GetNextTextElementLength(text, cut);
            var next = bytes + Encoding.UTF8.GetByteCount(text.AsSpan(cut, length));
            if (next > maxBytes) break;
            cut += length;
            bytes = next;
            if (text[cut - 1] == ' ') (space, spaceBytes) = (cut, bytes);
        }
        if (spaceBytes > maxBytes * 2 / 3) return space;
        if (cut > 0) return cut;

        bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > maxBytes) break;
            cut += rune.Utf16SequenceLength;
        }
        return cut;
    }
}
