using Teahouse.Protocol;

namespace Teahouse.Web.Messages;

/// <summary>Finds names in running text: the reader's own, and members' after an @.</summary>
/// <param name="calls">The message calls everybody, or those who are not away.</param>
public sealed class MentionFinder(string me, Func<string, bool> isMember, bool calls = false)
{
    private const int LongestNick = 64;

    private readonly char initial = me.Length > 0 ? char.ToUpperInvariant(me[0]) : '\0';

    /// <summary>The reader's own nick.</summary>
    public string Me => me;

    /// <summary>As this one, and words for everybody are names too.</summary>
    public MentionFinder Calling() => new(me, isMember, calls: true);

    /// <summary>The first name at or after <paramref name="from"/>.</summary>
    public (int Start, int Length, Mention Mention)? Find(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == '@' && AfterAt(text, at) is { } named) return named;
            if (NamesMe(text, at)) return (at, me.Length, Mention.Me);
        }
        return null;
    }

    private (int Start, int Length, Mention Mention)? AfterAt(string text, int at)
    {
        if (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])) return null; // An e-mail address.
        if (calls && GroupMentions.At(text, at) is var (_, length)) return (at, length, Mention.Me);
        if (NamesMe(text, at + 1)) return (at, me.Length + 1, Mention.Me);
        var end = at + 1;
        while (end < text.Length && end - at <= LongestNick && !char.IsWhiteSpace(text[end]) && text[end] != '@') end++;
        // Chinese puts no space after a name: the longest member's name that fits is meant.
        for (; end > at + 1; end--)
            if (EndsWord(text, end) && isMember(text[(at + 1)..end])) return (at, end - at, Mention.Someone);
        return null;
    }

    private bool NamesMe(string text, int at) =>
        me.Length > 0 && at < text.Length && char.ToUpperInvariant(text[at]) == initial
        && string.Compare(text, at, me, 0, me.Length, StringComparison.OrdinalIgnoreCase) == 0
        && (at == 0 || !(IsNarrow(text[at - 1]) && IsNarrow(text[at])))
        && EndsWord(text, at + me.Length);

    private static bool EndsWord(string text, int end) =>
        end >= text.Length || !(IsNarrow(text[end - 1]) && IsNarrow(text[end]));

    /// <summary>A letter of a writing that puts spaces between words.</summary>
    private static bool IsNarrow(char c) => c == '_' || (c < '\u2E80' && char.IsLetterOrDigit(c));
}
