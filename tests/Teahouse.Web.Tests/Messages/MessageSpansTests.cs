using Teahouse.Web.Messages;

namespace Teahouse.Web.Tests.Messages;

public sealed class MessageSpansTests
{
    [Theory]
    [InlineData("see https://a.example/b.", "https://a.example/b")]
    [InlineData("(https://a.example/b)", "https://a.example/b")]
    [InlineData("https://a.example/wiki/Tea_(drink)", "https://a.example/wiki/Tea_(drink)")]
    [InlineData("看https://a.example/b吧", "https://a.example/b")]
    [InlineData("看https://a.example/b，很好", "https://a.example/b")]
    [InlineData("https://zh.example/wiki/上海", "https://zh.example/wiki/上海")]
    [InlineData("“http://a.example”", "http://a.example")]
    [InlineData("HTTPS://A.example/?q=1&r=2#x", "HTTPS://A.example/?q=1&r=2#x")]
    public void An_address_in_a_sentence_becomes_a_link(string text, string link) =>
        Assert.Equal(link, Assert.Single(Spans(text), s => s.Link is not null).Text);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("http://")]
    [InlineData("xhttps://a.example")]
    [InlineData("file:///etc/passwd")]
    public void What_is_no_web_address_stays_text(string text) => Assert.All(Spans(text), s => Assert.Null(s.Link));

    [Fact]
    public void Nothing_of_a_text_is_lost_around_its_links()
    {
        const string text = "a https://a.example/1, https://a.example/2 b";
        Assert.Equal(text, string.Concat(Spans(text).Select(s => s.Text)));
        Assert.Equal(2, Spans(text).Count(s => s.Link is not null));
    }

    [Theory]
    [InlineData("@林一 来吗", "@林一")]
    [InlineData("林一下午来吗", "林一")]
    [InlineData("LIN: hello", "LIN", "Lin")]
    public void The_readers_own_name_is_marked(string text, string marked, string me = "林一") =>
        Assert.Equal(marked, Assert.Single(Spans(text, me), s => s.Mention == Mention.Me).Text);

    [Theory]
    [InlineData("linen", "Lin")]
    [InlineData("Berlin", "Lin")]
    [InlineData("lin_2", "Lin")]
    [InlineData("anything", "")]
    public void A_word_that_only_holds_the_name_is_not_marked(string text, string me) =>
        Assert.All(Spans(text, me), s => Assert.Equal(Mention.Nobody, s.Mention));

    [Theory]
    [InlineData("@Marta, look", "@Marta")]
    [InlineData("问@陈晓下午来吗", "@陈晓")]
    public void A_member_after_an_at_is_marked(string text, string marked) =>
        Assert.Equal(marked, Assert.Single(Spans(text), s => s.Mention == Mention.Someone).Text);

    [Theory]
    [InlineData("a@Marta")]
    [InlineData("@Nobody")]
    [InlineData("@Martas")]
    [InlineData("Marta")]
    public void Others_are_not_marked(string text) =>
        Assert.All(Spans(text), s => Assert.Equal(Mention.Nobody, s.Mention));

    [Fact]
    public void Formatting_codes_become_styles_and_end_where_they_are_closed()
    {
        var spans = Spans("a \x02" + "b\x1D" + "c\x0F d\x11" + "e");
        Assert.Equal(["a ", "b", "c", " d", "e"], spans.Select(s => s.Text));
        Assert.Equal(
            [TextStyle.None, TextStyle.Bold, TextStyle.Bold | TextStyle.Italic, TextStyle.None, TextStyle.Mono],
            spans.Select(s => s.Style));
    }

    [Theory]
    [InlineData("\x03" + "04,07red\x03 plain", "red plain")]
    [InlineData("\x03" + "4,tail", ",tail")]
    [InlineData("\x04" + "ff0000red", "red")]
    [InlineData("\x04" + "ff0000,00ff00red", "red")]
    [InlineData("a\u202Eb\u2066c\0d\x07" + "e", "abcde")]
    [InlineData("one\ntwo", "one two")]
    public void Codes_control_characters_and_overrides_are_not_part_of_the_text(string text, string plain) =>
        Assert.Equal(plain, Formatting.Plain(text));

    [Theory]
    [InlineData("\x03" + "4red\x03 plain", Hue.Red, null)]
    [InlineData("\x03" + "04,12on blue", Hue.Red, Hue.Azure)]
    [InlineData("\x03" + "0white", null, null)]
    [InlineData("\x03" + "52a red of the long table", Hue.Red, null)]
    [InlineData("\x03" + "90a grey", Hue.Grey, null)]
    [InlineData("\x04" + "2040ffa blue", Hue.Blue, null)]
    [InlineData("\x04" + "ff0080,00ff00rose", Hue.Pink, Hue.Green)]
    public void A_colour_keeps_its_hue(string text, Hue? fore, Hue? back)
    {
        var span = Spans(text)[0];
        Assert.Equal((fore, back), (span.Fore, span.Back));
    }

    [Fact]
    public void Formatting_ends_with_its_line() =>
        Assert.Equal([TextStyle.Bold, TextStyle.None], Spans("\x02" + "one\ntwo").Select(s => s.Style));

    [Fact]
    public void In_code_nothing_is_a_link_or_a_name() =>
        Assert.All(Spans("\x11https://a.example @Marta\x11"), s => Assert.Equal((null, Mention.Nobody), (s.Link, s.Mention)));

    [Fact]
    public void Lines_of_code_stand_in_a_block_of_their_own()
    {
        var blocks = MessageBlock.Of("look:\n\x11" + "a = 1;\n\x11\n\x11" + "b\nend", new MentionFinder("me", _ => false));
        Assert.Equal(3, blocks.Count);
        Assert.Equal("a = 1;\n\nb", Assert.IsType<CodeBlock>(blocks[1]).Text);
        Assert.IsType<TextBlock>(Assert.Single(MessageBlock.Of("\x11" + "inline\x11", new MentionFinder("me", _ => false))));
        Assert.IsType<CodeBlock>(Assert.Single(MessageBlock.Of("\x11" + "one\x11\n\x11two\x11", new MentionFinder("me", _ => false))));
    }

    private static IReadOnlyList<TextSpan> Spans(string text, string me = "林一") =>
        MessageSpans.Of(text, new MentionFinder(me, nick => nick is "Marta" or "陈晓"));
}
