using System.Buffers;
using System.Text;

namespace Teahouse.Protocol.Tests.Lines;

public sealed class LineWriterTests
{
    private readonly ArrayBufferWriter<byte> _output = new();

    private string Written => Encoding.UTF8.GetString(_output.WrittenSpan);

    [Fact]
    public void A_line_is_written_piece_by_piece()
    {
        var line = new LineWriter(_output);
        line.Tag("time", "2024-05-01T12:34:56.789Z");
        line.Tag("+draft/reply", "a;b c\\\r\n");
        line.Tag("bot", null);
        line.Source(new Source("ann", "a", "h"));
        line.Command("PRIVMSG");
        line.Parameter("#茶");
        line.Trailing("hi");
        line.End();
        line.Source("irc.example");
        line.Numeric(Numeric.RPL_WELCOME);
        line.Parameter("ann");
        line.Last("hi");
        line.End();
        Assert.Equal(
            "@time=2024-05-01T12:34:56.789Z;+draft/reply=a\\:b\\sc\\\\\\r\\n;bot :ann!a@h PRIVMSG #茶 :hi\r\n:irc.example 001 ann hi\r\n",
            Written);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData(":a")]
    [InlineData("")]
    [InlineData("a\r\nQUIT")]
    [InlineData("a\0")]
    public void A_bad_middle_is_refused(string text) => Refuses((ref LineWriter line) => line.Parameter(text));

    [Theory]
    [InlineData("a\r")]
    [InlineData("a\nQUIT")]
    [InlineData("a\0")]
    public void A_bad_trailing_is_refused(string text)
    {
        Refuses((ref LineWriter line) => line.Trailing(text));
        Refuses((ref LineWriter line) => line.Last(text));
    }

    [Fact]
    public void A_refused_line_leaves_nothing_in_the_output()
    {
        Refuses((ref LineWriter line) => line.Trailing(new string('x', 5000) + "\n"));
        Assert.Equal(0, _output.WrittenCount);
    }

    [Fact]
    public void A_bad_tag_source_or_command_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new LineWriter(_output).Tag("a b", "c"));
        Assert.Throws<ArgumentException>(() => new LineWriter(_output).Tag("a", "\0"));
        Assert.Throws<ArgumentException>(() => new LineWriter(_output).Source("a b"));
        Assert.Throws<ArgumentException>(() => new LineWriter(_output).Source(""));
        Assert.Throws<ArgumentException>(() => new LineWriter(_output).Command("PING\r\n"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LineWriter(_output).Numeric(1000));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LineWriter(_output).Numeric(-1));
    }

    [Fact]
    public void The_parts_of_a_line_come_in_order()
    {
        Assert.Throws<InvalidOperationException>(() => new LineWriter(_output).Parameter("a"));
        Assert.Throws<InvalidOperationException>(() => new LineWriter(_output).End());
        Assert.Throws<InvalidOperationException>(() => After((ref LineWriter line) => line.Tag("a", "b")));
        Assert.Throws<InvalidOperationException>(() => After((ref LineWriter line) => line.Source("a")));
        Assert.Throws<InvalidOperationException>(() => After((ref LineWriter line) => line.Command("PING")));
        Assert.Throws<InvalidOperationException>(() => After((ref LineWriter line) =>
        {
            line.Trailing("a");
            line.Parameter("b");
        }));
        Assert.Equal(0, _output.WrittenCount);
    }

    [Fact]
    public void A_line_longer_than_the_first_room_is_written_whole()
    {
        var text = string.Concat(Enumerable.Repeat("茶😀x ", 3000));
        var line = new LineWriter(_output);
        line.Tag("a", text);
        line.Command("PRIVMSG");
        line.Parameter("#tea");
        line.Trailing(text);
        line.End();
        Assert.Equal($"@a={TagValue.Escape(text)} PRIVMSG #tea :{text}\r\n", Written);
    }

    [Fact]
    public void The_bytes_of_tags_and_body_are_counted_apart()
    {
        var line = new LineWriter(new byte[4]);
        line.Tag("a", "茶");
        Assert.Equal("@a=茶 ".Length + 2, line.TagsLength);
        line.Source("ann");
        line.Command("PING");
        line.Last("é");
        Assert.Equal("@a=茶 ".Length + 2, line.TagsLength);
        Assert.Equal(":ann PING é".Length + 1, line.BodyLength);
        Assert.Equal("@a=茶 :ann PING é\r\n", Encoding.UTF8.GetString(line.ToArray()));
    }

    [Fact]
    public void Without_an_output_each_line_is_an_array_of_its_own()
    {
        var line = new LineWriter(stackalloc byte[16]);
        for (var length = 1; length < 3000; length *= 5)
        {
            line.Command("PING");
            line.Last(new string('x', length));
            Assert.Equal($"PING {new string('x', length)}\r\n", Encoding.UTF8.GetString(line.ToArray()));
        }
    }

    [Fact]
    public void A_lone_surrogate_is_written_as_the_replacement_character() =>
        Assert.Equal("PING \uFFFD", MessageParser.Parse(new Message("PING", "\uD83D").ToString()).ToString());

    private delegate void Step(ref LineWriter line);

    private void After(Step step)
    {
        var line = new LineWriter(_output);
        line.Command("PRIVMSG");
        step(ref line);
    }

    private void Refuses(Step step) => Assert.Throws<ArgumentException>(() => After(step));
}
