namespace Teahouse.Client;

/// <summary>How long to wait before the next attempt: doubling from a second to a minute, each spread over its upper half.</summary>
/// <remarks>The spread keeps thousands of clients from coming back in the same moment after a server's restart.</remarks>
internal sealed class Backoff(Random random)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private int _failures;

    public TimeSpan Next()
    {
        var ceiling = Math.Min(Longest.TotalSeconds, Math.Pow(2, _failures));
        _failures = Math.Min(_failures + 1, 30);
        return TimeSpan.FromMilliseconds(Math.Round(ceiling * 1000 * (0.5 + random.NextDouble() / 2)));
    }

    /// <summary>After a connection that proved itself.</summary>
    public void Reset() => _failures = 0;
}
