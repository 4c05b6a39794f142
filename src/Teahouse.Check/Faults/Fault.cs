namespace Teahouse.Check.Faults;

/// <summary>What can happen to a connection.</summary>
[Flags]
public enum FaultKinds
{
    None = 0,

    /// <summary>It ends between two bytes, as when a program is closed.</summary>
    Cut = 1,

    /// <summary>It ends between two bytes with a reset.</summary>
    Reset = 2,

    /// <summary>Nothing comes through any more, and neither end is told.</summary>
    HalfOpen = 4,

    /// <summary>Nothing comes through for a while.</summary>
    Stall = 8,

    /// <summary>Bytes come through a few at a time.</summary>
    Drip = 16,

    All = Cut | Reset | HalfOpen | Stall | Drip,
}

public enum Direction
{
    /// <summary>From the client to the server.</summary>
    Up,

    /// <summary>From the server to the client.</summary>
    Down,
}

/// <summary>Something that happens to one direction of a connection.</summary>
/// <param name="Kind">One kind.</param>
/// <param name="After">It happens when so many bytes have come through in that direction.</param>
/// <param name="Duration">Of a stall; and how long the server's end of a half-open connection stays open after the client has given up.</param>
/// <param name="Bytes">How many drip.</param>
/// <param name="BothWays">Of a half-open connection: nothing comes through in the other direction either.</param>
internal sealed record Fault(FaultKinds Kind, long After, TimeSpan Duration = default, int Bytes = 0, bool BothWays = false);

/// <summary>All that will happen to one connection: for each direction in the order of <see cref="Fault.After"/>.</summary>
internal sealed record FaultPlan(IReadOnlyList<Fault> Up, IReadOnlyList<Fault> Down)
{
    public static readonly FaultPlan None = new([], []);

    public IReadOnlyList<Fault> this[Direction direction] => direction == Direction.Up ? Up : Down;
}
