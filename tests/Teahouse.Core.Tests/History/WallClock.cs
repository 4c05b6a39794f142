namespace Teahouse.Core.Tests.History;

/// <summary>Time that only the test moves, and a wall clock that it may set besides.</summary>
internal sealed class WallClock(long wall) : TimeProvider
{
    private TimeSpan _passed;

    /// <summary>Milliseconds since 1970 UTC.</summary>
    public long Wall { get; set; } = wall;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _passed.Ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(Wall);

    public void Pass(TimeSpan time)
    {
        _passed += time;
        Wall += (long)time.TotalMilliseconds;
    }
}
