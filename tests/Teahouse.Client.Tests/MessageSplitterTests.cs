using System.Text;
using CsCheck;

namespace Teahouse.Client.Tests;

public sealed class MessageSplitterTests
{
    private static readonly string[] Words = ["a", "word ", "   ", "é", "茶", "👨‍👩‍👧‍👦", "\n", "\n\n", new('x', 70)];
    private static readonly Gen<string> Text = Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[1, 200].Select(string.Concat).Select(TextSplitter.Clean).Where(t => t.Length > 0);

    [Fact]
    public void Every_message_is_within_the_limits_and_nothing_is_lost() =>
        Gen.Select(Text, Gen.Int[64, 100], Gen.Int[128, 400], Gen.Int[2, 9]).Sample((text, lineBytes, maxBytes, maxLines) =>
        {
            var said = new List<string>();
            for (var rest = text; rest.Length > 0;)
            {
                (var message, rest) = MessageSplitter.First(rest, lineBytes, new(maxBytes, maxLines));
                Assert.InRange(message.Length, 1, maxLines);
                Assert.InRange(message.Sum(p => Encoding.UTF8.GetByteCount(p.Text)) + message.Skip(1).Count(p => !p.Continues), 1, maxBytes);
                Assert.All(message, p => Assert.InRange(Encoding.UTF8.GetByteCount(p.Text), 0, lineBytes));
                // What the server refuses: a beginning that continues, a piece of nothing that continues, a message of blanks.
                Assert.DoesNotContain(message, p => p is { Continues: true, Text: "" });
                Assert.False(message[0].Continues);
                Assert.Contains(message, p => !string.IsNullOrWhiteSpace(p.Text));
                said.Add(MessageSplitter.Join(message));
            }
            Assert.Equal(Letters(text), Letters(string.Concat(said)));
        });

    [Fact]
    public void What_fits_is_one_message_as_it_was_written() => Text.Sample(text =>
    {
        var (message, rest) = MessageSplitter.First(text, 64, new(1_000_000, 100_000));
        Assert.Equal("", rest);
        // Blanks at the very end of a piece of its own are all that may be missing.
        Assert.Equal(text.TrimEnd(), MessageSplitter.Join(message).TrimEnd());
    });

    [Fact]
    public void Without_messages_of_several_lines_each_line_is_a_message()
    {
        var (first, rest) = MessageSplitter.First("one two three four\n\nfive", 16, null);
        Assert.Equal([new TextPiece("one two three ", false)], first);
        Assert.Equal("four\n\nfive", rest);
        (first, rest) = MessageSplitter.First(rest, 16, null);
        Assert.Equal([new TextPiece("four", false)], first);
        Assert.Equal("five", rest);
    }

    [Fact]
    public void A_long_line_goes_on_and_a_blank_line_stays()
    {
        var (message, rest) = MessageSplitter.First("one two three four\n\nfive", 16, new(1000, 10));
        Assert.Equal([new("one two three ", false), new("four", true), new("", false), new TextPiece("five", false)], message);
        Assert.Equal("", rest);
    }

    [Theory]
    [InlineData("max-bytes=40000,max-lines=100", 40000, 100)]
    [InlineData("max-lines=24,max-bytes=4096", 4096, 24)]
    [InlineData("max-bytes=4096", 4096, 400)]
    [InlineData("max-bytes=4096,max-lines=9999,new=1", 4096, 400)]
    public void Limits_are_read_from_the_capability(string value, int bytes, int lines) =>
        Assert.Equal(new MultilineLimits(bytes, lines), MultilineLimits.Parse(value));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("max-lines=10")]
    [InlineData("max-bytes=100")]
    [InlineData("max-bytes=4096,max-lines=1")]
    [InlineData("max-bytes=-4096")]
    public void A_capability_without_usable_limits_is_not_used(string? value) => Assert.Null(MultilineLimits.Parse(value));

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
