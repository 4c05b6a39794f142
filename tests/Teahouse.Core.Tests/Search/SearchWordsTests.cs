using Teahouse.Core.Search;

namespace Teahouse.Core.Tests.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("Hello, World!", "hello world")]
    [InlineData("我喜欢喝茶", "我 喜 欢 喝 茶")]
    [InlineData("喝a茶2杯", "喝 a 茶 2 杯")]
    [InlineData("ｆｕｌｌ　ＷＩＤＴＨ", "full width")]
    [InlineData("Café déjà-vu Straße", "cafe deja vu strasse")]
    [InlineData("がぎ カタカナ ｶﾞ", "が ぎ カ タ カ ナ ガ")]
    [InlineData("한국어", "한 국 어")]
    [InlineData("tea👍🏽❤️", "tea 👍 ❤")]
    [InlineData("don't snake_case 3.14", "don t snake case 3 14")]
    [InlineData("\u0001ACTION waves\u0001", "waves")]
    [InlineData("\u000304,12red\u0003 \u0002bold\u000f \u0004ff0000hex", "red bold hex")]
    [InlineData("\u00031,no", "no")]
    [InlineData("one\ntwo\rmore", "one twomore")]
    [InlineData("привет МИР", "привет мир")]
    [InlineData("!?… ", "")]
    [InlineData("𠀀𠀁", "𠀀 𠀁")]
    public void A_text_is_found_by_these_words(string text, string words) => Assert.Equal(words, string.Join(' ', SearchWords.Of(text)));

    [Theory]
    [InlineData("我喜欢喝茶", "喝茶", true)]
    [InlineData("我喜欢喝茶", "茶", true)]
    [InlineData("我喜欢喝茶", "茶喝", false)]
    [InlineData("我喜欢喝茶", "喜茶", false)]
    [InlineData("Fasting is hard", "fast", true)]
    [InlineData("Breakfast", "fast", false)]
    [InlineData("a fast car", "fast car", true)]
    [InlineData("a fast red car", "fast car", false)]
    [InlineData("tea", "teapot", false)]
    [InlineData("", "tea", false)]
    public void A_run_of_words_is_held_where_it_stands_and_the_last_may_be_a_beginning(string text, string run, bool held) =>
        Assert.Equal(held, SearchWords.Hold(SearchWords.Of(text), SearchWords.Of(run)));

    [Fact]
    public void A_very_long_word_is_found_by_its_beginning()
    {
        var word = new string('a', 500);
        Assert.True(SearchWords.Hold(SearchWords.Of(word), SearchWords.Of(word)));
        Assert.Equal(64, Assert.Single(SearchWords.Of(word)).Length);
    }
}
