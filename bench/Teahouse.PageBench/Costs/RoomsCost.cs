using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;
using Teahouse.EndToEnd.Web;
using Teahouse.EndToEnd.Wires;

namespace Teahouse.PageBench.Costs;

/// <summary>Many rooms: how soon all that was missed is there, and what the page takes of the machine's memory in the long run.</summary>
internal static class RoomsCost
{
    private const double MostCatchingUp = 5000;
    private const double MostMemory = 300;
    private const int AtOnce = 200;

    public static async Task<Figure[]> MeasureAsync(ServerFolder folder, Chromium browser, Scale scale)
    {
        await using var wire = new Wire(folder.Http);
        await using var person = await browser.PersonAsync();
        await Probe.AttachAsync(person);
        var page = await ChatPage.OpenAsync(person, $"http://localhost:{wire.Port}/");
        await page.NameAsync("resident");
        // The lobby is one of them.
        string[] rooms = ["#lobby", .. Enumerable.Range(1, scale.Rooms - 1).Select(n => $"#room{n}")];
        foreach (var room in rooms[1..])
        {
            await page.WriteAsync($"/join {room}");
            await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync($"# {room[1..]}");
        }
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "bea");
        foreach (var room in rooms) await ann.JoinAsync(room);
        await SayAsync(ann, rooms.Select(room => $"PRIVMSG {room} :first"));
        await page.SeeAsync("first");

        var probe = new Probe(page.Page);
        wire.Cut();
        await person.SetOfflineAsync(true);
        await page.Banner.WaitForAsync();
        await SayAsync(ann, Enumerable.Range(0, scale.Many).Select(n => $"PRIVMSG {rooms[n % rooms.Length]} :message {n} of those that were missed"));
        await probe.ForgetAsync();
        await probe.TimeFramesAsync();
        wire.Mend();
        var begin = await probe.NowAsync();
        await person.SetOfflineAsync(false);
        var end = await probe.ArrivedAsync(scale.Many);
        await page.Page.WaitForFunctionAsync("() => document.querySelector('#timeline').getAttribute('aria-busy') === 'false'");
        var frames = await probe.FramesAsync();

        await LiveAsync(ann, rooms, scale.Stay);
        await page.SeeAsync("last");
        return
        [
            new($"{scale.Many} missed messages in {scale.Rooms} rooms: network back to caught up", end - begin, "ms", MostCatchingUp),
            .. MessageCost.Frames("they arrive", frames),
            new(string.Create(CultureInfo.InvariantCulture, $"renderer's memory (PSS) after {scale.Stay.TotalMinutes:0.#} minutes with {scale.Rooms} rooms"), await RendererMemory.MegabytesAsync(browser), "MB", MostMemory),
        ];
    }

    /// <summary>Somebody speaks, five times a second, now here, now there.</summary>
    private static async Task LiveAsync(IrcClient who, string[] rooms, TimeSpan stay)
    {
        const int PerSecond = 5;
        using var ticks = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var watch = Stopwatch.StartNew();
        for (var n = 0; watch.Elapsed < stay; n += PerSecond)
        {
            await ticks.WaitForNextTickAsync();
            await SayAsync(who, Enumerable.Range(n, PerSecond).Select(i => $"PRIVMSG {rooms[i * 7 % rooms.Length]} :a word now and then, this is number {i}"));
        }
        await SayAsync(who, rooms.Select(room => $"PRIVMSG {room} :last"));
    }

    private static async Task SayAsync(IrcClient who, IEnumerable<string> lines)
    {
        foreach (var some in lines.Chunk(AtOnce))
        {
            await who.SendAsync(string.Join("\r\n", some));
            await who.SettleAsync();
        }
    }
}
