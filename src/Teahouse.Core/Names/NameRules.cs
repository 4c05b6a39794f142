using System.Text;
using Teahouse.Core.Hosting;
using Teahouse.Protocol;

namespace Teahouse.Core.Names;

/// <summary>What makes two names one, which names look alike, and what a name may be. Pure; any thread may use it.</summary>
public static class NameRules
{
    /// <summary>
    /// The key that a name is found by: case folding and compatibility normalization (Unicode chapter 3, D146), without what draws
    /// nothing. Folding it again changes nothing; a name that is folded already is returned as it is.
    /// </summary>
    public static string Fold(string name)
    {
        if (IsFoldedAtSight(name)) return name;
        if (Ascii.IsValid(name)) return name.ToLowerInvariant();
        // One round is not always enough: folding may bring what decomposes, and composing what folds.
        for (var folded = FoldOnce(name); ; folded = FoldOnce(name))
        {
            if (folded == name) return name;
            name = folded;
        }
    }

    /// <summary>NFKC, with its case.</summary>
    internal static string Compatible(string text) =>
        Ascii.IsValid(text) ? text : new UnicodeText(text).Decompose(compatible: true).Compose().ToString();

    /// <summary>
    /// What a folded name looks like (https://www.unicode.org/reports/tr39/#Confusable_Detection). Since names are compared without regard
    /// to case but seen with it, i passes for l (as a capital does), and there is a second look: the name in capitals.
    /// </summary>
    public static LookAlike LookAlike(string foldedName) =>
        new(Skeleton(foldedName, UnicodeTables.Instance.Small), Skeleton(foldedName, UnicodeTables.Instance.Capital));

    /// <summary>
    /// Whether it may be a nick, or an account's name, which is the same namespace, by its letters and length; whether it is
    /// somebody's is the registry's question.
    /// </summary>
    public static bool TryNick(string text, ServerOptions options, out NameRefusal refusal)
    {
        // A limit of 0 is switched off, as every limit is.
        var longest = options.Limits.NicknameLength is 0 ? int.MaxValue : options.Limits.NicknameLength;
        refusal = text.Length == 0 ? NameRefusal.Empty
            : Encoding.UTF8.GetByteCount(text) > Nick.MaxBytes ? NameRefusal.TooLong
            : !Nick.TryParse(text, options.UnicodeNames, out _) ? NameRefusal.Letters
            : text.EnumerateRunes().Count() > longest ? NameRefusal.TooLong
            : NameRefusal.None;
        return refusal == NameRefusal.None;
    }

    private static string Skeleton(string foldedName, Dictionary<int, int[]> looks) =>
        new UnicodeText(foldedName).Decompose(compatible: false).Replace(looks).Decompose(compatible: false).ToString();

    private static string FoldOnce(string name) => new UnicodeText(name)
        .Decompose(compatible: true)
        .Replace(UnicodeTables.Instance.Folding)
        .RemoveIgnorable()
        .Decompose(compatible: true)
        .Compose()
        .ToString();

    private static bool IsFoldedAtSight(string name)
    {
        foreach (var c in name)
            if (c is not ((< '\u0080' and not (>= 'A' and <= 'Z')) or (>= '\u4E00' and <= '\u9FFF')))
                return false;
        return true;
    }
}

/// <summary>Two names with an equal half look alike.</summary>
/// <param name="Small">What it looks like as it is folded.</param>
/// <param name="Capital">What it looks like in capitals.</param>
public readonly record struct LookAlike(string Small, string Capital);

/// <summary>Why a text can be nobody's name.</summary>
public enum NameRefusal
{
    None,
    Empty,
    TooLong,
    /// <summary>A letter that names do not have, or not there.</summary>
    Letters,
}
