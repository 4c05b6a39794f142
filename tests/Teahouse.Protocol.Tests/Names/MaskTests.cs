using System.Text.RegularExpressions;
using CsCheck;

namespace Teahouse.Protocol.Tests.Names;

public sealed class MaskTests
{
    [Fact]
    public void A_mask_covers_what_the_same_regular_expression_covers() => Gen.Select(
        Gen.OneOf<string>("a", "B", "*", "?", "[", "\\", ".").Array[0, 8].Select(string.Concat),
        Gen.OneOf<string>("a", "A", "b", "[", "\\", ".", "*").Array[0, 8].Select(string.Concat))
    .Sample((mask, text) =>
    {
        var pattern = "^" + Regex.Escape(mask).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "\\z";
        var expected = Regex.IsMatch(text, pattern, RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant);
        Assert.Equal(expected, Mask.Matches(mask, text));
    });

    [Fact]
    public void A_question_mark_is_one_character_even_outside_the_basic_plane()
    {
        Assert.True(Mask.Matches("a?b", "a🍵b"));
        Assert.False(Mask.Matches("a??b", "a🍵b"));
        Assert.True(Mask.Matches("*?b", "🍵b"));
        Assert.False(Mask.Matches("*??b", "🍵b"));
    }

    [Fact]
    public void Letters_beyond_ASCII_keep_their_case()
    {
        Assert.True(Mask.Matches("ANN*", "anné"));
        Assert.False(Mask.Matches("É", "é"));
    }

    [Fact]
    public void A_mask_made_to_be_slow_is_not()
    {
        var mask = string.Concat(Enumerable.Repeat("*a", 250)) + "b";
        var text = new string('a', 500);
        // Exponential work would not end within the test run.
        for (var i = 0; i < 100; i++) Assert.False(Mask.Matches(mask, text));
    }

    [Theory]
    [InlineData("ann", "ann!*@*")]
    [InlineData("ann!", "ann!*@*")]
    [InlineData("ann!u", "ann!u@*")]
    [InlineData("u@h", "*!u@h")]
    [InlineData("@h", "*!*@h")]
    [InlineData("host.example", "*!*@host.example")]
    [InlineData("2001:db8::1", "*!*@2001:db8::1")]
    [InlineData("n!u@h", "n!u@h")]
    [InlineData("", "*!*@*")]
    public void A_ban_is_completed_to_a_whole_mask(string given, string completed) => Assert.Equal(completed, Mask.Complete(given));
}
