namespace Teahouse.Server.Tests.Hosting;

/// <summary>The machine's time, with a wall clock that may be set; timers go on as they were.</summary>
internal sealed class WallClock : TimeProvider
{
    private long _ahead;

    /// <summary>How far it is ahead of the machine's.</summary>
    public TimeSpan Ahead
    {
        set => Volatile.Write(ref _ahead, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + new TimeSpan(Volatile.Read(ref _ahead));
}
