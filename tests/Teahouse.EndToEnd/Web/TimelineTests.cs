using System.Globalization;
using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>A long timeline: only a window of it is in the page, wherever its reader goes.</summary>
public sealed class TimelineTests
{
    private const int Said = 1500;
    private const int MostRows = 300;

    // From where the reader is to an end, as with a wheel; what arrives while nothing is scrolled must move nothing.
    private const string Scroll = """
        async ([step, last]) => {
          const pane = document.getElementById("timeline");
          const rows = () => [...pane.querySelectorAll("[data-key]")];
          const top = (row) => row.getBoundingClientRect().top - pane.getBoundingClientRect().top;
          const frame = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
          const seen = new Set();
          const moved = [];
          let most = 0;
          const ends = performance.now() + 90_000;
          while (!(seen.has(last) && (step < 0 || pane.dataset.pinned === "true")) && performance.now() < ends) {
            pane.scrollTop += step;
            await frame();
            const before = rows().find((row) => row.getBoundingClientRect().bottom > pane.getBoundingClientRect().top);
            const at = before && top(before);
            for (let i = 0; i < 4; i++) await frame();
            if (before?.isConnected && pane.dataset.pinned !== "true" && Math.abs(top(before) - at) > 2) moved.push(`${before.querySelector(".text")?.textContent}: ${at} -> ${top(before)}`);
            for (const row of rows()) seen.add(row.querySelector(".text")?.textContent);
            most = Math.max(most, rows().length);
          }
          return [String(most), String([...seen].filter((text) => /^message \d{4}$/.test(text)).length), moved.join(", "), String(seen.has(last))];
        }
        """;

    [Fact]
    public async Task Up_through_fifteen_hundred_messages_and_back_no_more_than_three_hundred_are_in_the_page_and_nothing_jumps()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.EnterAsync(await browser.PersonAsync(), folder, "林一");
        // What comes before the room is open counts as missed, and the page would begin at its first line.
        await page.WriteAsync("from here on");
        await page.SeeStoredAsync("from here on");
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann", "echo-message");
        await ann.JoinAsync("#lobby");
        for (var from = 1; from <= Said; from += 50)
        {
            await ann.SendAsync(string.Join("\r\n", Enumerable.Range(from, 50).Select(i => $"PRIVMSG #lobby :{Name(i)}")));
            await ann.ExpectTextAsync(Name(from + 49));
        }
        await Assertions.Expect(page.Messages(Name(Said))).ToBeInViewportAsync();
        await Assertions.Expect(page.Page.Locator(".to-now")).ToBeHiddenAsync();
        await MoveAsync(page, -1500, Name(1), Said);
        await Assertions.Expect(page.Page.Locator(".to-now")).ToBeVisibleAsync();
        await MoveAsync(page, 1500, Name(Said), Said);
        await Assertions.Expect(page.Page.Locator(".to-now")).ToBeHiddenAsync();
        await ann.SendAsync("PRIVMSG #lobby :and on");
        await Assertions.Expect(page.Messages("and on")).ToBeInViewportAsync();
        Assert.InRange(await page.Page.Locator("[data-key]").CountAsync(), 1, MostRows);
    }

    private static async Task MoveAsync(ChatPage page, int step, string last, int count)
    {
        var told = await page.Page.EvaluateAsync<string[]>(Scroll, new object[] { step, last });
        Assert.Equal("true", told[3]);
        Assert.True(told[2].Length == 0, told[2]);
        Assert.Equal(count.ToString(CultureInfo.InvariantCulture), told[1]);
        Assert.InRange(int.Parse(told[0], CultureInfo.InvariantCulture), 1, MostRows);
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"message {number:0000}");
}
