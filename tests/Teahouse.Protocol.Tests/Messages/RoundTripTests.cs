using System.Buffers;
using CsCheck;

namespace Teahouse.Protocol.Tests.Messages;

public sealed class RoundTripTests
{
    private static readonly ParseLimits NoLimits = new(1_000_000, 1_000_000, 1_000);

    [Fact]
    public void Any_message_reads_back_as_itself() => Generators.Message.Sample(message =>
    {
        var bytes = MessageWriter.ToBytes(message);
        Assert.Equal("\r\n"u8, bytes.AsSpan()[^2..]);
        Assert.True(MessageParser.TryParse(bytes.AsSpan()[..^2], NoLimits, out var back, out var error), error.ToString());
        Assert.Equal(message, back);
        Assert.Equal(message.GetHashCode(), back.GetHashCode());
    });

    [Fact]
    public void Both_ways_of_writing_make_the_same_bytes() => Generators.Message.Sample(message =>
    {
        var output = new ArrayBufferWriter<byte>(1);
        MessageWriter.Write(output, message);
        Assert.Equal(MessageWriter.ToBytes(message), output.WrittenSpan);
    });

    [Fact]
    public void No_message_can_hold_a_second_line() => Generators.Message.Sample(message =>
        Assert.Equal(-1, MessageWriter.ToBytes(message).AsSpan()[..^2].IndexOfAny((byte)'\r', (byte)'\n', (byte)0)));

    [Fact]
    public void Whatever_bytes_come_the_parser_answers_and_what_it_accepts_reads_back() => Generators.Bytes.Sample(bytes =>
    {
        var accepted = MessageParser.TryParse(bytes, NoLimits, out var message, out var error);
        Assert.Equal(accepted, error == ParseError.None);
        if (!accepted) return;
        Assert.True(MessageParser.TryParse(MessageWriter.ToBytes(message!).AsSpan()[..^2], NoLimits, out var again, out _));
        Assert.Equal(message, again);
    });

    [Fact]
    public void Every_tag_value_unescapes_to_itself() => Generators.Tags.Sample(tags =>
    {
        foreach (var tag in tags) Assert.Equal(tag.Value, TagValue.Unescape(TagValue.Escape(tag.Value)));
    });
}
