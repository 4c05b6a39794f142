using System.Globalization;
using System.Text;
using Teahouse.Core.Events;
using Teahouse.Core.Names;

namespace Teahouse.Core.Search;

/// <summary>
/// A text as the words it is found by: folded, and where a script writes no spaces (Han, Kana, Hangul), one per character, so that
/// a run of them is found wherever it stands. So is a symbol, such as an emoji. No word holds ASCII but letters and digits.
/// </summary>
internal static class SearchWords
{
    /// <summary>Longer words are found by their beginning.</summary>
    private const int Longest = 64;

    public static List<string> Of(string text)
    {
        List<string> words = [];
        var word = new StringBuilder();
        foreach (var rune in NameRules.Fold(Bare(text)).EnumerateRunes())
        {
            if (IsOfWord(rune) && !StandsAlone(rune))
            {
                if (word.Length < Longest) word.Append(Plain(rune));
                continue;
            }
            End(word, words);
            if (StandsAlone(rune)) words.Add(rune.ToString());
        }
        End(word, words);
        return words;
    }

    /// <summary>Whether the words hold the run, the last of which may be a beginning.</summary>
    public static bool Hold(IReadOnlyList<string> words, IReadOnlyList<string> run)
    {
        for (var at = 0; at + run.Count <= words.Count; at++)
            if (HoldAt(words, run, at)) return true;
        return false;
    }

    private static bool HoldAt(IReadOnlyList<string> words, IReadOnlyList<string> run, int at)
    {
        for (var i = 0; i < run.Count - 1; i++)
            if (words[at + i] != run[i]) return false;
        return words[at + run.Count - 1].StartsWith(run[^1], StringComparison.Ordinal);
    }

    private static void End(StringBuilder word, List<string> words)
    {
        if (word.Length > 0) words.Add(word.ToString());
        word.Clear();
    }

    private static bool IsOfWord(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool StandsAlone(Rune rune) => rune.Value switch
    {
        < 0x80 => false,
        0x3005 or 0x3007 => true,
        // Jamo, Kana, Bopomofo and Hangul's own.
        (>= 0x1100 and <= 0x11FF) or (>= 0x3041 and <= 0x31FF) => true,
        // Han, Yi between the planes, Hangul's syllables, compatibility Han.
        (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7FF) or (>= 0xF900 and <= 0xFAFF) => true,
        >= 0x20000 and <= 0x3FFFF => true,
        _ => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol,
    };

    /// <summary>Latin letters without their marks: whoever looks for cafe finds café.</summary>
    private static string Plain(Rune rune)
    {
        if (rune.Value is not ((>= 0xC0 and <= 0x24F) or (>= 0x1E00 and <= 0x1EFF))) return rune.ToString();
        var letter = new UnicodeText(rune.ToString()).Decompose(compatible: false).ToString();
        return letter[..1];
    }

    /// <summary>What is read of it: without CTCP's frame and mIRC's colours, lines put together.</summary>
    private static string Bare(string text)
    {
        if (text.StartsWith("\u0001ACTION ", StringComparison.Ordinal)) text = text["\u0001ACTION ".Length..];
        text = MultilineText.Plain(text);
        if (!text.AsSpan().ContainsAny('\u0003', '\u0004')) return text;
        var bare = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\u0003' or '\u0004') i += Colours(text.AsSpan(i));
            else bare.Append(text[i]);
        }
        return bare.ToString();
    }

    /// <summary>How many characters after the control character say the colours: https://modern.ircdocs.horse/formatting#colors</summary>
    private static int Colours(ReadOnlySpan<char> text)
    {
        var (most, isOne) = text[0] == '\u0003' ? (2, (Func<char, bool>)char.IsAsciiDigit) : (6, char.IsAsciiHexDigit);
        var length = Count(text[1..], most, isOne);
        if (length == 0 || text.Length <= length + 2 || text[length + 1] != ',') return length;
        var second = Count(text[(length + 2)..], most, isOne);
        return second == 0 ? length : length + 1 + second;
    }

    private static int Count(ReadOnlySpan<char> text, int most, Func<char, bool> isOne)
    {
        var count = 0;
        while (count < most && count < text.Length && isOne(text[count])) count++;
        return count;
    }
}
