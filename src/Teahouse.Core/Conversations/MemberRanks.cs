using System.Collections.Immutable;

namespace Teahouse.Core.Conversations;

/// <summary>
/// What a member may be, from the highest down: the letter that MODE knows it by and the symbol before the nick
/// (https://modern.ircdocs.horse/#channel-membership-prefixes).
/// </summary>
internal static class MemberRanks
{
    public static readonly ImmutableArray<(char Letter, MemberModes Mode, char Symbol)> Rows =
    [
        ('q', MemberModes.Founder, '~'), ('a', MemberModes.Admin, '&'), ('o', MemberModes.Operator, '@'),
        ('h', MemberModes.HalfOperator, '%'), ('v', MemberModes.Voice, '+'),
    ];

    public static readonly string Letters = string.Concat(Rows.Select(r => r.Letter));

    public static readonly string AllSymbols = string.Concat(Rows.Select(r => r.Symbol));

    /// <summary>Higher is more; 0 for a plain member.</summary>
    public static int Level(this MemberModes modes)
    {
        for (var i = 0; i < Rows.Length; i++)
            if ((modes & Rows[i].Mode) != 0) return Rows.Length - i;
        return 0;
    }

    public static bool IsAtLeast(this MemberModes modes, MemberModes rank) => modes.Level() >= rank.Level();

    /// <summary>The highest symbol, or all of them (multi-prefix).</summary>
    public static string Symbols(this MemberModes modes, bool all)
    {
        var symbols = "";
        foreach (var (_, mode, symbol) in Rows)
        {
            if ((modes & mode) == 0) continue;
            symbols += symbol;
            if (!all) break;
        }
        return symbols;
    }

    /// <summary>What MODE says when a member becomes another: what it gets first, so that nobody who is more is for a moment less.</summary>
    public static IEnumerable<ModeChange> Difference(MemberModes before, MemberModes after, string nick)
    {
        foreach (var (letter, mode, _) in Rows)
            if ((after & ~before & mode) != 0) yield return new ModeChange(true, letter, nick);
        foreach (var (letter, mode, _) in Rows)
            if ((before & ~after & mode) != 0) yield return new ModeChange(false, letter, nick);
    }

    public static MemberModes OfLetter(char letter) => Rows.FirstOrDefault(r => r.Letter == letter).Mode;

    public static MemberModes OfSymbol(char symbol) => Rows.FirstOrDefault(r => r.Symbol == symbol).Mode;
}
