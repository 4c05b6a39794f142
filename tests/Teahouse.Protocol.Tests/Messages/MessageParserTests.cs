using System.Buffers;
using System.Text;

namespace Teahouse.Protocol.Tests.Messages;

public sealed class MessageParserTests
{
    public static TheoryData<string, ParseError> Refused => new()
    {
        { "", ParseError.Empty },
        { "   ", ParseError.Empty },
        { "@a=b", ParseError.NoCommand },
        { "@a=b ", ParseError.NoCommand },
        { ":ann", ParseError.NoCommand },
        { "@a=b :ann  ", ParseError.NoCommand },
        { ": PING", ParseError.BadSource },
        { ":!u@h PING", ParseError.BadSource },
        { ":@h PING", ParseError.BadSource },
        { "P1NG", ParseError.BadCommand },
        { "12", ParseError.BadCommand },
        { "1234", ParseError.BadCommand },
        { "茶 #tea", ParseError.BadCommand },
        { "GET / HTTP/1.1\0", ParseError.ContainsNul },
        { "PRIVMSG #tea :a\rQUIT", ParseError.ContainsLineBreak },
        { "PRIVMSG #tea :a\nQUIT", ParseError.ContainsLineBreak },
        { "@a=" + new string('x', 4093) + " PING", ParseError.TagsTooLong },
        { "@a=" + new string('x', 5000), ParseError.TagsTooLong },
        { "PING " + new string('x', 506), ParseError.LineTooLong },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_bad_line_is_refused_with_its_reason(string line, ParseError expected)
    {
        Assert.False(MessageParser.TryParse(Encoding.UTF8.GetBytes(line), out var message, out var error));
        Assert.Null(message);
        Assert.Equal(expected, error);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'A', (byte)' ', 0xFF })]
    [InlineData(new byte[] { (byte)'A', (byte)' ', 0xC3 })]
    [InlineData(new byte[] { (byte)'A', (byte)' ', 0xC0, 0xAF })]
    [InlineData(new byte[] { (byte)'A', (byte)' ', 0xED, 0xA0, 0x80 })]
    public void A_line_that_is_not_UTF8_is_refused(byte[] line)
    {
        Assert.False(MessageParser.TryParse(line, out _, out var error));
        Assert.Equal(ParseError.InvalidUtf8, error);
    }

    [Fact]
    public void A_refused_line_allocates_nothing()
    {
        var lines = Refused.Select(row => Encoding.UTF8.GetBytes(row.Data.Item1)).Append([(byte)'A', (byte)' ', 0xFF]).ToArray();
        Assert.Equal(0, CountAccepted(lines));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var accepted = CountAccepted(lines);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(0, accepted);
    }

    [Fact]
    public void More_parameters_than_allowed_are_refused()
    {
        var limits = ParseLimits.Server with { MaxParameters = 2 };
        Assert.True(MessageParser.TryParse("JOIN a :b c"u8, limits, out _, out _));
        Assert.False(MessageParser.TryParse("JOIN a b :c"u8, limits, out _, out var error));
        Assert.Equal(ParseError.TooManyParameters, error);
    }

    [Fact]
    public void The_longest_allowed_line_is_accepted()
    {
        var line = "@a=" + new string('x', 4092) + " PING " + new string('y', 505);
        Assert.Equal(ParseLimits.Server.Total, line.Length + 2);
        Assert.True(MessageParser.TryParse(Encoding.UTF8.GetBytes(line), out var message, out _));
        Assert.Equal(4092, message.Tags["a"]!.Length);
        Assert.Equal(505, message[0].Length);
    }

    [Fact]
    public void A_client_takes_both_the_servers_and_a_clients_tags()
    {
        var line = Encoding.UTF8.GetBytes("@a=" + new string('x', 4092) + ";b=" + new string('y', 4092) + " PING");
        Assert.True(MessageParser.TryParse(line, ParseLimits.Client, out _, out _));
        Assert.False(MessageParser.TryParse(line, ParseLimits.Server, out _, out _));
        line = Encoding.UTF8.GetBytes("@a=" + new string('x', 8188) + " PING");
        Assert.False(MessageParser.TryParse(line, ParseLimits.Client, out _, out var error));
        Assert.Equal(ParseError.TagsTooLong, error);
    }

    [Fact]
    public void A_common_command_is_one_shared_string_in_any_case()
    {
        Assert.Same(MessageParser.Parse("PRIVMSG a b").Command, MessageParser.Parse("privmsg c d").Command);
        Assert.Same(MessageParser.Parse("001").Command, MessageParser.Parse("001 x").Command);
        Assert.Equal("NOSUCHCOMMANDATALLEVER", MessageParser.Parse("nosuchCommandAtAllEver").Command);
    }

    [Fact]
    public void Of_a_repeated_tag_the_last_value_counts_however_many_there_are()
    {
        var line = "@" + string.Join(';', Enumerable.Range(0, 100).Select(i => $"k{i % 30}={i}")) + " PING";
        var message = MessageParser.Parse(line);
        Assert.Equal(30, message.Tags.Count);
        Assert.Equal("90", message.Tags["k0"]);
        Assert.Equal("89", message.Tags["k29"]);
    }

    [Theory]
    [InlineData("@ PING", 0)]
    [InlineData("@;;a;;=b; PING", 1)]
    public void A_tag_without_a_key_is_passed_over(string line, int tags) => Assert.Equal(tags, MessageParser.Parse(line).Tags.Count);

    [Fact]
    public void A_line_in_pieces_is_read_like_a_whole_one()
    {
        var whole = "@time=1 :ann!a@h PRIVMSG #茶 :你好 world"u8.ToArray();
        for (var cut = 1; cut < whole.Length; cut++)
        {
            Assert.True(MessageParser.TryParse(Segments.Of(whole[..cut], whole[cut..]), ParseLimits.Client, out var message, out _));
            Assert.Equal(Encoding.UTF8.GetString(whole), message.ToString());
        }
    }

    [Fact]
    public void A_line_that_must_be_good_and_is_not_throws() => Assert.Throws<FormatException>(() => MessageParser.Parse(""));

    private static int CountAccepted(byte[][] lines)
    {
        var accepted = 0;
        foreach (var line in lines)
            if (MessageParser.TryParse(line, ParseLimits.Server, out _, out _)) accepted++;
        return accepted;
    }
}
