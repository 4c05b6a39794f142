using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Teahouse.Bench.Speed;

/// <summary>Teahouse beside other servers, under the same load, in turns. It judges order, gaps and doubles, and no time.</summary>
internal static class SpeedCost
{
    private const double Seconds = 4;

    /// <param name="arguments">The program; then words: <c>small</c>, <c>rounds=N</c>, <c>scenarios=a,b</c>, <c>servers=x,y</c>, <c>record=FILE</c>.</param>
    /// <returns>1 if Teahouse lost, doubled or reordered anything.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments.Length == 0)
        {
            await Console.Error.WriteLineAsync("Name the server program, such as artifacts/teahouse/teahouse");
            return 2;
        }
        // Read at the first socket: the load should cost as little as it can.
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
        var words = arguments[1..];
        var isSmall = words.Contains("small");
        var rounds = int.Parse(Value(words, "rounds") ?? "1", CultureInfo.InvariantCulture);
        var scenarios = Value(words, "scenarios")?.Split(',');
        var servers = Value(words, "servers")?.Split(',');
        var limit = await LimitAsync();
        var results = new List<SpeedResult>();
        try
        {
            ContestantKind[] kinds = [.. ContestantKind.Find(Path.GetFullPath(arguments[0]), limit).Where(kind => servers is null || servers.Contains(kind.Name))];
            foreach (var scenario in Scenario.All.Where(one => scenarios is null || scenarios.Contains(one.Name)))
            {
                for (var round = 0; round < rounds; round++)
                    foreach (var kind in kinds) results.Add(await RunAsync(isSmall ? scenario.Small : scenario, kind, isSmall ? 1 : Seconds));
                foreach (var line in SpeedTable.Lines(scenario, results)) Console.WriteLine(line);
            }
        }
        finally
        {
            if (limit is not null) File.Delete(limit);
        }
        if (Value(words, "record") is { } file) await RecordAsync(file, results);
        return results.All(one => one.IsClean || !one.Server.StartsWith("teahouse", StringComparison.Ordinal)) ? 0 : 1;
    }

    private static async Task<SpeedResult> RunAsync(Scenario scenario, ContestantKind kind, double seconds)
    {
        await using var server = await Contestant.StartAsync(kind);
        using var run = new LoadRun(scenario, server, seconds);
        return await run.RunAsync();
    }

    private static string? Value(string[] words, string name) =>
        words.FirstOrDefault(word => word.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];

    /// <summary>A broadcaster in C without any state: what the machine can do at best. Null without a compiler.</summary>
    private static async Task<string?> LimitAsync()
    {
        if (!File.Exists("/usr/bin/cc")) return null;
        var program = Path.GetTempFileName();
        var source = program + ".c";
        await using (var from = Assembly.GetExecutingAssembly().GetManifestResourceStream("limit.c")!)
        await using (var to = File.Create(source)) await from.CopyToAsync(to);
        using var compiler = Process.Start("/usr/bin/cc", ["-O2", "-o", program, source]);
        await compiler.WaitForExitAsync();
        File.Delete(source);
        return compiler.ExitCode == 0 ? program : throw new InvalidOperationException("limit.c does not compile");
    }

    private static async Task RecordAsync(string file, List<SpeedResult> results)
    {
        var version = typeof(SpeedCost).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        var lines = results.Select(one => SpeedTable.Record(TimeProvider.System.GetUtcNow(), version, one));
        await File.AppendAllLinesAsync(file, File.Exists(file) ? lines : lines.Prepend(SpeedTable.RecordHeader));
    }
}
