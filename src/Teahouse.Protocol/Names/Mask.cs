using System.Text;

namespace Teahouse.Protocol;

/// <summary>
/// Glob masks of bans, WHO and LIST: <c>*</c> is any run of characters, <c>?</c> exactly one
/// (https://modern.ircdocs.horse/#wildcard-expressions). There is no escape: backslash and brackets are characters of nicks.
/// </summary>
public static class Mask
{
    /// <summary>
    /// Whether the mask covers the whole text, without regard to ASCII case. Never goes back before the last <c>*</c>:
    /// no mask can take more steps than mask length times text length.
    /// </summary>
    public static bool Matches(ReadOnlySpan<char> mask, ReadOnlySpan<char> text)
    {
        int m = 0, t = 0, star = -1, resume = 0;
        while (t < text.Length)
        {
            if (m < mask.Length && mask[m] == '*')
            {
                star = m++;
                resume = t;
            }
            else if (m < mask.Length && (mask[m] == '?' || AsciiCase.Fold(mask[m]) == AsciiCase.Fold(text[t])))
            {
                t += mask[m] == '?' ? RuneLength(text[t..]) : 1;
                m++;
            }
            else if (star >= 0)
            {
                m = star + 1;
                resume += RuneLength(text[resume..]);
                t = resume;
            }
            else return false;
        }
        while (m < mask.Length && mask[m] == '*') m++;
        return m == mask.Length;
    }

    /// <summary>True if the text has a wildcard in it.</summary>
    public static bool HasWildcard(ReadOnlySpan<char> text) => text.ContainsAny('*', '?');

    /// <summary>Completes a ban's mask to <c>nick!user@host</c>; of <c>ann</c> it makes <c>ann!*@*</c>, of <c>host.example</c> <c>*!*@host.example</c>.</summary>
    public static string Complete(string mask)
    {
        var bang = mask.IndexOf('!', StringComparison.Ordinal);
        var at = mask.IndexOf('@', Math.Max(bang, 0));
        if (bang < 0 && at < 0) return mask.AsSpan().ContainsAny('.', ':') ? $"*!*@{mask}" : $"{OrAny(mask)}!*@*";
        if (bang < 0) return $"*!{OrAny(mask[..at])}@{OrAny(mask[(at + 1)..])}";
        if (at < 0) return $"{OrAny(mask[..bang])}!{OrAny(mask[(bang + 1)..])}@*";
        return $"{OrAny(mask[..bang])}!{OrAny(mask[(bang + 1)..at])}@{OrAny(mask[(at + 1)..])}";
    }

    private static string OrAny(string part) => part.Length == 0 ? "*" : part;

    private static int RuneLength(ReadOnlySpan<char> text)
    {
        Rune.DecodeFromUtf16(text, out _, out var length);
        return length;
    }
}
