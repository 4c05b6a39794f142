namespace Teahouse.Web;

/// <summary>The languages of the page.</summary>
public enum Language
{
    English,
    Chinese,
}

public static class Languages
{
    /// <summary>The language's BCP 47 tag, as <c>lang</c> attributes and the browser's Intl take it.</summary>
    public static string Tag(this Language language) => language == Language.Chinese ? "zh-CN" : "en";

    /// <summary>The first of the browser's languages that the page speaks; English when it speaks none.</summary>
    /// <param name="tags">BCP 47 tags, the most wanted first.</param>
    public static Language FirstOf(IEnumerable<string> tags)
    {
        foreach (var tag in tags)
        {
            if (Speaks(tag, "zh")) return Language.Chinese;
            if (Speaks(tag, "en")) return Language.English;
        }
        return Language.English;
    }

    private static bool Speaks(string tag, string primary) =>
        tag.StartsWith(primary, StringComparison.OrdinalIgnoreCase)
        && (tag.Length == primary.Length || tag[primary.Length] == '-');
}
