using System.Globalization;
using System.Text;

namespace Teahouse.Core.Files;

/// <summary>What a file may be called: one name, on every system, that reads as it is written.</summary>
public static class FileNames
{
    /// <summary>In UTF-8: what every file system takes.</summary>
    public const int LongestBytes = 180;

    public const string Unnamed = "file";

    /// <summary>Never empty; separators, controls and what turns the direction of reading are gone.</summary>
    public static string Clean(string? given)
    {
        var last = (given ?? "").Split('/', '\\')[^1];
        var name = new StringBuilder(last.Length);
        foreach (var rune in last.Normalize().EnumerateRunes()) name.Append(Allows(rune) ? rune.ToString() : "_");
        // Windows takes no such end, and a leading dot hides it elsewhere.
        var clean = Cut(name.ToString().Trim().Trim('.').Trim());
        return clean.Trim('_').Length == 0 ? Unnamed : clean;
    }

    /// <summary>Its last letters with the dot, in lower case; "" if there is none.</summary>
    public static string Extension(string name) => Path.GetExtension(name).ToLowerInvariant();

    private static bool Allows(Rune rune) =>
        rune.Value is not ('<' or '>' or ':' or '"' or '|' or '?' or '*' or 0xFFFD)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);

    /// <summary>The extension stays.</summary>
    private static string Cut(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= LongestBytes) return name;
        var extension = Path.GetExtension(name);
        if (Encoding.UTF8.GetByteCount(extension) > 20) extension = "";
        var room = LongestBytes - Encoding.UTF8.GetByteCount(extension);
        var cut = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            if ((room -= rune.Utf8SequenceLength) < 0) break;
            cut.Append(rune.ToString());
        }
        return cut.Append(extension).ToString();
    }
}
