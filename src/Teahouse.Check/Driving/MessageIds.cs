using System.Globalization;

namespace Teahouse.Check.Driving;

/// <summary>Makes ids of messages: UUIDs of version 7, each greater than the one before (RFC 9562, 5.7).</summary>
internal sealed class MessageIds(Random random, TimeProvider time)
{
    private TimeSpan _ahead;
    private long _last;
    private int _count;

    /// <summary>Ids are made by the server's clock.</summary>
    public void SetTime(DateTimeOffset serverTime) => _ahead = serverTime - time.GetUtcNow();

    public string Next()
    {
        var now = (time.GetUtcNow() + _ahead).ToUnixTimeMilliseconds();
        if (now > _last) (_last, _count) = (now, 0);
        else if (++_count > 0xfff) (_last, _count) = (_last + 1, 0);
        var tail = random.NextInt64(1L << 62) | (1L << 63);
        return string.Create(CultureInfo.InvariantCulture, $"{_last >> 16:x8}-{_last & 0xffff:x4}-7{_count:x3}-{tail >>> 48:x4}-{tail & 0xffff_ffff_ffff:x12}");
    }
}
