using System.Text;

namespace Teahouse.Protocol;

/// <summary>
/// The nick that a person is offered for what was typed as a name: "陈 晓!" becomes 陈晓, "Ann Lee" Ann_Lee, "2pac" _2pac.
/// Always one that the server allows by its letters; whether somebody has it already only the server knows.
/// </summary>
public static class NickSuggestion
{
    private const string Nobody = "guest";

    /// <param name="longest">In code points, as ISUPPORT's NICKLEN counts; at least 1.</param>
    /// <param name="unicode">False where the server allows ASCII only.</param>
    public static string From(string displayName, int longest = 32, bool unicode = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        var (nick, length, alphabet, gap, before) = ("", 0, Alphabet.None, false, default(Rune));
        foreach (var rune in displayName.EnumerateRunes())
        {
            gap |= nick.Length > 0 && Rune.IsWhiteSpace(rune);
            // Letters of a second alphabet that pass for the first's are left out.
            var its = Alphabets.Of(rune);
            if (its != Alphabet.None && alphabet != Alphabet.None && its != alphabet) continue;
            var letter = rune.ToString();
            var separator = gap && !(IsWrittenWithoutSpaces(before) && IsWrittenWithoutSpaces(rune)) ? "_" : "";
            var longer = nick + separator + letter;
            if (!Nick.TryParse(longer, unicode, out _))
            {
                // What may not begin a name follows an underscore: a digit, a hyphen. Marks and the rest are left out.
                if (nick.Length > 0 || !rune.IsAscii || !Nick.TryParse(longer = "_" + letter, unicode, out _)) continue;
            }
            length += longer.Length - nick.Length - letter.Length + 1;
            if (length > longest) break;
            (nick, before, gap) = (longer, rune, false);
            if (its != Alphabet.None) alphabet = its;
        }
        if (nick.Length == 0) nick = Nobody.Length <= longest ? Nobody : Nobody[..longest];
        return nick;
    }

    /// <summary>Another one for when the nick is taken: Ann, Ann2, Ann3; shortened where it would be too long.</summary>
    /// <param name="number">From 2.</param>
    public static string Another(string nick, int number, int longest = 32, bool unicode = true)
    {
        var suffix = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var runes = nick.EnumerateRunes().ToArray();
        for (var kept = Math.Min(runes.Length, longest - suffix.Length); kept > 0; kept--)
        {
            var other = string.Concat(runes.Take(kept)) + suffix;
            if (Nick.TryParse(other, unicode, out _)) return other;
        }
        return From(suffix, longest, unicode);
    }

    private static bool IsWrittenWithoutSpaces(Rune rune) => rune.Value is
        (>= 0x2E80 and < 0x3100) or (>= 0x3100 and < 0x3130) or (>= 0x31A0 and < 0x3200) or
        (>= 0x3400 and < 0xA000) or (>= 0xF900 and < 0xFB00) or (>= 0x20000 and < 0x40000);
}
