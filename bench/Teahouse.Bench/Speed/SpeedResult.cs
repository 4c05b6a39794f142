namespace Teahouse.Bench.Speed;

/// <summary>The figures of one run.</summary>
internal sealed record SpeedResult(string Scenario, string Server)
{
    public double DeliveriesPerSecond { get; init; }

    /// <summary>Of the server's processor time.</summary>
    public double MicrosecondsPerDelivery { get; init; }

    /// <summary>Milliseconds from sending to receiving; in a closed loop they are the queue of the loop.</summary>
    public double Median { get; init; }

    /// <summary>The same, for the slowest of a hundred.</summary>
    public double Slowest { get; init; }

    public double BytesPerConnection { get; init; }

    public double ConnectionsPerSecond { get; init; }

    public long Lost { get; init; }

    public long Doubled { get; init; }

    public long Reordered { get; init; }

    public bool IsClean => Lost == 0 && Doubled == 0 && Reordered == 0;
}
