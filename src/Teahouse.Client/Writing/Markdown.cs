using System.Text;

namespace Teahouse.Client;

/// <summary>
/// Turns the Markdown that people type (<c>**bold**</c>, <c>*italic*</c>, <c>~~strike~~</c>, <c>`code`</c>, fences of three backticks) into
/// the formatting that travels, and back. What does not pair stays as it was typed, and so does everything in code.
/// </summary>
public static class Markdown
{
    private const string Fence = "```";

    // The longer mark first: ** is not two of *.
    private static readonly (string Mark, char Code)[] Marks =
    [
        ("**", FormattingCodes.Bold), ("__", FormattingCodes.Bold), ("~~", FormattingCodes.Strike), ("*", FormattingCodes.Italic), ("_", FormattingCodes.Italic),
    ];

    /// <param name="text">Lines with LF or CR LF between them.</param>
    public static string ToIrc(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var written = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (IsFence(lines[i]) && Array.FindIndex(lines, i + 1, l => l.Trim() == Fence) is > 0 and var end && HasCode(lines[(i + 1)..end]))
            {
                written.AddRange(lines[(i + 1)..end].Select(CodeLine));
                i = end;
            }
            else
            {
                var line = new StringBuilder();
                Write(line, lines[i]);
                written.Add(line.ToString());
            }
        }
        return string.Join('\n', written);
    }

    /// <summary>What somebody would have typed to say this; colours and underlines are left out.</summary>
    public static string FromIrc(string text)
    {
        var typed = new StringBuilder();
        var inBlock = false;
        foreach (var line in text.Split('\n'))
        {
            var isCode = FormattingCodes.IsCodeLine(line);
            if (isCode != inBlock) typed.Append(Fence).Append('\n');
            inBlock = isCode;
            typed.Append(isCode ? line[1..] : Marked(line)).Append('\n');
        }
        if (inBlock) typed.Append(Fence);
        return typed.ToString().TrimEnd('\n');
    }

    private static bool IsFence(string line) => line.StartsWith(Fence, StringComparison.Ordinal) && !line[Fence.Length..].Contains('`', StringComparison.Ordinal);

    private static bool HasCode(string[] lines) => lines.Any(l => !string.IsNullOrWhiteSpace(l));

    private static string CodeLine(string line) => FormattingCodes.Monospace + line.Replace("\x11", "", StringComparison.Ordinal);

    private static void Write(StringBuilder to, string line)
    {
        for (var at = 0; at < line.Length;)
        {
            var taken = TakeAddress(to, line, at);
            if (taken == 0) taken = TakeCode(to, line, at);
            if (taken == 0) taken = TakeMarked(to, line, at);
            if (taken == 0)
            {
                to.Append(line[at]);
                taken = 1;
            }
            at += taken;
        }
    }

    // What looks like marks in an address is part of it.
    private static int TakeAddress(StringBuilder to, string line, int at)
    {
        var rest = line.AsSpan(at);
        if (!rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return 0;
        var length = 0;
        while (length < rest.Length && !char.IsWhiteSpace(rest[length])) length++;
        // Marks around an address close behind it.
        while (length > 0 && rest[length - 1] is '*' or '_' or '~') length--;
        to.Append(rest[..length]);
        return length;
    }

    private static int TakeCode(StringBuilder to, string line, int at)
    {
        if (line[at] != '`') return 0;
        var ticks = 1;
        while (at + ticks < line.Length && line[at + ticks] == '`') ticks++;
        var mark = new string('`', ticks);
        var from = at + ticks;
        var end = line.IndexOf(mark, from, StringComparison.Ordinal);
        // Ticks that enclose nothing say themselves.
        if (end < 0 || string.IsNullOrWhiteSpace(line[from..end]))
        {
            to.Append(mark);
            return ticks;
        }
        // Spaces that keep a tick of the code off the marks are not of it.
        var code = line[from..end];
        if (ticks > 1 && code.Length > 2 && code[0] == ' ' && code[^1] == ' ') code = code[1..^1];
        to.Append(FormattingCodes.Monospace).Append(code.Replace("\x11", "", StringComparison.Ordinal)).Append(FormattingCodes.Monospace);
        return end + ticks - at;
    }

    private static int TakeMarked(StringBuilder to, string line, int at)
    {
        foreach (var (mark, code) in Marks)
        {
            if (string.CompareOrdinal(line, at, mark, 0, mark.Length) != 0) continue;
            if (!Opens(line, at, mark) || Close(line, at + mark.Length, mark) is not (> 0 and var end)) continue;
            to.Append(code);
            Write(to, line[(at + mark.Length)..end]);
            to.Append(code);
            return end + mark.Length - at;
        }
        return 0;
    }

    private static bool Opens(string line, int at, string mark)
    {
        var inside = at + mark.Length;
        if (inside >= line.Length || char.IsWhiteSpace(line[inside]) || line[inside] == mark[0]) return mark == "**" && IsTriple(line, at);
        return at == 0 || (line[at - 1] != mark[0] && !(mark[0] == '_' && char.IsLetterOrDigit(line[at - 1]) && char.IsAscii(line[at - 1])));
    }

    // ***both***: bold around italic.
    private static bool IsTriple(string line, int at) =>
        at + 3 < line.Length && line[at + 2] == '*' && !char.IsWhiteSpace(line[at + 3]) && line[at + 3] != '*';

    private static int Close(string line, int from, string mark)
    {
        for (var at = line.IndexOf(mark, from, StringComparison.Ordinal); at >= 0; at = line.IndexOf(mark, at + 1, StringComparison.Ordinal))
        {
            var after = at + mark.Length;
            if (at == from || char.IsWhiteSpace(line[at - 1])) continue;
            // A longer run: its end closes the outer mark, and one of two is no end of one.
            if (after < line.Length && line[after] == mark[0])
            {
                if (mark.Length == 1) at++;
                continue;
            }
            if (mark.Length == 1 && line[at - 1] == mark[0]) continue;
            if (mark[0] == '_' && after < line.Length && char.IsAsciiLetterOrDigit(line[after])) continue;
            return at;
        }
        return -1;
    }

    private static string Marked(string line)
    {
        var typed = new StringBuilder();
        foreach (var c in line)
        {
            typed.Append(c switch
            {
                FormattingCodes.Bold => "**",
                FormattingCodes.Italic => "*",
                FormattingCodes.Strike => "~~",
                FormattingCodes.Monospace => "`",
                FormattingCodes.Underline or FormattingCodes.Reset or FormattingCodes.Reverse => "",
                _ => c.ToString(),
            });
        }
        return typed.ToString();
    }
}
