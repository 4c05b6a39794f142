using System.Text;

namespace Teahouse.Web.Messages;

/// <summary>
/// Reads the formatting codes of IRC (https://modern.ircdocs.horse/formatting). Colours are left out: chosen for another
/// background, they would not be readable on ours. Other control characters and direction overrides are dropped.
/// </summary>
public static class Formatting
{
    public static IReadOnlyList<TextSpan> Split(string text)
    {
        var spans = new List<TextSpan>();
        var piece = new StringBuilder(text.Length);
        var style = TextStyle.None;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (Toggle(c) is { } flag)
            {
                Flush();
                style = flag == TextStyle.None ? TextStyle.None : style ^ flag;
            }
            else if (c == '\x03') i += ColourLength(text.AsSpan(i + 1));
            else if (c == '\x04') i += HexColourLength(text.AsSpan(i + 1));
            else if (!IsUnwanted(c)) piece.Append(c);
        }
        Flush();
        return spans;

        void Flush()
        {
            if (piece.Length == 0) return;
            spans.Add(new(piece.ToString(), style));
            piece.Clear();
        }
    }

    /// <summary>The text without codes, control characters and direction overrides, on one line.</summary>
    public static string Plain(string text) => string.Concat(Split(text).Select(s => s.Text)).ReplaceLineEndings(" ");

    private static TextStyle? Toggle(char c) => c switch
    {
        '\x02' => TextStyle.Bold,
        '\x1D' => TextStyle.Italic,
        '\x1F' => TextStyle.Underline,
        '\x1E' => TextStyle.Strike,
        '\x11' => TextStyle.Mono,
        '\x0F' => TextStyle.None,
        _ => null,
    };

    private static int ColourLength(ReadOnlySpan<char> rest)
    {
        var fore = Digits(rest, 2);
        if (fore == 0 || fore >= rest.Length || rest[fore] != ',') return fore;
        var back = Digits(rest[(fore + 1)..], 2);
        return back == 0 ? fore : fore + 1 + back;
    }

    private static int HexColourLength(ReadOnlySpan<char> rest)
    {
        if (!IsHex(rest)) return 0;
        return rest.Length > 6 && rest[6] == ',' && IsHex(rest[7..]) ? 13 : 6;
    }

    private static int Digits(ReadOnlySpan<char> text, int most)
    {
        var n = 0;
        while (n < most && n < text.Length && char.IsAsciiDigit(text[n])) n++;
        return n;
    }

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        if (text.Length < 6) return false;
        foreach (var c in text[..6])
            if (!char.IsAsciiHexDigit(c)) return false;
        return true;
    }

    private static bool IsUnwanted(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\t'))
        || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';
}
