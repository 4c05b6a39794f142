using System.Globalization;
using System.Text;

namespace Teahouse.Web.Following;

/// <summary>The form of what devices share: a key that the server takes, and a value of one line.</summary>
public static class Fact
{
    // The server takes 256.
    public const int MostBytes = 250;

    private const char LineEnd = '\u2028';

    /// <summary>A key of that kind for something that is told by its name, in whatever letters.</summary>
    public static string Key(string kind, string name)
    {
        // FNV-1a: keys are short and plain; what it is about stands in the value.
        var hash = 14695981039346656037UL;
        foreach (var letter in Encoding.UTF8.GetBytes(name)) hash = unchecked((hash ^ letter) * 1099511628211UL);
        return string.Create(CultureInfo.InvariantCulture, $"{kind}/{hash:x16}");
    }

    public static string KindOf(string key) => key.Split('/')[0];

    /// <summary>A name without blanks, and a text.</summary>
    public static string Write(string name, string text) => $"{name} {text.ReplaceLineEndings("\n").Replace('\n', LineEnd)}";

    /// <summary>The same again; the text is empty if there is none.</summary>
    public static (string Name, string Text) Read(string value)
    {
        var blank = value.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? (value, "") : (value[..blank], value[(blank + 1)..].Replace(LineEnd, '\n'));
    }

    public static bool Fits(string value) => Encoding.UTF8.GetByteCount(value) <= MostBytes && value.AsSpan().IndexOfAny('\0', '\r', '\n') < 0;

    /// <summary>As much of it as fits, in whole characters.</summary>
    public static string Cut(string value)
    {
        while (!Fits(value)) value = value[..^(value.Length > 1 && char.IsLowSurrogate(value[^1]) ? 2 : 1)];
        return value;
    }
}
