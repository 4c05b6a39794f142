using CsCheck;

namespace Teahouse.Protocol.Tests.Values;

public sealed class ServerTimeTests
{
    [Fact]
    public void Any_time_reads_back_as_itself() => Gen.Long[-62_135_596_800_000, 253_402_300_799_999].Sample(milliseconds =>
    {
        var text = ServerTime.Format(milliseconds);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture), text);
        Assert.True(ServerTime.TryParse(text, out long back));
        Assert.Equal(milliseconds, back);
    });

    [Fact]
    public void A_time_of_another_zone_is_written_in_UTC() =>
        Assert.Equal("2024-05-01T04:30:00.007Z", ServerTime.Format(new DateTimeOffset(2024, 5, 1, 12, 30, 0, 7, TimeSpan.FromHours(8))));

    [Theory]
    [InlineData("2012-06-30T23:59:60.419Z", "2012-06-30T23:59:59.999Z")]
    [InlineData("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z")]
    [InlineData("2024-02-29T00:00:00.5Z", "2024-02-29T00:00:00.500Z")]
    [InlineData("2024-02-29T00:00:00.123987654Z", "2024-02-29T00:00:00.123Z")]
    public void Other_servers_ways_of_writing_are_read(string text, string same)
    {
        Assert.True(ServerTime.TryParse(text, out DateTimeOffset time));
        Assert.Equal(same, ServerTime.Format(time));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("2024-05-01")]
    [InlineData("2024-05-01T12:34:56.789")]
    [InlineData("2024-05-01 12:34:56.789Z")]
    [InlineData("2024-05-01T12:34:56,789Z")]
    [InlineData("2024-05-01T12:34:56.Z")]
    [InlineData("2024-05-01T12:34:56.1234567890Z")]
    [InlineData("2024-05-01T12:34:56.7a9Z")]
    [InlineData("2023-02-29T00:00:00.000Z")]
    [InlineData("2024-13-01T00:00:00.000Z")]
    [InlineData("2024-00-01T00:00:00.000Z")]
    [InlineData("2024-01-00T00:00:00.000Z")]
    [InlineData("0000-01-01T00:00:00.000Z")]
    [InlineData("2024-05-01T24:00:00.000Z")]
    [InlineData("2024-05-01T12:60:00.000Z")]
    [InlineData("2024-05-01T12:00:61.000Z")]
    [InlineData("２024-05-01T12:00:00.000Z")]
    public void What_is_no_time_is_refused(string? text) => Assert.False(ServerTime.TryParse(text, out DateTimeOffset _));
}
