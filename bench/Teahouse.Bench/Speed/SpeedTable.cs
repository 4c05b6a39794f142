using System.Globalization;

namespace Teahouse.Bench.Speed;

/// <summary>The results of several rounds as lines of a table: medians, and CPU per delivery as a multiple of the first server's.</summary>
internal static class SpeedTable
{
    public static IEnumerable<string> Lines(Scenario scenario, IReadOnlyCollection<SpeedResult> results)
    {
        yield return $"{scenario.Name}: {scenario.Words}";
        yield return $"  {"",-14}{"deliveries/s",14}{"CPU us each",13}{"of the first",13}{"p50 ms",9}{"p99 ms",9}{"B/connection",14}{"connects/s",12}";
        double? first = null;
        foreach (var mine in results.Where(one => one.Scenario == scenario.Name).GroupBy(one => one.Server))
        {
            var cpu = Median(mine, one => one.MicrosecondsPerDelivery);
            first ??= cpu;
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"  {mine.Key,-14}{Median(mine, one => one.DeliveriesPerSecond),14:N0}{cpu,13:N3}{(first > 0 ? cpu / first : 0),13:N2}{Median(mine, one => one.Median),9:N2}{Median(mine, one => one.Slowest),9:N2}{Median(mine, one => one.BytesPerConnection),14:N0}{Median(mine, one => one.ConnectionsPerSecond),12:N0}{Faults(mine)}");
        }
    }

    /// <summary>A line of the file that keeps all runs.</summary>
    public static string Record(DateTimeOffset when, string version, SpeedResult one) => string.Create(
        CultureInfo.InvariantCulture,
        $"{when:yyyy-MM-dd HH:mm},{version},{one.Scenario},{one.Server},{one.DeliveriesPerSecond:F0},{one.MicrosecondsPerDelivery:F3},{one.Median:F2},{one.Slowest:F2},{one.BytesPerConnection:F0},{one.ConnectionsPerSecond:F0},{one.Lost},{one.Doubled},{one.Reordered}");

    public const string RecordHeader = "when,version,scenario,server,deliveries_per_s,cpu_us_per_delivery,p50_ms,p99_ms,bytes_per_connection,connects_per_s,lost,doubled,reordered";

    private static double Median(IEnumerable<SpeedResult> results, Func<SpeedResult, double> of)
    {
        var values = results.Select(of).Order().ToList();
        return (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
    }

    private static string Faults(IEnumerable<SpeedResult> results) => results.All(one => one.IsClean) ? "" : string.Create(
        CultureInfo.InvariantCulture, $"  LOST {results.Sum(one => one.Lost)} DOUBLED {results.Sum(one => one.Doubled)} REORDERED {results.Sum(one => one.Reordered)}");
}
