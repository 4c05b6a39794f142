using System.Buffers;
using System.Text;
using Teahouse.Server.Listeners;

namespace Teahouse.Server.Tests.Listeners;

public sealed class ProxyHeaderTests
{
    private const string Signature = "\r\n\r\n\0\r\nQUIT\n";

    [Theory]
    [InlineData("PROXY TCP4 1.1.1.1 127.0.0.1 65533 6667\r\nNICK a\r\n", "1.1.1.1:65533")]
    [InlineData("PROXY TCP6 2001:db8::1 ::1 1 6667\r\n", "[2001:db8::1]:1")]
    [InlineData("PROXY UNKNOWN\r\n", null)]
    [InlineData("PROXY UNKNOWN ::1 ::1 1 2\r\n", null)]
    public void Version_1_names_the_client(string input, string? source)
    {
        Assert.Equal(ProxyHeaderState.Present, Parse(input, binary: false, out var header, out var rest));
        Assert.Equal(source, header.Source?.ToString());
        Assert.Equal(input[(input.IndexOf('\n', StringComparison.Ordinal) + 1)..], rest);
    }

    [Theory]
    [InlineData("PROXY TCP4 1.1.1.1 127.0.0.1 65536 6667\r\n")]
    [InlineData("PROXY TCP4 ::1 ::1 1 2\r\n")]
    [InlineData("PROXY TCP6 1.1.1.1 1.1.1.1 1 2\r\n")]
    [InlineData("PROXY TCP4 1.1.1.1\r\n")]
    [InlineData("PROXY UDP4 1.1.1.1 1.1.1.1 1 2\r\n")]
    public void A_broken_header_is_wrong(string input) => Assert.Equal(ProxyHeaderState.Wrong, Parse(input, binary: false, out _, out _));

    [Fact]
    public void A_line_that_does_not_end_is_wrong() =>
        Assert.Equal(ProxyHeaderState.Wrong, Parse("PROXY TCP4 " + new string('1', 200), binary: false, out _, out _));

    [Fact]
    public void Anything_else_is_no_header()
    {
        Assert.Equal(ProxyHeaderState.Absent, Parse("NICK ann\r\n", binary: true, out _, out var rest));
        Assert.Equal("NICK ann\r\n", rest);
        Assert.Equal(ProxyHeaderState.Absent, Parse("PROXYTCP4", binary: true, out _, out _));
        Assert.Equal(ProxyHeaderState.Absent, Parse(Signature + "\x21\x11", binary: false, out _, out _));
    }

    [Theory]
    [InlineData("\x21\x11\0\x0c\x01\x02\x03\x04\x7f\0\0\x01\x04\xd2\x1a\x0bNICK", "1.2.3.4:1234", "NICK")]
    [InlineData("\x21\x11\0\x10\x01\x02\x03\x04\x7f\0\0\x01\x04\xd2\x1a\x0b\x04\0\x01\0X", "1.2.3.4:1234", "X")]
    [InlineData("\x21\x21\0\x24\x20\x01\x0d\xb8\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\x50\0\x51", "[2001:db8::1]:80", "")]
    [InlineData("\x20\0\0\0", null, "")]
    [InlineData("\x21\x31\0\u0002ab", null, "")]
    public void Version_2_names_the_client(string body, string? source, string after)
    {
        Assert.Equal(ProxyHeaderState.Present, Parse(Signature + body, binary: true, out var header, out var rest));
        Assert.Equal(source, header.Source?.ToString());
        Assert.Equal(after, rest);
    }

    [Theory]
    [InlineData("\x11\x11\0\0")]
    [InlineData("\x22\x11\0\0")]
    [InlineData("\x21\x11\0\x04\x01\x02\x03\x04")]
    [InlineData("\x21\x11\xff\xff")]
    public void A_broken_binary_header_is_wrong(string body) =>
        Assert.Equal(ProxyHeaderState.Wrong, Parse(Signature + body, binary: true, out _, out _));

    [Theory]
    [InlineData("PROXY TCP4 1.1.1.1 127.0.0.1 65533 6667\r\n")]
    [InlineData(Signature + "\x21\x11\0\x0c\x01\x02\x03\x04\x7f\0\0\x01\x04\xd2\x1a\x0b")]
    public void A_header_that_comes_in_pieces_is_waited_for(string whole)
    {
        for (var length = 0; length < whole.Length; length++)
            Assert.Equal(ProxyHeaderState.Incomplete, Parse(whole[..length], binary: true, out _, out _));
        Assert.Equal(ProxyHeaderState.Present, Parse(whole, binary: true, out _, out _));
    }

    private static ProxyHeaderState Parse(string input, bool binary, out ProxyHeader header, out string rest)
    {
        var sequence = new ReadOnlySequence<byte>(Encoding.Latin1.GetBytes(input));
        var state = ProxyHeader.TryParse(sequence, binary, out header, out var consumed);
        rest = Encoding.Latin1.GetString(sequence.Slice(consumed));
        return state;
    }
}
