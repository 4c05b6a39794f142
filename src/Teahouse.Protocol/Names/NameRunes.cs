using System.Buffers;
using System.Globalization;
using System.Text;

namespace Teahouse.Protocol;

/// <summary>Which characters may stand in <see cref="Nick"/> and <see cref="ChannelName"/>.</summary>
internal static class NameRunes
{
    public static bool IsNick(ReadOnlySpan<char> text, bool unicode)
    {
        var (first, marks) = (true, 0);
        while (!text.IsEmpty)
        {
            // A lone surrogate is no character.
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) != OperationStatus.Done) return false;
            if (!unicode && !rune.IsAscii) return false;
            var allowed = first
                ? NickLetters.MayBegin(rune) || IsEmoji(rune)
                : NickLetters.Allows(rune) || IsEmoji(rune) || IsSkinTone(rune) || rune.Value == '~';
            marks = NickLetters.IsMark(rune) ? marks + 1 : 0;
            if (!allowed || marks > NickLetters.MarksInARow) return false;
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
            if (rune.Value == ',' || Rune.IsWhiteSpace(rune) || NickLetters.IsInvisible(rune.Value) || IsBlank(rune)) return false;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format) return false;
            text = text[length..];
        }
        return true;
    }

    private static bool IsEmoji(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol && !IsBlank(rune);

    private static bool IsSkinTone(Rune rune) => rune.Value is >= 0x1F3FB and <= 0x1F3FF;

    /// <summary>Symbols that show nothing of their own: the Braille blank, and what stands for something lost.</summary>
    private static bool IsBlank(Rune rune) => rune.Value is 0x2800 or 0xFFFC or 0xFFFD;
}
