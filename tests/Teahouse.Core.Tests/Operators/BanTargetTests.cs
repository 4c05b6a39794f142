using Teahouse.Core.Operators;

namespace Teahouse.Core.Tests.Operators;

public sealed class BanTargetTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("192.0.2.7/32", "192.0.2.7")]
    [InlineData("192.0.2.7/24", "192.0.2.0/24")]
    [InlineData("10.255.255.255/9", "10.128.0.0/9")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    [InlineData("2001:DB8:1:2:3::/64", "2001:db8:1:2::/64")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    public void An_address_or_network_is_written_in_one_way(string text, string mask) =>
        Assert.Equal(new BanTarget(BanKind.Network, mask), BanTarget.Parse(text));

    [Theory]
    [InlineData("ann!*@*", "ann!*@*")]
    [InlineData("*@host.example", "*!*@host.example")]
    [InlineData("bad*", "bad*!*@*")]
    [InlineData("host.example", "*!*@host.example")]
    [InlineData("192.0.2.7/33", "*!*@192.0.2.7/33")]
    public void A_mask_is_completed(string text, string mask) => Assert.Equal(new BanTarget(BanKind.Mask, mask), BanTarget.Parse(text));

    [Theory]
    [InlineData("ann", "ann")]
    [InlineData("ANN", "ann")]
    [InlineData("陈晓", "陈晓")]
    public void A_word_is_an_account(string text, string mask) => Assert.Equal(new BanTarget(BanKind.Account, mask), BanTarget.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a!b c@d")]
    [InlineData(":x!y@z")]
    [InlineData("1")]
    public void What_is_none_of_them_is_refused(string text) => Assert.Null(BanTarget.Parse(text));

    [Theory]
    [InlineData("30m", 1800)]
    [InlineData("1d12h", 129_600)]
    [InlineData("2W", 1_209_600)]
    [InlineData("45s", 45)]
    [InlineData("permanent", 0)]
    public void A_time_is_read(string text, int seconds)
    {
        Assert.True(BanDuration.TryParse(text, minutes: false, out var duration));
        Assert.Equal(seconds, duration.TotalSeconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("m")]
    [InlineData("10x")]
    [InlineData("99999w")]
    [InlineData("0m")]
    [InlineData("-5m")]
    public void What_is_no_time_is_refused(string text) => Assert.False(BanDuration.TryParse(text, minutes: false, out _));

    [Fact]
    public void A_number_alone_is_minutes_where_minutes_are_meant()
    {
        Assert.True(BanDuration.TryParse("90", minutes: true, out var duration));
        Assert.Equal("1h30m", BanDuration.Format(duration));
    }
}
