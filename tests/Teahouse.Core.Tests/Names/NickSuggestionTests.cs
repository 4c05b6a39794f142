using System.Text;
using CsCheck;
using Teahouse.Core.Hosting;
using Teahouse.Core.Names;
using Teahouse.Protocol;

namespace Teahouse.Core.Tests.Names;

/// <summary>Here, beside the server's rules: the web client suggests what the server accepts.</summary>
public sealed class NickSuggestionTests
{
    private static readonly Gen<string> Typed = Gen.OneOf(
        Gen.Int[0, 0x10FFFF].Where(Rune.IsValid),
        Gen.Int[0, 0x7F],
        Gen.Int[0x300, 0x52F],
        Gen.Int[0x4E00, 0x4E20]).Array[0, 60].Select(points => string.Concat(points.Select(point => new Rune(point).ToString())));

    [Theory]
    [InlineData("陈 晓!", "陈晓")]
    [InlineData("Ann Lee", "Ann_Lee")]
    [InlineData("  Ann   Lee  ", "Ann_Lee")]
    [InlineData("王 Wang", "王_Wang")]
    [InlineData("O'Brien", "OBrien")]
    [InlineData("2pac", "_2pac")]
    [InlineData("-x-", "_-x-")]
    [InlineData("аdmin", "а")]
    [InlineData("Zoe\u0308", "Zoe\u0308")]
    [InlineData("!!!", "guest")]
    [InlineData("", "guest")]
    public void A_typed_name_becomes_a_nick(string typed, string nick) => Assert.Equal(nick, NickSuggestion.From(typed));

    [Fact]
    public void A_suggestion_is_always_a_nick_that_the_server_allows() => Gen.Select(Typed, Gen.Int[1, 40]).Sample((typed, longest) =>
    {
        var nick = NickSuggestion.From(typed, longest);
        var options = new ServerOptions { Limits = new() { NicknameLength = longest } };
        Assert.True(NameRules.TryNick(nick, options, out var refusal), $"{nick}: {refusal}");
        Assert.False(Alphabets.AreMixed(nick));
        Assert.Equal(nick, NickSuggestion.From(nick, longest));
    });

    [Fact]
    public void A_suggestion_for_a_server_without_unicode_is_ascii() =>
        Typed.Sample(typed => Assert.True(NameRules.TryNick(NickSuggestion.From(typed, unicode: false), new() { UnicodeNames = false }, out _)));

    [Theory]
    [InlineData("Ann", 2, "Ann2")]
    [InlineData("陈晓", 13, "陈晓13")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdef", 2, "abcdefghijklmnopqrstuvwxyzabcde2")]
    [InlineData("茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶", 2, "茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶茶2")]
    public void A_taken_nick_gets_a_number(string nick, int number, string other) => Assert.Equal(other, NickSuggestion.Another(nick, number));

    [Fact]
    public void Another_one_is_always_allowed_too() => Gen.Select(Typed, Gen.Int[2, 99_999]).Sample((typed, number) =>
    {
        var nick = NickSuggestion.From(typed);
        var other = NickSuggestion.Another(nick, number);
        Assert.True(NameRules.TryNick(other, new ServerOptions(), out _), other);
        Assert.NotEqual(nick, other);
    });
}
