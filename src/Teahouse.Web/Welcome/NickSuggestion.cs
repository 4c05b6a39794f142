using System.Globalization;
using System.Text;
using Teahouse.Protocol;

namespace Teahouse.Web.Welcome;

/// <summary>
/// Makes the allowed nick from what a person typed as a name: "陈 晓!" becomes 陈晓, "Mary Jane" becomes Mary_Jane.
/// The server has the last word.
/// </summary>
public static class NickSuggestion
{
    private const int MaxCodePoints = 32;
    // Vowel and tone of Thai or Devanagari; more is decoration.
    private const int MaxMarks = 2;

    /// <param name="typed">The name as typed, in Unicode normal form C.</param>
    /// <returns>The nick, or "" when nothing of the name may stand in one.</returns>
    public static string From(string typed)
    {
        var nick = "";
        var last = default(Rune);
        int points = 0, marks = 0;
        var gap = false;
        foreach (var rune in typed.EnumerateRunes())
        {
            if (!Nick.TryParse("a" + rune, out _))
            {
                gap |= Rune.IsWhiteSpace(rune);
                continue;
            }
            var isMark = IsMark(rune);
            if (isMark && (gap || nick.Length == 0 || marks == MaxMarks)) continue;
            var piece = Bridge(nick, last, rune, gap) + rune;
            points += piece.EnumerateRunes().Count();
            if (points > MaxCodePoints || !Nick.TryParse(nick + piece, out var longer)) break;
            nick = longer.Value;
            marks = isMark ? marks + 1 : 0;
            if (!isMark) last = rune;
            gap = false;
        }
        return nick.Any(char.IsLetterOrDigit) || nick.EnumerateRunes().Any(r => !r.IsAscii) ? nick : "";
    }

    private static string Bridge(string nick, Rune last, Rune next, bool gap)
    {
        if (nick.Length == 0) return Nick.TryParse(next.ToString(), out _) ? "" : "_";
        // A gap between Latin words stays visible; Han writing has none to keep.
        return gap && !(IsHan(last) && IsHan(next)) ? "_" : "";
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsHan(Rune rune) =>
        rune.Value is >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;
}
