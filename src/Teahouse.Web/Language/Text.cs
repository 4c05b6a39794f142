using System.Globalization;

namespace Teahouse.Web;

/// <summary>A sentence people read, in both languages. <c>{0}</c> and on are holes, the same in both.</summary>
public sealed record Text(string Chinese, string English)
{
    public string In(Language language) => language == Language.Chinese ? Chinese : English;

    public string In(Language language, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, In(language), values);
}

/// <summary>A sentence with a count in <c>{0}</c>. Chinese has one form; English follows the browser's plural rules.</summary>
public sealed record CountedText(string Chinese, string EnglishOne, string EnglishOther)
{
    /// <param name="category">What <c>Intl.PluralRules</c> says of <paramref name="count"/>: "one" or "other".</param>
    public string In(Language language, int count, string category) =>
        string.Format(CultureInfo.InvariantCulture, Form(language, category), count);

    private string Form(Language language, string category) =>
        language == Language.Chinese ? Chinese : category == "one" ? EnglishOne : EnglishOther;
}
