using System.Diagnostics.CodeAnalysis;

namespace Teahouse.Protocol;

/// <summary>
/// The case mapping <c>ascii</c>: only A to Z and a to z are the same
/// (https://modern.ircdocs.horse/#casemapping-parameter).
/// </summary>
public static class AsciiCase
{
    /// <summary>Compares and hashes strings without regard to ASCII case; looks up spans too.</summary>
    public static AsciiCaseComparer Comparer { get; } = new();

    /// <summary>The lower-case form; the same string when nothing changes.</summary>
    public static string Fold(string text) =>
        text.AsSpan().ContainsAnyInRange('A', 'Z')
            ? string.Create(text.Length, text, static (span, from) =>
            {
                for (var i = 0; i < span.Length; i++) span[i] = Fold(from[i]);
            })
            : text;

    public static char Fold(char c) => (uint)(c - 'A') <= 'Z' - 'A' ? (char)(c | 0x20) : c;

    public static bool Equals(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length != right.Length) return false;
        for (var i = left.CommonPrefixLength(right); i < left.Length; i++)
            if (Fold(left[i]) != Fold(right[i])) return false;
        return true;
    }

    public static int GetHashCode(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyInRange('A', 'Z')) return string.GetHashCode(text);
        if (text.Length > 256) return string.GetHashCode(Fold(text.ToString()));
        Span<char> folded = stackalloc char[text.Length];
        for (var i = 0; i < text.Length; i++) folded[i] = Fold(text[i]);
        return string.GetHashCode(folded);
    }
}

/// <inheritdoc cref="AsciiCase.Comparer"/>
public sealed class AsciiCaseComparer : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<char>, string>
{
    internal AsciiCaseComparer()
    {
    }

    public bool Equals(string? x, string? y) =>
        x is null || y is null ? ReferenceEquals(x, y) : AsciiCase.Equals(x, y);

    public int GetHashCode([DisallowNull] string obj) => AsciiCase.GetHashCode(obj);

    public bool Equals(ReadOnlySpan<char> alternate, string other) => AsciiCase.Equals(alternate, other);

    public int GetHashCode(ReadOnlySpan<char> alternate) => AsciiCase.GetHashCode(alternate);

    public string Create(ReadOnlySpan<char> alternate) => alternate.ToString();
}
