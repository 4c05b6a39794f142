using System.Text;
using System.Text.RegularExpressions;
using Teahouse.Protocol;

namespace Teahouse.Core.Tests.Transcripts;

/// <summary>
/// What a line must look like; whether its last word has a colon that it does not need does not matter. <c>*</c> stands for anything; <c>$name</c> keeps what stands there, and stands for it from
/// then on. Tags are looked at only if the pattern begins with <c>@</c>: those named must be there, <c>!name</c> must not.
/// </summary>
internal static class LinePattern
{
    public static bool Matches(string pattern, string line, Dictionary<string, string> known)
    {
        var tags = Tags.Empty;
        if (line.StartsWith('@'))
        {
            tags = MessageParser.Parse(line[..line.IndexOf(' ', StringComparison.Ordinal)] + " X").Tags;
            line = line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        }
        var found = new Dictionary<string, string>(known);
        if (pattern.StartsWith('@'))
        {
            var end = pattern.IndexOf(' ', StringComparison.Ordinal);
            if (!pattern[1..end].Split(';').All(wanted => TagMatches(wanted, tags, found))) return false;
            pattern = pattern[(end + 1)..];
        }
        if (!Spellings(line).Any(spelling => TextMatches(pattern, spelling, found))) return false;
        foreach (var (name, value) in found) known[name] = value;
        return true;
    }

    /// <summary>The text with every known <c>$name</c> replaced.</summary>
    public static string Fill(string text, Dictionary<string, string> known) =>
        Regex.Replace(text, @"\$([a-z]\w*)", m => known.GetValueOrDefault(m.Groups[1].Value, m.Value));

    private static IEnumerable<string> Spellings(string line)
    {
        yield return line;
        var plain = MessageParser.Parse(line).ToString();
        yield return plain;
        var last = plain.LastIndexOf(' ');
        if (!plain.Contains(" :", StringComparison.Ordinal)) yield return plain[..last] + " :" + plain[(last + 1)..];
    }

    private static bool TagMatches(string wanted, Tags tags, Dictionary<string, string> known)
    {
        if (wanted.StartsWith('!')) return !tags.Contains(wanted[1..]);
        var equals = wanted.IndexOf('=', StringComparison.Ordinal);
        var (key, value) = equals < 0 ? (wanted, "") : (wanted[..equals], wanted[(equals + 1)..]);
        return tags[key] is { } text && TextMatches(value, text, known);
    }

    private static bool TextMatches(string pattern, string text, Dictionary<string, string> known)
    {
        var expression = new StringBuilder("^");
        List<string> wanted = [];
        foreach (var part in Regex.Split(pattern, @"(\*|\$[a-z]\w*)"))
        {
            if (part == "*") expression.Append(".*");
            else if (part.Length < 2 || part[0] != '$') expression.Append(Regex.Escape(part));
            else if (known.TryGetValue(part[1..], out var value)) expression.Append(Regex.Escape(value));
            else
            {
                wanted.Add(part[1..]);
                expression.Append("(?<").Append(part.AsSpan(1)).Append(">[^ ;]+)");
            }
        }
        var match = Regex.Match(text, expression.Append('$').ToString(), RegexOptions.Singleline);
        foreach (var name in wanted)
            if (match.Success) known[name] = match.Groups[name].Value;
        return match.Success;
    }
}
