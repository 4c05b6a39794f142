using System.Diagnostics;

namespace Teahouse.Bench.Speed;

internal static class Clock
{
    /// <summary>Microseconds since some moment.</summary>
    public static long Now => Stopwatch.GetTimestamp() / (Stopwatch.Frequency / 1_000_000);
}
