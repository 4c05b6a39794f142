using System.Reflection;
using System.Text.RegularExpressions;

namespace Teahouse.Web.Tests;

/// <summary>Every sentence of the page exists in both languages.</summary>
public sealed partial class TextsTests
{
    public static TheoryData<string> Tables() => [.. TableTypes().Select(t => t.FullName!)];

    [Fact]
    public void Every_area_has_its_table() => Assert.True(TableTypes().Count() >= 8);

    [Theory, MemberData(nameof(Tables))]
    public void A_table_holds_both_languages_with_the_same_holes(string table)
    {
        var texts = Values(typeof(Text).Assembly.GetType(table)!).ToList();
        Assert.NotEmpty(texts);
        foreach (var (name, forms) in texts)
        {
            Assert.All(forms, form => Assert.False(string.IsNullOrWhiteSpace(form), name));
            Assert.True(Han().IsMatch(forms[0]), $"{name} has no Chinese: {forms[0]}");
            Assert.All(forms[1..], form => Assert.False(Han().IsMatch(form), $"{name} has no English: {form}"));
            Assert.All(forms[1..], form => Assert.Equal(Holes(forms[0]), Holes(form)));
        }
    }

    [Fact]
    public void A_sentence_is_said_in_the_language_asked_for_with_its_holes_filled()
    {
        var text = new Text("你好，{0}", "Hello, {0}");
        Assert.Equal("你好，陈晓", text.In(Language.Chinese, "陈晓"));
        Assert.Equal("Hello, Marta", text.In(Language.English, "Marta"));
    }

    [Theory]
    [InlineData("zh-CN,en", Language.Chinese)]
    [InlineData("zh", Language.Chinese)]
    [InlineData("en-GB,zh-CN", Language.English)]
    [InlineData("fr,de,zh-TW,en", Language.Chinese)]
    [InlineData("fr,de", Language.English)]
    [InlineData("zhx", Language.English)]
    public void The_first_language_that_both_know_is_taken(string wanted, Language expected) =>
        Assert.Equal(expected, Languages.FirstOf(wanted.Split(',')));

    private static IEnumerable<Type> TableTypes() =>
        typeof(Text).Assembly.GetTypes().Where(t => t.Name.EndsWith("Texts", StringComparison.Ordinal) && t.IsAbstract && t.IsSealed);

    private static IEnumerable<(string Name, string[] Forms)> Values(Type table)
    {
        foreach (var field in table.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        {
            if (field.GetValue(null) is Text text) yield return (field.Name, [text.Chinese, text.English]);
            else if (field.GetValue(null) is CountedText counted) yield return (field.Name, [counted.Chinese, counted.EnglishOne, counted.EnglishOther]);
            else if (field.GetValue(null) is System.Collections.IDictionary map)
                foreach (var entry in map.Values.OfType<Text>()) yield return (field.Name, [entry.Chinese, entry.English]);
        }
    }

    private static string Holes(string form) =>
        string.Join(' ', Hole().Matches(form).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
