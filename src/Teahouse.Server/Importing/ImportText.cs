using System.Text;

namespace Teahouse.Server.Importing;

/// <summary>What one message may hold.</summary>
/// <param name="Bytes">Of UTF-8.</param>
internal readonly record struct MessageSize(int Bytes, int Lines);

/// <summary>Text of elsewhere as it can be kept here.</summary>
internal static class ImportText
{
    /// <summary>Bold, colours and so on. https://modern.ircdocs.horse/formatting</summary>
    private const string Formatting = "\u0002\u0003\u0004\u000f\u0011\u0016\u001d\u001e\u001f";

    /// <summary>One line without controls.</summary>
    public static string Line(string text) => string.Concat(text.EnumerateRunes().Select(rune => Rune.IsControl(rune) ? " " : rune.ToString())).Trim();

    /// <summary>The text, without controls that mean nothing here, in pieces of at most that size; none if nothing is said.</summary>
    public static IEnumerable<string> Parts(string text, MessageSize size)
    {
        var part = new StringBuilder();
        var (bytes, lines) = (0, 0);
        foreach (var line in Clean(text).Split('\n'))
        {
            foreach (var piece in Pieces(line, size.Bytes))
            {
                var more = Encoding.UTF8.GetByteCount(piece) + 1;
                if (part.Length > 0 && (bytes + more > size.Bytes || lines == size.Lines))
                {
                    if (part.ToString().Trim().Length > 0) yield return part.ToString().TrimEnd();
                    part.Clear();
                    (bytes, lines) = (0, 0);
                }
                if (lines > 0) part.Append('\n');
                part.Append(piece);
                (bytes, lines) = (bytes + more, lines + 1);
            }
        }
        if (part.ToString().Trim().Length > 0) yield return part.ToString().TrimEnd();
    }

    private static IEnumerable<string> Pieces(string line, int most)
    {
        while (Encoding.UTF8.GetByteCount(line) >= most)
        {
            var length = Math.Min(line.Length, most / 4);
            if (char.IsHighSurrogate(line[length - 1])) length--;
            yield return line[..length];
            line = line[length..];
        }
        yield return line;
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
            if (rune.Value is '\n' || !Rune.IsControl(rune) || Formatting.Contains((char)rune.Value, StringComparison.Ordinal)) clean.Append(rune.ToString());
            else if (rune.Value is '\t') clean.Append("    ");
        return clean.ToString().Trim('\n');
    }
}
