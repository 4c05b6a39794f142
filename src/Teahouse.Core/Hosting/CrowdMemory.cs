namespace Teahouse.Core.Hosting;

/// <summary>
/// Gives memory back after a crowd has come: what was needed only for its coming would otherwise stay until the next collection, and a
/// server where nobody speaks has none. Used only from the housekeeping.
/// </summary>
/// <param name="sessions">How many there are now.</param>
internal sealed class CrowdMemory(Func<int> sessions)
{
    /// <summary>So many more than the last time are a crowd, or a quarter of all.</summary>
    private const int Crowd = 1000;

    private int _known;
    private int _last;

    /// <summary>Each second; collects, which takes some milliseconds for each thousand sessions, once only few still come.</summary>
    public void Look()
    {
        var now = sessions();
        var come = now - _known;
        if (come >= Math.Max(Crowd, _known / 4) && now - _last <= come / 4)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            _known = now;
        }
        _known = Math.Min(_known, now);
        _last = now;
    }
}
