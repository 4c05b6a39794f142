namespace Teahouse.Check.Faults;

/// <summary>What the two directions of a connection have in common.</summary>
internal sealed class Fate(FaultSource faults, TimeProvider time, CancellationTokenSource end)
{
    private readonly bool[] _silent = new bool[2];

    public TimeProvider Time => time;

    /// <summary>Cancelled when the connection ends.</summary>
    public CancellationToken Ended => end.Token;

    public bool IsReset { get; private set; }

    /// <summary>How long the server is left in the dark after the client of a half-open connection has gone.</summary>
    public TimeSpan Ghost { get; private set; }

    public bool IsSilent(Direction direction) => Volatile.Read(ref _silent[(int)direction]);

    public Task EndAsync() => end.CancelAsync();

    /// <summary>Counts it, and does what concerns both directions.</summary>
    public async Task MeetAsync(Fault fault, Direction direction)
    {
        if (faults.IsOver) return;
        if (fault.Kind == FaultKinds.HalfOpen)
        {
            Ghost = fault.Duration;
            Volatile.Write(ref _silent[(int)direction], true);
            if (fault.BothWays) Volatile.Write(ref _silent[1 - (int)direction], true);
        }
        var over = fault.Kind == FaultKinds.Stall ? Task.Delay(fault.Duration, time, Ended) : Task.CompletedTask;
        // What is counted has begun.
        faults.Count(fault.Kind);
        if (fault.Kind == FaultKinds.Reset) IsReset = true;
        if (fault.Kind is FaultKinds.Reset or FaultKinds.Cut) await EndAsync();
        await over;
    }
}
