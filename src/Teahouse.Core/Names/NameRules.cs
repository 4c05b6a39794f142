using System.Text;
using Teahouse.Core.Hosting;
using Teahouse.Protocol;

namespace Teahouse.Core.Names;

/// <summary>What makes two names one, which names look alike, and what a name may be. Pure; any thread may use it.</summary>
public static class NameRules
{
    /// <summary>Most bytes of UTF-8 in a nick or account name.</summary>
    public const int NickBytes = 96;

    /// <summary>The key that a name is found by; the name itself where it is folded already.</summary>
    public static string Fold(string name)
    {
        if (!Ascii.IsValid(name)) return name.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKC);
        return name.AsSpan().ContainsAnyInRange('A', 'Z') ? name.ToLowerInvariant() : name;
    }

    /// <summary>NFKC, with its case.</summary>
    internal static string Compatible(string text) => Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormKC);

    /// <summary>Two names with an equal half look alike.</summary>
    public static LookAlike LookAlike(string foldedName) => new(foldedName, foldedName);

    /// <summary>Whether it may be a nick by its letters and length; whether it is somebody's is the registry's question.</summary>
    public static bool TryNick(string text, ServerOptions options, out NameRefusal refusal)
    {
        refusal = Judge(text, options);
        return refusal == NameRefusal.None;
    }

    /// <summary>Account names and nicks are one namespace: the same rules.</summary>
    public static bool TryAccountName(string text, ServerOptions options, out NameRefusal refusal) => TryNick(text, options, out refusal);

    /// <summary>Whether it uses letters of two alphabets that pass for each other, as "Аdmin" with a Cyrillic А does.</summary>
    public static bool MixesAlphabets(string name)
    {
        var seen = Alphabet.None;
        foreach (var rune in name.EnumerateRunes())
        {
            var alphabet = NickLetters.AlphabetOf(rune);
            if (alphabet == Alphabet.None || alphabet == seen) continue;
            if (seen != Alphabet.None) return true;
            seen = alphabet;
        }
        return false;
    }

    private static NameRefusal Judge(string text, ServerOptions options)
    {
        if (text.Length == 0) return NameRefusal.Empty;
        // A limit of 0 is switched off, as every limit is.
        var longest = options.Limits.NicknameLength is 0 ? int.MaxValue : options.Limits.NicknameLength;
        if (Encoding.UTF8.GetByteCount(text) > NickBytes) return NameRefusal.TooLong;
        var (letters, marks) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (letters++ == 0 ? !NickLetters.MayBegin(rune) : !NickLetters.Allows(rune)) return NameRefusal.Letters;
            if (!rune.IsAscii && !options.UnicodeNames) return NameRefusal.Letters;
            marks = NickLetters.IsMark(rune) ? marks + 1 : 0;
            if (marks > NickLetters.MarksInARow) return NameRefusal.Letters;
        }
        return letters > longest ? NameRefusal.TooLong : NameRefusal.None;
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
