using CsCheck;
using Teahouse.Core.Identity;

namespace Teahouse.Core.Tests.Identity;

public sealed class TokenBucketTests
{
    private const long Second = 1000;

    [Fact]
    public void A_burst_passes_at_once_and_then_the_rate_holds()
    {
        var bucket = new TokenBucket(perSecond: 10, burst: 5, Second);
        for (var i = 0; i < 5; i++) Assert.Equal(TimeSpan.Zero, bucket.Take(0));
        Assert.Equal(TimeSpan.FromMilliseconds(100), bucket.Take(0));
        Assert.Equal(TimeSpan.FromMilliseconds(100), bucket.Take(100));
        Assert.Equal(TimeSpan.Zero, bucket.Take(300));
    }

    [Fact]
    public void A_pause_fills_the_budget_but_never_beyond_the_burst()
    {
        var bucket = new TokenBucket(perSecond: 10, burst: 5, Second);
        bucket.Take(0, cost: 50);
        for (var i = 0; i < 5; i++) Assert.Equal(TimeSpan.Zero, bucket.Take(1_000_000));
        Assert.NotEqual(TimeSpan.Zero, bucket.Take(1_000_000));
    }

    [Fact]
    public void A_rate_of_zero_never_waits()
    {
        var bucket = new TokenBucket(perSecond: 0, burst: 1, Second);
        Assert.Equal(TimeSpan.Zero, bucket.Take(0, cost: 1_000_000));
    }

    [Fact]
    public void Who_waits_as_told_never_exceeds_burst_and_rate() => Gen.Int[0, 400].Array[1, 200].Sample(pauses =>
    {
        var bucket = new TokenBucket(perSecond: 10, burst: 5, Second);
        long now = 0;
        var taken = 0;
        foreach (var pause in pauses)
        {
            now += pause;
            now += (long)bucket.Take(now).TotalMilliseconds;
            taken++;
            Assert.True(taken <= 5 + now / 100 + 1, $"{taken} by {now} ms");
        }
    });
}
