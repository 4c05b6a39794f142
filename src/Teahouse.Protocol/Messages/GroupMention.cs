namespace Teahouse.Protocol;

/// <summary>Whom words like @所有人 mean: see docs/extensions/mention.md.</summary>
public enum GroupMention
{
    Nobody,
    /// <summary>Those who are not away.</summary>
    Here,
    All,
}

/// <summary>The words, and the tag by which a server says that they count.</summary>
public static class GroupMentions
{
    private static readonly (string Word, GroupMention Whom)[] Words =
        [("所有人", GroupMention.All), ("all", GroupMention.All), ("在线", GroupMention.Here), ("here", GroupMention.Here)];

    private const char Monospace = '\u0011';
    private const char Reset = '\u000f';

    /// <summary>The words after the @.</summary>
    public static IEnumerable<string> Names => Words.Select(w => w.Word);

    /// <summary>Whom a text means: everybody, if it says both. What stands in code means nobody.</summary>
    public static GroupMention In(string text)
    {
        // Few texts have one.
        if (!text.Contains('@')) return GroupMention.Nobody;
        var found = GroupMention.Nobody;
        var isCode = false;
        for (var at = 0; at < text.Length; at++)
        {
            isCode = text[at] switch { Monospace => !isCode, Reset or '\n' => false, _ => isCode };
            if (!isCode && At(text, at) is var (whom, _) && whom > found) found = whom;
        }
        return found;
    }

    /// <summary>The word that begins with the @ at a place, and its length with it; null: none does.</summary>
    public static (GroupMention Whom, int Length)? At(string text, int at)
    {
        // Before it a letter makes it an address.
        if (text[at] != '@' || (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))) return null;
        foreach (var (word, whom) in Words)
        {
            var end = at + 1 + word.Length;
            if (end > text.Length || !AsciiCase.Equals(text.AsSpan(at + 1, word.Length), word)) continue;
            // @allan is somebody; Chinese puts no space after a word.
            if (char.IsAsciiLetter(word[0]) && end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-')) continue;
            return (whom, word.Length + 1);
        }
        return null;
    }

    /// <summary>The tag's value; null for nobody.</summary>
    public static string? TagValue(this GroupMention whom) => whom switch { GroupMention.All => "all", GroupMention.Here => "here", _ => null };

    /// <param name="value">Of the tag <see cref="TagNames.Mention"/>; null if there is none.</param>
    public static GroupMention OfTag(string? value) => value switch { "all" => GroupMention.All, "here" => GroupMention.Here, _ => GroupMention.Nobody };
}
