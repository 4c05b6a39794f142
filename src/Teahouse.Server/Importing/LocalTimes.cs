namespace Teahouse.Server.Importing;

/// <summary>Clock times of logs that do not say their zone.</summary>
internal sealed class LocalTimes(TimeZoneInfo zone)
{
    /// <summary>Milliseconds since 1970 UTC. Of an hour that the clocks skipped, the next; of one that came twice, the second.</summary>
    public long ToMilliseconds(DateTime local)
    {
        if (zone.IsInvalidTime(local)) local = local.AddHours(1);
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, zone), TimeSpan.Zero).ToUnixTimeMilliseconds();
    }
}
