using Teahouse.Web.People;

namespace Teahouse.Web.Tests.People;

public sealed class AvatarFaceTests
{
    [Theory]
    [InlineData("陈晓", "陈")]
    [InlineData("A陈", "陈")]
    [InlineData("marta", "M")]
    [InlineData("_3rd", "3")]
    [InlineData("ßa", "ß")]
    [InlineData("___", "?")]
    [InlineData("", "?")]
    public void An_avatar_carries_the_first_Han_character_or_letter(string nick, string letter) =>
        Assert.Equal(letter, AvatarFace.Letter(nick));

    [Fact]
    public void The_colour_follows_the_account_and_not_the_nick()
    {
        Assert.Equal(AvatarFace.Hue("ann", "acc"), AvatarFace.Hue("bob", "ACC"));
        Assert.NotEqual(AvatarFace.Hue("ann", "first"), AvatarFace.Hue("ann", "second"));
    }

    [Fact]
    public void All_colours_are_used()
    {
        var hues = Enumerable.Range(0, 500).Select(i => AvatarFace.Hue("", $"person{i}")).ToHashSet();
        Assert.Equal(Enumerable.Range(0, AvatarFace.Hues), hues.Order());
    }
}
