namespace Teahouse.Protocol.Tests.Negotiation;

public sealed class ISupportTests
{
    [Fact]
    public void What_a_server_says_of_itself_is_read()
    {
        var support = ISupport.Empty
            .With(MessageParser.Parse(":irc.example 005 ann PREFIX=(qov)~@+ CHANMODES=be,k,l,imnst CHANTYPES=# CASEMAPPING=ascii :are supported by this server"))
            .With(MessageParser.Parse(":irc.example 005 ann NICKLEN=32 NETWORK=Tea\\x20House CHATHISTORY=100 WHOX STATUSMSG=@+ MODES=4 :are supported by this server"));
        Assert.Equal(("qov", "~@+"), (support.PrefixModes, support.PrefixSymbols));
        Assert.Equal(("be", "k", "l", "imnst"), (support.ListModes, support.AlwaysParameterModes, support.SetParameterModes, support.FlagModes));
        Assert.Equal(("#", "ascii", 32), (support.ChannelTypes, support.CaseMapping, support.NickLength));
        Assert.Equal(("Tea House", 100, "@+", 4), (support.Network, support.ChatHistoryLimit, support.StatusMessage, support.ModesPerCommand));
        Assert.True(support.HasWhox);
        Assert.Null(support["are"]);
    }

    [Fact]
    public void What_a_server_does_not_say_has_its_default()
    {
        var support = ISupport.Empty;
        Assert.Equal(("ov", "@+", "#&", "rfc1459", 9), (support.PrefixModes, support.PrefixSymbols, support.ChannelTypes, support.CaseMapping, support.NickLength));
        Assert.Null(support.Network);
        Assert.Null(support.ChatHistoryLimit);
        Assert.False(support.HasWhox);
    }

    [Theory]
    [InlineData("PREFIX=", "", "")]
    [InlineData("PREFIX=(ov)@", "ov", "@+")]
    [InlineData("PREFIX=ov@+", "ov", "@+")]
    [InlineData("PREFIX=(o", "ov", "@+")]
    [InlineData("PREFIX=(o)@", "o", "@")]
    public void Prefixes_that_make_no_sense_are_the_default(string token, string modes, string symbols)
    {
        var support = ISupport.Empty.With(token);
        Assert.Equal((modes, symbols), (support.PrefixModes, support.PrefixSymbols));
    }

    [Fact]
    public void A_minus_takes_back_what_was_said()
    {
        var support = ISupport.Empty.With("NICKLEN=32", "WHOX").With("-NICKLEN", "-NEVERSAID");
        Assert.Equal(9, support.NickLength);
        Assert.True(support.HasWhox);
        Assert.Null(support["NICKLEN"]);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a=b\\c")]
    [InlineData("")]
    [InlineData("茶 馆🍵")]
    [InlineData("\\x20")]
    public void Any_value_reads_back_as_itself(string value)
    {
        var token = ISupportTokens.Format("NETWORK", value);
        Assert.DoesNotContain(' ', token);
        Assert.Equal(value, ISupport.Empty.With(token)["NETWORK"]);
    }

    [Theory]
    [InlineData("A=\\xE8\\x8C\\xB6", "茶")]
    [InlineData("A=\\x2", "\\x2")]
    [InlineData("A=\\xZZ", "\\xZZ")]
    [InlineData("A=\\", "\\")]
    public void Escapes_stand_for_bytes_and_bad_ones_for_themselves(string token, string value) =>
        Assert.Equal(value, ISupport.Empty.With(token)["A"]);

    [Theory]
    [InlineData("", null)]
    [InlineData("A B", null)]
    [InlineData("-A", null)]
    [InlineData("A", "x\r\nQUIT")]
    public void A_token_that_cannot_be_written_is_refused(string name, string? value) =>
        Assert.Throws<ArgumentException>(() => ISupportTokens.Format(name, value));

    [Fact]
    public void Tokens_are_dealt_out_thirteen_to_a_line_and_within_the_bytes()
    {
        var tokens = Enumerable.Range(0, 30).Select(i => $"T{i:D2}").ToArray();
        var lines = ISupportTokens.Lines(tokens, 400);
        Assert.Equal([13, 13, 4], lines.Select(l => l.Count));
        Assert.Equal(tokens, lines.SelectMany(l => l));

        lines = ISupportTokens.Lines(tokens, 11);
        Assert.All(lines, l => Assert.True(string.Join(' ', l).Length <= 11));
        Assert.Equal(10, lines.Count);
        Assert.Empty(ISupportTokens.Lines([], 400));
    }
}
