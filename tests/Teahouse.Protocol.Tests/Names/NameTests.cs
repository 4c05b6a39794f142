using CsCheck;

namespace Teahouse.Protocol.Tests.Names;

public sealed class NameTests
{
    [Theory]
    [InlineData("ann")]
    [InlineData("Ann_1")]
    [InlineData(@"[]\`_^{|}")]
    [InlineData("a-b~c")]
    [InlineData("陈晓")]
    [InlineData("Zoë")]
    [InlineData("аня")]
    [InlineData("नमस्ते")]
    [InlineData("ann٣")]
    [InlineData("🍵")]
    [InlineData("ann👍🏽")]
    public void A_name_people_have_is_a_nick(string text)
    {
        Assert.True(Nick.TryParse(text, out var nick));
        Assert.Equal(text, nick.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("a b")]
    [InlineData("1ann")]
    [InlineData("٣ann")]
    [InlineData("-ann")]
    [InlineData("~ann")]
    [InlineData("a!b")]
    [InlineData("a@b")]
    [InlineData("a:b")]
    [InlineData("#ann")]
    [InlineData("a&b")]
    [InlineData("a*")]
    [InlineData("a?")]
    [InlineData("a,b")]
    [InlineData("a.b")]
    [InlineData("$ann")]
    [InlineData("+ann")]
    [InlineData("%ann")]
    [InlineData("<ann>")]
    [InlineData("an'n")]
    [InlineData("an\u0007n")]
    [InlineData("an\u00A0n")]
    [InlineData("an\u3000n")]
    [InlineData("an\u200Bn")]
    [InlineData("an\u202En")]
    [InlineData("an\u00ADn")]
    [InlineData("an\u3164n")]
    [InlineData("an\uFE0Fn")]
    [InlineData("an\u2800n")]
    [InlineData("an\uE000n")]
    [InlineData("an\u0378n")]
    [InlineData("an\uFFFDn")]
    [InlineData("\u0301ann")]
    [InlineData("ann！")]
    public void What_could_mislead_or_break_a_line_is_no_nick(string? text)
    {
        Assert.False(Nick.TryParse(text, out var nick));
        Assert.Equal("", nick.Value);
    }

    [Fact]
    public void A_nick_has_at_most_96_bytes()
    {
        Assert.True(Nick.TryParse(new string('陈', 32), out _));
        Assert.False(Nick.TryParse(new string('陈', 32) + "a", out _));
        Assert.True(Nick.TryParse(new string('a', 96), out _));
        Assert.False(Nick.TryParse(new string('a', 97), out _));
    }

    [Fact]
    public void Without_Unicode_only_ASCII_nicks_are_allowed()
    {
        Assert.True(Nick.TryParse("Ann[1]", unicode: false, out _));
        Assert.False(Nick.TryParse("Zoë", unicode: false, out _));
        Assert.False(Nick.TryParse("陈晓", unicode: false, out _));
    }

    [Fact]
    public void Names_are_compared_by_ASCII_case_only()
    {
        Assert.Equal(ANick("Ann[É]"), ANick("aNN[É]"));
        Assert.Equal(ANick("Ann[É]").GetHashCode(), ANick("aNN[É]").GetHashCode());
        Assert.NotEqual(ANick("É"), ANick("é"));
        Assert.NotEqual(ANick("a["), ANick("a{"));
        Assert.Equal("ann[É]", ANick("Ann[É]").Folded);
        Assert.Equal(AChannel("#Tea"), AChannel("#tEA"));
        Assert.True(AChannel("#Tea") == AChannel("#tEA"));
        Assert.NotEqual(AChannel("#tea"), AChannel("#teas"));
        Assert.Equal("#tea", AChannel("#Tea").Folded);
    }

    [Theory]
    [InlineData("#a")]
    [InlineData("##a")]
    [InlineData("#茶馆")]
    [InlineData("#a:b")]
    [InlineData("#*?")]
    [InlineData("#🍵")]
    [InlineData("#a.b/c!d@e")]
    public void A_room_may_be_called_nearly_anything(string text) => Assert.Equal(text, AChannel(text).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("tea")]
    [InlineData("&tea")]
    [InlineData("#a b")]
    [InlineData("#a,b")]
    [InlineData("#a\u0007")]
    [InlineData("#a\0")]
    [InlineData("#a\r\nQUIT")]
    [InlineData("#a\u3000b")]
    [InlineData("#a\u200Bb")]
    [InlineData("#a\u202Eb")]
    [InlineData("#a\uFFFD")]
    public void A_room_name_that_breaks_a_line_or_hides_something_is_refused(string? text) =>
        Assert.False(ChannelName.TryParse(text, out _));

    [Fact]
    public void Half_a_character_is_in_no_name()
    {
        Assert.False(Nick.TryParse("an\uD83Dn", out _));
        Assert.False(ChannelName.TryParse("#a\uD83D", out _));
    }

    [Fact]
    public void A_room_name_has_at_most_64_bytes()
    {
        Assert.True(ChannelName.TryParse("#" + new string('茶', 21), out _));
        Assert.False(ChannelName.TryParse("#a" + new string('茶', 21), out _));
    }

    [Fact]
    public void Every_accepted_name_can_stand_anywhere_in_a_line() => Gen.String.Sample(text =>
    {
        if (Nick.TryParse(text, out var nick))
            Assert.Equal(nick.Value, MessageParser.Parse($":{nick} NICK {nick} x").Source!.Name);
        if (ChannelName.TryParse("#" + text, out var channel))
            Assert.Equal(channel.Value, MessageParser.Parse($"JOIN {channel} x")[0]);
    });

    [Theory]
    [InlineData("abc-DEF_1", true)]
    [InlineData("", false)]
    [InlineData(":a", false)]
    [InlineData("a b", false)]
    [InlineData("a\n", false)]
    public void An_id_can_stand_as_a_parameter(string text, bool valid)
    {
        Assert.Equal(valid, MsgId.TryParse(text, out var id));
        if (valid) Assert.Equal(text, id.Value);
    }

    private static Nick ANick(string text) => Nick.TryParse(text, out var nick) ? nick : throw new FormatException(text);

    private static ChannelName AChannel(string text) => ChannelName.TryParse(text, out var name) ? name : throw new FormatException(text);
}
