using System.Buffers;
using System.Text;
using CsCheck;

namespace Teahouse.Protocol.Tests.Lines;

public sealed class LineReaderTests
{
    [Fact]
    public void Lines_end_with_LF_or_CR_LF()
    {
        Assert.Equal(["PING a", "PING b", "", "", "PING\rc"], Read(100, "PING a\r\nPING b\n\r\n\nPING\rc\nrest"u8.ToArray()));
    }

    [Fact]
    public void What_is_left_is_kept_until_its_line_is_whole()
    {
        var reader = new LineReader(100);
        var buffer = Segments.Of("PING a"u8.ToArray());
        Assert.Equal(LineStatus.NeedMore, reader.TryRead(ref buffer, out _));
        Assert.Equal(6, buffer.Length);
        buffer = Segments.Of("PING a"u8.ToArray(), "\r"u8.ToArray(), "\n"u8.ToArray());
        Assert.Equal(LineStatus.Line, reader.TryRead(ref buffer, out var line));
        Assert.Equal("PING a", Encoding.UTF8.GetString(line));
        Assert.True(buffer.IsEmpty);
    }

    [Fact]
    public void A_line_of_exactly_the_limit_is_a_line_and_one_byte_more_is_too_long()
    {
        Assert.Equal(["12345678"], Read(10, "12345678\r\n"u8.ToArray()));
        Assert.Equal(["<too long>", "ok"], Read(10, "123456789\r\nok\r\n"u8.ToArray()));
        Assert.Equal(["123456789"], Read(10, "123456789\n"u8.ToArray()));
    }

    [Fact]
    public void A_line_too_long_is_said_once_and_never_kept()
    {
        var reader = new LineReader(10);
        var said = 0;
        for (var i = 0; i < 50; i++)
        {
            var buffer = Segments.Of(new byte[7]);
            if (said == 0 && i > 0) buffer = Segments.Of(new byte[7], new byte[7]);
            if (reader.TryRead(ref buffer, out _) == LineStatus.TooLong) said++;
            Assert.True(buffer.Length <= 10);
        }
        Assert.Equal(1, said);
        var end = Segments.Of("end\nPING\n"u8.ToArray());
        Assert.Equal(LineStatus.Line, reader.TryRead(ref end, out var line));
        Assert.Equal("PING", Encoding.UTF8.GetString(line));
    }

    [Fact]
    public void However_the_bytes_arrive_the_lines_are_the_same() =>
        Gen.Select(
            Gen.OneOf<string>("\n", "\r\n", "a", "bc", "\r", "123456789").Array[0, 30].Select(string.Concat),
            Gen.Int[1, 12],
            Gen.Int[1, 12])
        .Sample((text, size, limit) =>
        {
            var bytes = Encoding.ASCII.GetBytes(text);
            var expected = Expected(text, limit);
            Assert.Equal(expected, Read(limit, bytes));
            Assert.Equal(expected, Read(limit, bytes.Chunk(size).ToArray()));
        });

    private static List<string> Expected(string text, int limit)
    {
        var lines = text.Split('\n').Select(l => l.Length + 1 > limit ? "<too long>" : l.EndsWith('\r') ? l[..^1] : l).ToList();
        // The last has no line end yet: it is already too long when no line end could make it fit.
        if (lines[^1] != "<too long>") lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    /// <summary>Feeds the pieces one after another, keeping what is left, as a read loop does.</summary>
    private static List<string> Read(int limit, params byte[][] pieces)
    {
        var reader = new LineReader(limit);
        var lines = new List<string>();
        byte[][] left = [];
        foreach (var piece in pieces)
        {
            var buffer = Segments.Of([.. left, piece]);
            LineStatus status;
            while ((status = reader.TryRead(ref buffer, out var line)) != LineStatus.NeedMore)
                lines.Add(status == LineStatus.TooLong ? "<too long>" : Encoding.UTF8.GetString(line));
            left = buffer.IsEmpty ? [] : [.. Pieces(buffer)];
        }
        return lines;
    }

    private static IEnumerable<byte[]> Pieces(ReadOnlySequence<byte> buffer)
    {
        foreach (var memory in buffer) yield return memory.ToArray();
    }
}
