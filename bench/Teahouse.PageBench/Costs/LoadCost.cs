using Teahouse.EndToEnd.Servers;
using Teahouse.EndToEnd.Web;
using Teahouse.EndToEnd.Wires;

namespace Teahouse.PageBench.Costs;

/// <summary>What loading the page costs: for whoever comes first, and for whoever comes again.</summary>
internal static class LoadCost
{
    private const double MostFirst = 3500;
    private const double MostAgain = 100;
    private const double MostUntilTyping = 2000;

    public static async Task<Figure[]> MeasureAsync(ServerFolder folder, Chromium browser, int loads)
    {
        var (firstBytes, againBytes, first, again) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < loads; i++)
        {
            await using var wire = new Wire(folder.Http);
            await using var person = await browser.PersonAsync();
            await Probe.AttachAsync(person);
            var page = await ChatPage.OpenAsync(person, $"http://localhost:{wire.Port}/");
            first.Add(await new Probe(page.Page).ReadyAsync());
            await page.NameAsync($"loader{i + 1}");
            await page.WriteAsync("loaded");
            await page.SeeStoredAsync("loaded");
            firstBytes.Add(wire.Received / 1000.0);
            await page.Page.CloseAsync();

            var before = wire.Received;
            var second = await ChatPage.OpenAsync(person, $"http://localhost:{wire.Port}/");
            again.Add(await new Probe(second.Page).ReadyAsync());
            await second.SeeStoredAsync("loaded");
            againBytes.Add((wire.Received - before) / 1000.0);
        }
        return
        [
            new("first load, over the wire", firstBytes.Max(), "kB", MostFirst),
            new("second load, over the wire", againBytes.Max(), "kB", MostAgain),
            new("navigation to typing, first visit (median)", Shares.Of(first, 0.5), "ms", MostUntilTyping),
            new("navigation to typing, second visit (median)", Shares.Of(again, 0.5), "ms", MostUntilTyping),
        ];
    }
}
