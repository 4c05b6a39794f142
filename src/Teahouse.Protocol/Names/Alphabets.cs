using System.Text;

namespace Teahouse.Protocol;

/// <summary>The alphabets whose letters pass for each other's. A name uses one of them at most, beside any other script.</summary>
public static class Alphabets
{
    /// <summary>Whether the name uses letters of two alphabets that pass for each other, as "Аdmin" with a Cyrillic А does.</summary>
    public static bool AreMixed(string name)
    {
        var seen = Alphabet.None;
        foreach (var rune in name.EnumerateRunes())
        {
            var alphabet = Of(rune);
            if (alphabet == Alphabet.None || alphabet == seen) continue;
            if (seen != Alphabet.None) return true;
            seen = alphabet;
        }
        return false;
    }

    /// <summary>None for digits, marks, symbols and the letters of all other scripts (Han, Kana, Hangul, ...).</summary>
    public static Alphabet Of(Rune rune) => Rune.IsLetter(rune) ? rune.Value switch
    {
        < 0x2B0 or (>= 0x1E00 and < 0x1F00) => Alphabet.Latin,
        (>= 0x2C60 and < 0x2C80) or (>= 0xA720 and < 0xA800) or (>= 0xAB30 and < 0xAB70) => Alphabet.Latin,
        (>= 0xFF21 and < 0xFF5B) or (>= 0x1D400 and < 0x1D6A4) => Alphabet.Latin,
        (>= 0x370 and < 0x400) or (>= 0x1F00 and < 0x2000) => Alphabet.Greek,
        (>= 0x400 and < 0x530) or (>= 0x1C80 and < 0x1C90) or (>= 0xA640 and < 0xA6A0) => Alphabet.Cyrillic,
        >= 0x530 and < 0x590 => Alphabet.Armenian,
        >= 0x2C80 and < 0x2D00 => Alphabet.Coptic,
        (>= 0x13A0 and < 0x1400) or (>= 0xAB70 and < 0xABC0) => Alphabet.Cherokee,
        >= 0xA4D0 and < 0xA500 => Alphabet.Lisu,
        _ => Alphabet.None,
    } : Alphabet.None;
}

/// <inheritdoc cref="Alphabets"/>
public enum Alphabet { None, Latin, Greek, Cyrillic, Armenian, Coptic, Cherokee, Lisu }
