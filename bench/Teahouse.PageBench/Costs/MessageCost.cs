using System.Globalization;
using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;
using Teahouse.EndToEnd.Web;

namespace Teahouse.PageBench.Costs;

/// <summary>How long single messages take to the screen, and what happens while very many pass.</summary>
internal static class MessageCost
{
    private const double MostFromKey = 50;
    private const double MostFromArrival = 100;
    private const double MostFrame = 50;
    private const int PerSecond = 10;

    // As fast as a very busy room gets.
    private const int FloodPerSecond = 200;

    public static async Task<Figure[]> MeasureAsync(ServerFolder folder, Chromium browser, Scale scale)
    {
        await using var person = await browser.PersonAsync();
        await Probe.AttachAsync(person);
        var page = await ChatPage.EnterAsync(person, folder, "reader");
        var probe = new Probe(page.Page);
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#lobby");
        await page.WriteAsync("begin");
        await page.SeeStoredAsync("begin");

        await probe.WatchAsync();
        var keys = new List<double>();
        for (var i = 1; i <= scale.Keys; i++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"written by hand, number {i}");
            await page.Composer.FillAsync(text);
            await page.Page.Keyboard.PressAsync("Enter");
            keys.Add(await probe.FromKeyAsync(text));
            await page.SeeStoredAsync(text);
        }

        await probe.WatchAsync();
        await SayAsync(ann, "received", scale.Received, PerSecond, 1);
        var arrivals = await probe.FromArrivalAsync($"received {scale.Received}");

        await probe.ForgetAsync();
        await page.Page.EvaluateAsync("() => { probe.isWatching = false; }");
        await probe.TimeFramesAsync();
        await SayAsync(ann, "passing", scale.Many, FloodPerSecond, 4);
        await probe.ArrivedAsync(scale.Many);
        await page.SeeAsync($"passing {scale.Many}");
        var passing = await probe.FramesAsync();

        await probe.TimeFramesAsync();
        await ScrollAsync(page);
        var scrolled = await probe.FramesAsync();
        return
        [
            new("key press to own message on screen (p95)", Shares.Of(keys, 0.95), "ms", MostFromKey),
            new("  median", Shares.Of(keys, 0.5), "ms"),
            new("received message to screen at 10 a second (p99)", Shares.Of(arrivals, 0.99), "ms", MostFromArrival),
            new("  median", Shares.Of(arrivals, 0.5), "ms"),
            .. Frames($"{scale.Many} messages pass, {FloodPerSecond} a second", passing),
            .. Frames($"{scale.Many} messages are scrolled through", scrolled),
        ];
    }

    public static IEnumerable<Figure> Frames(string during, double[] frames) =>
    [
        new($"longest frame while {during}", frames.Length == 0 ? double.NaN : frames.Max(), "ms", MostFrame),
        new("  p99", Shares.Of(frames, 0.99), "ms"),
        new("  frames over 50 ms", frames.Count(frame => frame > MostFrame), ""),
    ];

    private static async Task SayAsync(IrcClient who, string text, int count, int perSecond, int atOnce)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds((double)atOnce / perSecond));
        foreach (var numbers in Enumerable.Range(1, count).Chunk(atOnce))
        {
            await ticks.WaitForNextTickAsync();
            await who.SendAsync(string.Join("\r\n", numbers.Select(number => $"PRIVMSG #lobby :{text} {number}")));
        }
        await who.SettleAsync();
    }

    // By wheel, towards the past, until the first of those that passed is on the page.
    private static async Task ScrollAsync(ChatPage page)
    {
        const int Notch = 400;
        await page.Page.Locator("#timeline").HoverAsync();
        // Looked for by the page itself: a locator takes a frame for it.
        while (!await page.Page.EvaluateAsync<bool>("() => [...document.querySelectorAll('#timeline .text')].some((text) => text.textContent.trim() === 'passing 1')"))
            await page.Page.Mouse.WheelAsync(0, -Notch);
    }
}
