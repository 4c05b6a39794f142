namespace Teahouse.Bench.Speed;

/// <summary>A load: who is where, and who talks how fast.</summary>
/// <param name="Senders">In each room.</param>
/// <param name="Rate">Messages a second of all senders together; 0: each keeps up to <see cref="Window"/> of its messages under way.</param>
internal sealed record Scenario(string Name, string Words, int Clients, int Rooms, int Senders, int Rate = 0)
{
    public const int Window = 16;

    /// <summary>Bytes of a message's text.</summary>
    public const int TextBytes = 100;

    public static readonly Scenario[] All =
    [
        new("a", "one room of 200, four talk", 200, 1, 4),
        new("b", "one room of 1,000, four talk", 1000, 1, 4),
        new("c", "200 rooms of 5, one talks in each", 1000, 200, 1),
        new("d", "50 rooms of 10, 2,000 messages a second", 500, 50, 1, 2000),
        new("e", "10,000 that say nothing, in 2,000 rooms of 5", 10_000, 2000, 0),
    ];

    /// <summary>The same with a tenth of the clients, to see that all of it works.</summary>
    public Scenario Small => this with { Clients = Math.Max(20, Clients / 10), Rooms = Math.Max(1, Rooms / 10), Rate = Rate / 10 };
}
