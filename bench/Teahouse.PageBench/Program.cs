using System.Globalization;
using Teahouse.EndToEnd.Cutting;

switch (args)
{
    case ["cuts", var minutes, .. var rest]:
        var seed = rest is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 1;
        var length = TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture));
        var report = await CutRun.RunAsync(new(length, Every: TimeSpan.FromSeconds(10), Pause: TimeSpan.FromSeconds(1), seed), Console.WriteLine);
        Console.WriteLine(report);
        return report.Findings.Count == 0 ? 0 : 1;
    default:
        await Console.Error.WriteLineAsync("Usage: teahouse-page cuts MINUTES [SEED]");
        return 2;
}
