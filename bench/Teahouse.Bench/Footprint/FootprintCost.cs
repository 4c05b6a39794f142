using System.Globalization;
using Teahouse.Bench.Driving;

namespace Teahouse.Bench.Footprint;

/// <summary>What a server costs before anybody speaks: start, idle memory, memory per connection.</summary>
internal static class FootprintCost
{
    private const double MostIdleMebibytes = 150;
    private const double MostBytesPerConnection = 40_000;

    /// <param name="arguments">The server program; numbers of connections after it, 1000 and 10000 if none.</param>
    /// <returns>1 if a bound is passed.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments.Length == 0)
        {
            await Console.Error.WriteLineAsync("Name the server program, such as artifacts/teahouse");
            return 2;
        }
        int[] counts = arguments.Length == 1 ? [1000, 10_000] : [.. arguments[1..].Select(a => int.Parse(a, CultureInfo.InvariantCulture))];
        await using var server = await ServerUnderTest.StartAsync(arguments[0]);
        var passed = Figures.Report("start to listening", server.StartTime.TotalMilliseconds, "ms", null);
        var idle = await SettledAsync(server);
        passed &= Figures.Report("idle memory", idle / 1024.0 / 1024, "MiB", MostIdleMebibytes);
        using var clients = new IdleClients(server.Address);
        foreach (var count in counts)
        {
            await clients.GrowAsync(count);
            var each = (await SettledAsync(server) - idle) / (double)count;
            passed &= Figures.Report($"memory per connection at {count}", each, "bytes", MostBytesPerConnection);
        }
        return passed ? 0 : 1;
    }

    /// <summary>The resident set once it no longer changes by more than a mebibyte within two seconds; at most twenty looks.</summary>
    private static async Task<long> SettledAsync(ServerUnderTest server)
    {
        var last = server.Memory;
        for (var look = 0; look < 20; look++)
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
            var now = server.Memory;
            if (Math.Abs(now - last) < 1024 * 1024) return now;
            last = now;
        }
        return last;
    }
}
