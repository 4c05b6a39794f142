using System.Globalization;
using Teahouse.EndToEnd.Cutting;
using Teahouse.EndToEnd.Tasks;

switch (args)
{
    case ["tasks", var folder]:
        foreach (var words in new[] { Words.English, Words.Chinese })
            foreach (var task in await SixTasks.RunAsync(words, folder)) Console.WriteLine(task);
        return 0;
    case ["cuts", var minutes, .. var rest]:
        var seed = rest is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 1;
        var length = TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture));
        var report = await CutRun.RunAsync(new(length, Every: TimeSpan.FromSeconds(10), Pause: TimeSpan.FromSeconds(1), seed), Console.WriteLine);
        Console.WriteLine(report);
        return report.Findings.Count == 0 ? 0 : 1;
    default:
        await Console.Error.WriteLineAsync("Usage: teahouse-page tasks FOLDER | cuts MINUTES [SEED]");
        return 2;
}
