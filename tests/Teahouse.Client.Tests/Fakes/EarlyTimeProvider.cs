namespace Teahouse.Client.Tests;

/// <summary>Its timers ring a millisecond early, as those of a coarse clock do.</summary>
internal sealed class EarlyTimeProvider(DateTimeOffset start) : SteadyTimeProvider(start)
{
    private static readonly TimeSpan Early = TimeSpan.FromMilliseconds(1);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new EarlyTimer(base.CreateTimer(callback, state, dueTime, period));

    private sealed class EarlyTimer(ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime > Early ? dueTime - Early : dueTime, period);

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
