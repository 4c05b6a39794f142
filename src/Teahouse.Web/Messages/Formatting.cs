using System.Text;
using Teahouse.Client;

namespace Teahouse.Web.Messages;

/// <summary>
/// Reads the formatting codes of IRC (https://modern.ircdocs.horse/formatting). Of colours the hue is kept: the page has shades of each that
/// are readable on its own ground. Other control characters and direction overrides are dropped.
/// </summary>
public static class Formatting
{
    public static IReadOnlyList<TextSpan> Split(string text)
    {
        if (IsPlain(text)) return text.Length == 0 ? [] : [new(text)];
        var spans = new List<TextSpan>();
        var piece = new StringBuilder(text.Length);
        var plain = new TextSpan("");
        var style = plain;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (Toggle(c) is { } flag) Turn(style with { Style = style.Style ^ flag });
            else if (c == FormattingCodes.Reset) Turn(plain);
            else if (c == FormattingCodes.Colour) Turn(Colours.Read(text.AsSpan(i + 1), style, ref i));
            else if (c == FormattingCodes.HexColour) Turn(Colours.ReadHex(text.AsSpan(i + 1), style, ref i));
            else if (!IsUnwanted(c)) piece.Append(c);
            // Each line is a line of IRC of its own.
            if (c == '\n') Turn(plain);
        }
        Turn(plain);
        return spans;

        void Turn(TextSpan next)
        {
            if (piece.Length > 0) spans.Add(style with { Text = piece.ToString() });
            piece.Clear();
            style = next;
        }
    }

    /// <summary>The text without codes, control characters and direction overrides, on one line.</summary>
    public static string Plain(string text) => IsPlain(text) ? text : string.Concat(Split(text).Select(s => s.Text)).ReplaceLineEndings(" ");

    // Names and most messages are: nothing in them is a code, unwanted, or an end of a line.
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
            if (c is < ' ' or >= '\u007F' and <= '\u009F' or >= '\u2028' and <= '\u202E' or >= '\u2066' and <= '\u2069') return false;
        return true;
    }

    private static TextStyle? Toggle(char c) => c switch
    {
        FormattingCodes.Bold => TextStyle.Bold,
        FormattingCodes.Italic => TextStyle.Italic,
        FormattingCodes.Underline => TextStyle.Underline,
        FormattingCodes.Strike => TextStyle.Strike,
        FormattingCodes.Monospace => TextStyle.Mono,
        FormattingCodes.Reverse => TextStyle.Reverse,
        _ => null,
    };

    private static bool IsUnwanted(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\t'))
        || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';
}
