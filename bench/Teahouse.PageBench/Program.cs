using System.Globalization;
using Teahouse.EndToEnd.Cutting;
using Teahouse.EndToEnd.Tasks;
using Teahouse.PageBench.Costs;

switch (args)
{
    case ["measure", "offline"]:
        return await PageCost.RunOfflineAsync(Scale.Full(TimeSpan.Zero));
    case ["measure", "smoke"]:
        return await PageCost.RunAsync(Scale.Smoke, isJudged: false);
    case ["measure", var minutes]:
        return await PageCost.RunAsync(Scale.Full(Minutes(minutes)), isJudged: true);
    case ["tasks", var folder]:
        foreach (var words in new[] { Words.English, Words.Chinese })
            foreach (var task in await SixTasks.RunAsync(words, folder)) Console.WriteLine(task);
        return 0;
    case ["cuts", var minutes, .. var rest]:
        var seed = rest is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 1;
        var report = await CutRun.RunAsync(new(Minutes(minutes), Every: TimeSpan.FromSeconds(10), Pause: TimeSpan.FromSeconds(1), seed), Console.WriteLine);
        Console.WriteLine(report);
        return report.Findings.Count == 0 ? 0 : 1;
    default:
        await Console.Error.WriteLineAsync("Usage: teahouse-page measure MINUTES|offline|smoke | tasks FOLDER | cuts MINUTES [SEED]");
        return 2;
}

static TimeSpan Minutes(string text) => TimeSpan.FromMinutes(double.Parse(text, CultureInfo.InvariantCulture));
