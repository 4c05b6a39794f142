namespace Teahouse.Client;

/// <summary>
/// How long to wait before the next attempt: doubling from a second to a minute, each spread over its upper half; on a server with
/// many people longer at first, as all of them come back when it starts again.
/// </summary>
internal sealed class Backoff(Random random)
{
    /// <summary>A server with two cores takes them in at this pace and answers each within a second.</summary>
    public const int ReturnsPerSecond = 800;

    private const double Soonest = 0.5;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private int _failures;

    /// <param name="crowd">How many people the server has.</param>
    public TimeSpan Next(int crowd = 0)
    {
        var ceiling = Math.Min(Longest.TotalSeconds, Math.Pow(2, _failures));
        var spread = Math.Min(Longest.TotalSeconds, (double)crowd / ReturnsPerSecond);
        _failures = Math.Min(_failures + 1, 30);
        var (from, to) = spread > ceiling ? (Soonest, spread) : (ceiling / 2, ceiling);
        return TimeSpan.FromMilliseconds(Math.Round(1000 * (from + random.NextDouble() * (to - from))));
    }

    /// <summary>After a connection that proved itself.</summary>
    public void Reset() => _failures = 0;
}
