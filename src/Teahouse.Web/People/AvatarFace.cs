using System.Text;

namespace Teahouse.Web.People;

/// <summary>The letter and colour that stand for a person. The colour follows the account: a name used again looks different.</summary>
public static class AvatarFace
{
    public const int Hues = 12;

    /// <summary>The first Han character of a Chinese name, else its first letter or digit.</summary>
    public static string Letter(string nick)
    {
        Rune? letter = null;
        foreach (var rune in nick.EnumerateRunes())
        {
            if (rune.Value is >= 0x3400 and <= 0x9FFF or >= 0x20000 and <= 0x3FFFF) return rune.ToString();
            if (letter is null && Rune.IsLetterOrDigit(rune)) letter = rune;
        }
        return letter is { } l ? Rune.ToUpperInvariant(l).ToString() : "?";
    }

    /// <summary>0 to <see cref="Hues"/> - 1.</summary>
    public static int Hue(string nick, string? account)
    {
        var hash = 2166136261u; // FNV-1a: the same everywhere and always, unlike string.GetHashCode.
        foreach (var c in account ?? nick) hash = unchecked((hash ^ char.ToLowerInvariant(c)) * 16777619u);
        return (int)((hash >> 8) % Hues);
    }
}
