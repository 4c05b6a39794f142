namespace Teahouse.Check.Driving;

/// <summary>Counts what happens in the checker, from 1: of two ticks the smaller was taken first. Any thread.</summary>
internal sealed class Ticks
{
    private long _last;

    public long Next() => Interlocked.Increment(ref _last);
}
