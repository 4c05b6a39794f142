using System.Globalization;
using System.Text;

namespace Teahouse.Protocol;

/// <summary>
/// What nicks and account names are made of: letters, marks and digits of any script, and RFC 2812's <c>-[]\`_^{|}</c>.
/// Needs no globalization data, so that the web client judges as the server does.
/// </summary>
public static class NickLetters
{
    /// <summary>Most marks in a row: more than any language needs would paint over the lines around.</summary>
    public const int MarksInARow = 3;

    private const string Special = "-[]\\`_^{|}";

    /// <summary>Whether it may stand in a name.</summary>
    public static bool Allows(Rune rune)
    {
        if (rune.IsAscii) return Rune.IsLetterOrDigit(rune) || Special.Contains((char)rune.Value, StringComparison.Ordinal);
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => true,
            UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ModifierLetter => !IsInvisible(rune.Value),
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => !IsInvisible(rune.Value),
            _ => false,
        };
    }

    /// <summary>Whether a name may begin with it: no digit, no mark, no hyphen (RFC 2812).</summary>
    public static bool MayBegin(Rune rune) => Allows(rune) && rune.Value != '-' && !Rune.IsDigit(rune) && !IsMark(rune);

    public static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>
    /// Which of the alphabets a letter belongs to whose letters pass for each other's; none for all others (digits, marks,
    /// Han, Kana, ...). A name uses one of them at most.
    /// </summary>
    public static Alphabet AlphabetOf(Rune rune) => rune.Value switch
    {
        _ when !Rune.IsLetter(rune) => Alphabet.None,
        < 0x250 or (>= 0x250 and < 0x2B0) or (>= 0x1E00 and < 0x1F00) => Alphabet.Latin,
        (>= 0x2C60 and < 0x2C80) or (>= 0xA720 and < 0xA800) or (>= 0xAB30 and < 0xAB70) => Alphabet.Latin,
        (>= 0xFF21 and < 0xFF5B) or (>= 0x1D400 and < 0x1D6A4) => Alphabet.Latin,
        (>= 0x370 and < 0x400) or (>= 0x1F00 and < 0x2000) => Alphabet.Greek,
        (>= 0x400 and < 0x530) or (>= 0x1C80 and < 0x1C90) or (>= 0xA640 and < 0xA6A0) => Alphabet.Cyrillic,
        (>= 0x530 and < 0x590) => Alphabet.Armenian,
        (>= 0x2C80 and < 0x2D00) => Alphabet.Coptic,
        (>= 0x13A0 and < 0x1400) or (>= 0xAB70 and < 0xABC0) => Alphabet.Cherokee,
        (>= 0xA4D0 and < 0xA500) => Alphabet.Lisu,
        _ => Alphabet.None,
    };

    // Default_Ignorable_Code_Point, of the categories allowed above: fillers and variation selectors.
    internal static bool IsInvisible(int value) => value is
        0x34F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x3164 or
        (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xE0100 and <= 0xE01EF);
}

/// <summary>Alphabets whose letters pass for each other's.</summary>
public enum Alphabet { None, Latin, Greek, Cyrillic, Armenian, Coptic, Cherokee, Lisu }
