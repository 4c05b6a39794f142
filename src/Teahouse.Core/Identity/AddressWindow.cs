using System.Net;

namespace Teahouse.Core.Identity;

/// <summary>
/// How often something happened per address within a period that starts with the first time and then starts anew.
/// Bounded: beyond <c>capacity</c> addresses those whose period is over are forgotten; while all are still counted, a new
/// address is not counted (who has that many addresses is not held by a limit per address). Any thread may use it.
/// </summary>
internal sealed class AddressWindow(int limit, TimeSpan period, TimeProvider time, int capacity = 65_536)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<AddressKey, (long Start, int Count)> _counts = [];
    private readonly long _period = (long)(period.TotalSeconds * time.TimestampFrequency);
    private long _nextSweep = long.MinValue;

    /// <summary>Counts one more; false, and not counted, if the limit is reached.</summary>
    public bool TryCount(IPAddress address) => Look(address, count: true);

    /// <summary>Whether one more would be allowed.</summary>
    public bool Allows(IPAddress address) => Look(address, count: false);

    private bool Look(IPAddress address, bool count)
    {
        if (limit == 0) return true;
        var key = AddressKey.Of(address);
        var now = time.GetTimestamp();
        lock (_lock)
        {
            var known = _counts.TryGetValue(key, out var counted);
            if (!known || now - counted.Start >= _period) counted = (now, 0);
            if (counted.Count >= limit) return false;
            if (count && (known || MakeRoom(now))) _counts[key] = counted with { Count = counted.Count + 1 };
            return true;
        }
    }

    private bool MakeRoom(long now)
    {
        if (_counts.Count < capacity) return true;
        // Looking through all is paid at most eight times a period.
        if (now < _nextSweep) return false;
        _nextSweep = now + _period / 8;
        foreach (var (key, counted) in _counts)
            if (now - counted.Start >= _period)
                _counts.Remove(key);
        return _counts.Count < capacity;
    }
}
