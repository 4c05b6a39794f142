namespace Teahouse.Web.Messages;

/// <summary>Finds web addresses in running text, Chinese text included, where no space ends them.</summary>
public static class LinkFinder
{
    // Quotes and brackets around an address, and the full-width marks that follow one, are not of it.
    private const string Ends = "<>\"“”‘’«»（）《》〈〉「」『』【】〔〕，。！？；：、…\u3000";
    private const string Trailing = ".,;:!?'*_~)]}";

    /// <summary>The first address at or after <paramref name="from"/>.</summary>
    /// <returns>Its place in the text and the address to open, or null.</returns>
    public static (int Start, int Length, string Address)? Find(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            at = text.IndexOf("http", at, StringComparison.OrdinalIgnoreCase);
            if (at < 0) return null;
            var scheme = SchemeLength(text.AsSpan(at));
            if (scheme == 0 || (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))) continue;
            var length = Length(text.AsSpan(at), scheme);
            if (length > scheme && Uri.TryCreate(text.Substring(at, length), UriKind.Absolute, out var uri)
                && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
                return (at, length, uri.AbsoluteUri);
        }
        return null;
    }

    private static int SchemeLength(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return 8;
        return text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;
    }

    private static int Length(ReadOnlySpan<char> text, int scheme)
    {
        var end = scheme;
        while (end < text.Length && Continues(text, end)) end++;
        while (end > scheme && Trailing.Contains(text[end - 1], StringComparison.Ordinal) && !ClosesOwn(text[..end])) end--;
        return end;
    }

    private static bool Continues(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (char.IsWhiteSpace(c) || char.IsControl(c) || Ends.Contains(c, StringComparison.Ordinal)) return false;
        if (char.IsAscii(c) || !IsWide(c)) return true;
        // "看https://a.example/b吧": wide writing belongs to an address only where a part of it begins with it.
        return !char.IsAsciiLetterOrDigit(text[at - 1]);
    }

    private static bool IsWide(char c) => c >= '\u2E80';

    /// <summary>A bracket that was opened inside the address, as in wiki/Tea_(drink), is part of it.</summary>
    private static bool ClosesOwn(ReadOnlySpan<char> link)
    {
        var open = link[^1] switch { ')' => '(', ']' => '[', '}' => '{', _ => '\0' };
        return open != '\0' && link.Count(open) >= link.Count(link[^1]);
    }
}
