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
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Default_Ignorable_Code_Point, of the categories allowed above: fillers and variation selectors.
    internal static bool IsInvisible(int value) => value is
        0x34F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x3164 or
        (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xE0100 and <= 0xE01EF);
}
