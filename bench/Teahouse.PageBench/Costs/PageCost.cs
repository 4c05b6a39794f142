using Teahouse.EndToEnd.Servers;
using Teahouse.EndToEnd.Web;

namespace Teahouse.PageBench.Costs;

/// <summary>All figures of the page, printed as they come.</summary>
internal static class PageCost
{
    /// <summary>Only what the page costs where the browser keeps it.</summary>
    public static async Task<int> RunOfflineAsync(Scale scale)
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var figures = await OfflineCost.MeasureAsync(folder, browser, scale.Loads, scale.Kept);
        foreach (var figure in figures) Console.WriteLine(figure);
        return figures.All(figure => figure.IsThere && !figure.IsMissed) ? 0 : 1;
    }

    /// <returns>1 if a figure misses its goal or is not there.</returns>
    public static async Task<int> RunAsync(Scale scale, bool isJudged)
    {
        using var folder = new ServerFolder();
        folder.Set("limits", "channels_per_user", 0);
        folder.Set("limits", "registered_channels", 0);
        await using var server = await ServerProcess.StartAsync(folder);
        var figures = new List<Figure>();
        // A browser of its own for each: what one leaves behind costs the next one nothing.
        await using (var browser = await Chromium.StartAsync()) Print(await LoadCost.MeasureAsync(folder, browser, scale.Loads));
        await using (var browser = await Chromium.StartAsync()) Print(await OfflineCost.MeasureAsync(folder, browser, scale.Loads, scale.Kept));
        await using (var browser = await Chromium.StartAsync()) Print(await MessageCost.MeasureAsync(folder, browser, scale));
        await using (var browser = await Chromium.StartAsync()) Print(await RoomsCost.MeasureAsync(folder, browser, scale));
        return figures.All(figure => figure.IsThere && !(isJudged && figure.IsMissed)) ? 0 : 1;

        void Print(Figure[] more)
        {
            figures.AddRange(more);
            foreach (var figure in more) Console.WriteLine(figure);
        }
    }
}
