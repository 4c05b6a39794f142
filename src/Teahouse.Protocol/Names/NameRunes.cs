using System.Buffers;
using System.Globalization;
using System.Text;

namespace Teahouse.Protocol;

/// <summary>Which characters may stand in names. Works without globalization data, so it is the same in the browser.</summary>
internal static class NameRunes
{
    private const string NickSpecials = @"[]\`_^{|}";

    public static bool IsNick(ReadOnlySpan<char> text, bool unicode)
    {
        var first = true;
        while (!text.IsEmpty)
        {
            // A lone surrogate is no character.
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) != OperationStatus.Done) return false;
            var allowed = rune.IsAscii ? IsAsciiNick((char)rune.Value, first) : unicode && IsUnicodeNick(rune, first);
            if (!allowed) return false;
            text = text[length..];
            first = false;
        }
        return !first;
    }

    public static bool IsChannel(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) != OperationStatus.Done) return false;
            if (rune.Value == ',' || Rune.IsWhiteSpace(rune) || IsBlank(rune)) return false;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format) return false;
            text = text[length..];
        }
        return true;
    }

    private static bool IsAsciiNick(char c, bool first) =>
        char.IsAsciiLetter(c) || NickSpecials.Contains(c) || (!first && (char.IsAsciiDigit(c) || c is '-' or '~'));

    private static bool IsUnicodeNick(Rune rune, bool first) => !IsBlank(rune) && Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter => true,
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => true,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => !first,
        UnicodeCategory.DecimalDigitNumber => !first,
        UnicodeCategory.LetterNumber => true,
        UnicodeCategory.OtherSymbol => true,
        // The skin tones of emoji.
        UnicodeCategory.ModifierSymbol => !first && rune.Value is >= 0x1F3FB and <= 0x1F3FF,
        _ => false,
    };

    /// <summary>
    /// Letters, marks and symbols that show nothing of their own: Unicode's Default_Ignorable_Code_Point, the Braille blank, and the
    /// characters that stand for something lost.
    /// </summary>
    private static bool IsBlank(Rune rune) => rune.Value switch
    {
        0x034F => true, // combining grapheme joiner
        0x115F or 0x1160 or 0x3164 or 0xFFA0 => true, // Hangul fillers
        0x17B4 or 0x17B5 => true, // Khmer inherent vowels
        >= 0x180B and <= 0x180F => true, // Mongolian variation selectors
        0x2800 => true,
        >= 0xFE00 and <= 0xFE0F => true, // variation selectors
        0xFFFC or 0xFFFD => true, // object replacement, replacement character
        >= 0xE0000 and <= 0xE0FFF => true, // tags, more variation selectors
        _ => false,
    };
}
