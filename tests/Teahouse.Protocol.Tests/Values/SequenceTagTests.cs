using CsCheck;

namespace Teahouse.Protocol.Tests.Values;

public sealed class SequenceTagTests
{
    [Fact]
    public void Any_place_reads_back_as_itself() => Gen.Select(Gen.Int[0, int.MaxValue], Gen.Long[0, long.MaxValue]).Sample((epoch, number) =>
    {
        var tag = new SequenceTag(epoch, number);
        Assert.True(SequenceTag.TryParse(tag.Format(), out var back));
        Assert.Equal(tag, back);
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("1")]
    [InlineData("1-")]
    [InlineData("-1")]
    [InlineData("1--1")]
    [InlineData("1-2-3")]
    [InlineData("+1-2")]
    [InlineData("1- 2")]
    [InlineData("1-2\0")]
    [InlineData("01-2")]
    [InlineData("1-02")]
    [InlineData("2147483648-1")]
    [InlineData("1-9223372036854775808")]
    public void What_is_no_place_is_refused(string? text) => Assert.False(SequenceTag.TryParse(text, out _));
}
