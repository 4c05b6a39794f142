namespace Teahouse.Check.Faults;

/// <summary>Decides from a seed what happens to each connection: the same seed, client and number give the same plan.</summary>
internal sealed class FaultPlanner(int seed, FaultKinds kinds)
{
    /// <summary>Bytes within which a connection logs in and joins, one time in eight the place of what ends it.</summary>
    private const int LogIn = 2_000;

    private const int Longest = 1 << 20;

    /// <summary>A client writes less than it reads.</summary>
    private const int DownForUp = 8;

    private static readonly FaultKinds[] Endings = [FaultKinds.Cut, FaultKinds.Reset, FaultKinds.HalfOpen];
    private static readonly FaultKinds[] Delays = [FaultKinds.Stall, FaultKinds.Drip];

    /// <param name="connection">Of this client, counted from 1.</param>
    public FaultPlan Plan(int client, int connection)
    {
        var random = new Random(unchecked((((seed * 397) ^ client) * 397) ^ connection));
        var (up, down) = (new List<Fault>(), new List<Fault>());
        if (Allowed(Endings) is { Length: > 0 } endings) Place(Ending(random, endings));
        if (Allowed(Delays) is { Length: > 0 } delays)
            for (var i = random.Next(4); i > 0; i--) Place(Delay(random, delays));
        return new(Sorted(up), Sorted(down));

        void Place(Fault fault)
        {
            if (random.Next(2) == 0) down.Add(fault);
            else up.Add(fault with { After = fault.After / DownForUp });
        }
    }

    private FaultKinds[] Allowed(FaultKinds[] some) => [.. some.Where(kind => kinds.HasFlag(kind))];

    private static Fault Ending(Random random, FaultKinds[] endings)
    {
        var after = random.Next(8) == 0 ? random.Next(1, LogIn) : Far(random);
        return new(endings[random.Next(endings.Length)], after, TimeSpan.FromMilliseconds(random.Next(500, 5_000)), BothWays: random.Next(2) == 0);
    }

    private static Fault Delay(Random random, FaultKinds[] delays) =>
        new(delays[random.Next(delays.Length)], Far(random) / 2, TimeSpan.FromMilliseconds(random.Next(20, 1_500)), random.Next(50, 1_500));

    /// <summary>As often between 2 and 4 KB as between 512 and 1024 KB.</summary>
    private static int Far(Random random) => (int)(LogIn * Math.Pow((double)Longest / LogIn, random.NextDouble()));

    private static List<Fault> Sorted(List<Fault> faults) => [.. faults.OrderBy(fault => fault.After)];
}
