namespace Teahouse.Bench.Speed;

/// <summary>What has arrived in a run, by all receivers together, and what is wrong with it. Any thread.</summary>
internal sealed class Tally
{
    private long _delivered;
    private long _lost;
    private long _doubled;
    private long _reordered;

    public Latencies Latencies { get; } = new();

    public long Delivered => Volatile.Read(ref _delivered);

    /// <summary>Numbers that were passed over and did not come later.</summary>
    public long Lost => Volatile.Read(ref _lost);

    public long Doubled => Volatile.Read(ref _doubled);

    public long Reordered => Volatile.Read(ref _reordered);

    public bool IsClean => Lost == 0 && Doubled == 0 && Reordered == 0;

    public void Deliver() => Interlocked.Increment(ref _delivered);

    public void Miss(long count) => Interlocked.Add(ref _lost, count);

    public void Double() => Interlocked.Increment(ref _doubled);

    /// <summary>One that was missed comes after all.</summary>
    public void Reorder()
    {
        Interlocked.Decrement(ref _lost);
        Interlocked.Increment(ref _reordered);
    }
}
