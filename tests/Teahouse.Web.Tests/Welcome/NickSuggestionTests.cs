using Teahouse.Protocol;
using Teahouse.Web.Welcome;

namespace Teahouse.Web.Tests.Welcome;

public sealed class NickSuggestionTests
{
    [Theory]
    [InlineData("陈 晓!", "陈晓")]
    [InlineData("Mary Jane", "Mary_Jane")]
    [InlineData("  Marta  ", "Marta")]
    [InlineData("林一 Lin", "林一_Lin")]
    [InlineData("3rd floor", "_3rd_floor")]
    [InlineData("-dash", "_-dash")]
    [InlineData("a,b:c@d!e", "abcde")]
    [InlineData("Zoë", "Zoë")]
    [InlineData("สมหญิง", "สมหญิง")]
    [InlineData("#room", "room")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("!?@#", "")]
    [InlineData("___", "")]
    [InlineData("\u202Eevil", "evil")]
    [InlineData("a\u0000b\r\nQUIT", "ab_QUIT")]
    [InlineData("e\u0301\u0301\u0301\u0301", "e\u0301\u0301")]
    [InlineData("\u0301x", "x")]
    public void What_a_person_types_becomes_a_nick(string typed, string nick) => Assert.Equal(nick, NickSuggestion.From(typed));

    [Theory]
    [InlineData("陈")]
    [InlineData("a")]
    [InlineData("a b ")]
    [InlineData("🍵")]
    public void A_long_name_is_cut_to_what_a_server_takes(string piece)
    {
        var nick = NickSuggestion.From(string.Concat(Enumerable.Repeat(piece, 60)));
        Assert.True(Nick.TryParse(nick, out _), nick);
        Assert.InRange(nick.EnumerateRunes().Count(), 20, 32);
    }
}
