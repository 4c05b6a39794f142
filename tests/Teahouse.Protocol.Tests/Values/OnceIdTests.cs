using CsCheck;

namespace Teahouse.Protocol.Tests.Values;

public sealed class OnceIdTests
{
    [Fact]
    public void An_id_that_is_made_has_its_time_and_is_read_as_it_was_written() =>
        Gen.Select(Gen.Long[0, (1L << 48) - 1], Gen.ULong, Gen.ULong).Sample((time, high, low) =>
        {
            var id = OnceId.Make(time, new UInt128(high, low));
            Assert.Equal(time, id.Time);
            Assert.True(OnceId.TryParse(id.ToString(), out var read));
            Assert.Equal(id, read);
            Assert.True(id.Value >= OnceId.FirstOf(time));
            Assert.True(time == (1L << 48) - 1 || id.Value < OnceId.FirstOf(time + 1));
        });

    [Fact]
    public void Every_bit_that_is_free_is_random() =>
        Assert.Equal("ffffffff-ffff-7fff-bfff-ffffffffffff", OnceId.Make((1L << 48) - 1, UInt128.MaxValue).ToString());

    [Fact]
    public void The_example_of_the_RFC_is_read()
    {
        Assert.True(OnceId.TryParse("017f22e2-79b0-7cc3-98c4-dc0c0c07398f", out var id));
        Assert.Equal(1645557742000, id.Time);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("017F22E2-79B0-7CC3-98C4-DC0C0C07398F")]
    [InlineData("017f22e2-79b0-4cc3-98c4-dc0c0c07398f")]
    [InlineData("017f22e2-79b0-7cc3-78c4-dc0c0c07398f")]
    [InlineData("017f22e2-79b0-7cc3-c8c4-dc0c0c07398f")]
    [InlineData("017f22e279b07cc398c4dc0c0c07398f")]
    [InlineData("{17f22e2-79b0-7cc3-98c4-dc0c0c07398}")]
    [InlineData("017f22e2-79b0-7cc3-98c4-dc0c0c07398")]
    [InlineData("017f22e2-79b0-7cc3-98c4-dc0c0c07398f0")]
    [InlineData("017f22e2-79b0-7cc3-98c4-dc0c0c0739-f")]
    [InlineData("017f22e2-79b0-7cc3-98c4-dc0c0c07398g")]
    [InlineData("-17f22e2-79b0-7cc3-98c4-dc0c0c07398f")]
    public void Anything_else_is_no_id(string? text) => Assert.False(OnceId.TryParse(text, out _));
}
