using Microsoft.Extensions.Time.Testing;

namespace Teahouse.Client.Tests;

/// <summary>
/// Time that a test moves, whose timers count from the time that whoever winds them up last saw: a test may move the time between that look
/// and the winding, and the timer still rings when it was meant to.
/// </summary>
internal class SteadyTimeProvider(DateTimeOffset start) : FakeTimeProvider(start)
{
    // What is due so soon rings at once: no test moves the time for it.
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1);

    [ThreadStatic]
    private static long _lastSeen;

    public override long GetTimestamp() => _lastSeen = base.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Assert.Equal(Timeout.InfiniteTimeSpan, dueTime);
        return new SteadyTimer(this, base.CreateTimer(callback, state, dueTime, period));
    }

    private sealed class SteadyTimer(SteadyTimeProvider time, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan) return timer.Change(dueTime, period);
            var seen = _lastSeen;
            long now;
            do
            {
                now = time.GetTimestamp();
                var left = dueTime - time.GetElapsedTime(seen, now);
                if (!timer.Change(left > Soon ? left : TimeSpan.Zero, period)) return false;
            }
            while (time.GetTimestamp() != now);
            return true;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
