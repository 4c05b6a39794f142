using Microsoft.Playwright;
using Teahouse.EndToEnd.Servers;
using Teahouse.EndToEnd.Web;
using Teahouse.EndToEnd.Wires;

namespace Teahouse.PageBench.Costs;

/// <summary>Where the browser trusts the address: what coming again costs, with and without a network, and searching what it keeps.</summary>
internal static class OfflineCost
{
    private const double MostAgain = 100;
    private const double MostUntilTyping = 1000;
    private const double MostUntilFound = 100;

    // Messages as they are kept, in rooms of ten thousand; then a word that stands in few of them, and one that stands in none.
    private const string Search = """
        async (count) => {
          const archive = await import("/js/archive.js"), seeking = await import("/js/seeking.js");
          const text = (number) => `what somebody said in this room, of the usual length, and then some more: number ${number}`;
          for (let from = 0; from < count; from += 2_500) {
            const name = `#room${Math.floor(from / 10_000)}`;
            archive.keep("bench", JSON.stringify(Array.from({ length: Math.min(2_500, count - from) }, (_, i) => {
              const number = from + i + 1;
              const time = new Date(1.7e12 + number * 1000);
              return { kind: "entry", name, epoch: 1, number, time: time.getTime(), line: `@account=somebody;msgid=0123456789abcdef${number};teahouse.chat/seq=1-${number};time=${time.toISOString()} :somebody!~user@cloaked.example PRIVMSG ${name} :${text(number)}` };
            })));
            await archive.idle();
          }
          const times = [];
          for (const words of ["number 4711", "SOMETHING ELSE"]) {
            for (let i = 0; i < 5; i++) {
              const began = performance.now();
              await seeking.search(words, "", "", NaN, NaN, 50);
              times.push(performance.now() - began);
            }
          }
          return times;
        }
        """;

    public static async Task<Figure[]> MeasureAsync(ServerFolder folder, Chromium browser, int loads, int kept)
    {
        var (againBytes, again, without) = (new List<double>(), new List<double>(), new List<double>());
        double[] searches = [];
        for (var i = 0; i < loads; i++)
        {
            await using var wire = new Wire(folder.Http);
            await using var person = await browser.PersonAsync(new BrowserNewContextOptions { Locale = "en", ServiceWorkers = ServiceWorkerPolicy.Allow });
            await Probe.AttachAsync(person);
            var address = $"http://localhost:{wire.Port}/";
            var page = await ChatPage.OpenAsync(person, address);
            await page.NameAsync($"keeper{i + 1}");
            await page.WriteAsync("kept");
            await page.SeeStoredAsync("kept");
            await page.SeeKeptAsync();
            await page.Page.EvaluateAsync("async () => (await import('/js/archive.js')).idle()");
            await page.Page.CloseAsync();

            var before = wire.Received;
            page = await ChatPage.OpenAsync(person, address);
            again.Add(await new Probe(page.Page).ReadyAsync());
            await page.SeeStoredAsync("kept");
            againBytes.Add((wire.Received - before) / 1000.0);
            await page.Page.CloseAsync();

            wire.Cut();
            page = await ChatPage.OpenAsync(person, address);
            without.Add(await new Probe(page.Page).ReadyAsync());
            await page.SeeAsync("kept");
            if (i == loads - 1) searches = await page.Page.EvaluateAsync<double[]>(Search, kept);
        }
        return
        [
            new("second load where the page is kept, over the wire", againBytes.Max(), "kB", MostAgain),
            new("navigation to typing where the page is kept (median)", Shares.Of(again, 0.5), "ms", MostUntilTyping),
            new("navigation to typing without a network (median)", Shares.Of(without, 0.5), "ms", MostUntilTyping),
            new($"search in {kept} kept messages (the slowest of ten)", searches.Max(), "ms", MostUntilFound),
        ];
    }
}
