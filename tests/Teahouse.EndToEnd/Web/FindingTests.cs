using Microsoft.Playwright;
using Teahouse.EndToEnd.Clocks;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;
using Teahouse.Protocol;

namespace Teahouse.EndToEnd.Web;

/// <summary>What was said on a day, and what answers or names the reader, with the way there.</summary>
public sealed class FindingTests
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    [Fact]
    public async Task A_day_leads_to_what_was_said_first_on_it_and_an_empty_one_to_what_came_next()
    {
        using var folder = new ServerFolder();
        await SpeakBeforeAsync(folder, Month, ["old one", "old two"]);
        await SpeakBeforeAsync(folder, TimeSpan.FromDays(2), [.. Enumerable.Range(0, 150).Select(n => $"line {n}")]);
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.EnterAsync(await browser.PersonAsync(new BrowserNewContextOptions { Locale = "zh-CN", TimezoneId = "UTC" }), folder, "陈晓");
        await page.SeeAsync("line 149");
        await Assertions.Expect(page.Messages("old one")).ToHaveCountAsync(0);
        var today = TimeProvider.System.GetUtcNow().UtcDateTime;
        var day = today - Month;

        // From the search.
        await page.Page.Keyboard.PressAsync("Control+f");
        await GoAsync(page, page.Page.Locator(".panel"), day);
        await Assertions.Expect(page.Messages("old one")).ToBeInViewportAsync();
        await Assertions.Expect(page.Messages("old one")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.Locator(".to-now").ClickAsync();
        await Assertions.Expect(page.Messages("line 149")).ToBeInViewportAsync();

        // From the room's menu: nobody spoke the day after.
        await page.ClickAsync("房间：话题、通知、邀请、离开");
        await GoAsync(page, page.Page.Locator("#room-dialog"), day.AddDays(3));
        await Assertions.Expect(page.Page.Locator(".note")).ToContainTextAsync("那天没有人说话");
        await Assertions.Expect(page.Messages("line 0").First).ToBeInViewportAsync();
        await page.ClickAsync("房间：话题、通知、邀请、离开");
        await GoAsync(page, page.Page.Locator("#room-dialog"), today.AddDays(3));
        await Assertions.Expect(page.Page.GetByText("从那天起没有人说过话")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_answers_or_names_the_reader_is_found_in_all_rooms_with_the_way_there()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.EnterAsync(await browser.PersonAsync(), folder, "陈晓");
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann", "message-tags");
        await ann.JoinAsync("#lobby");
        await ann.JoinAsync("#tea");
        await page.WriteAsync("/join tea");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("# tea");
        await page.OpenChatAsync("lobby");
        await page.WriteAsync("谁有牛奶？");
        var asked = (await ann.ExpectTextAsync("谁有牛奶？")).Tags[TagNames.MsgId]!;
        await ann.SendAsync($"@+draft/reply={asked} PRIVMSG #lobby :我有\r\nPRIVMSG #lobby :没有人问我");
        await ann.SendAsync("PRIVMSG #tea :陈晓，水开了");
        foreach (var batch in Enumerable.Range(0, 150).Select(n => $"PRIVMSG #lobby :line {n}").Chunk(50))
        {
            await ann.SendAsync(string.Join("\r\n", batch));
            await ann.SettleAsync();
        }
        await page.SeeAsync("line 149");
        await page.Page.ReloadAsync();
        await page.SeeAsync("line 149");
        await page.ClickAsync("回复我和提到我的");
        var hits = page.Page.Locator(".hit");
        await Assertions.Expect(hits).ToHaveCountAsync(2);
        await Assertions.Expect(page.Page.Locator(".panel .says")).ToHaveTextAsync("2 条回复你或提到你");
        await Assertions.Expect(hits.Nth(0)).ToContainTextAsync("水开了");
        await hits.Nth(1).ClickAsync();
        await Assertions.Expect(page.Messages("我有")).ToBeInViewportAsync();
        await Assertions.Expect(page.Messages("我有")).ToBeFocusedAsync();
        await hits.Nth(0).ClickAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("# tea");
        await Assertions.Expect(page.Messages("水开了")).ToBeInViewportAsync();
    }

    private static async Task GoAsync(ChatPage page, ILocator within, DateTime day)
    {
        await within.GetByLabel("跳到这一天").FillAsync(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await within.GetByRole(AriaRole.Button, new() { Name = "跳过去" }).ClickAsync();
    }

    private static async Task SpeakBeforeAsync(ServerFolder folder, TimeSpan ago, string[] texts)
    {
        using var calendar = new SlowCalendar(ago);
        await using var server = await ServerProcess.StartAsync(folder, calendar.Wrapper);
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#lobby");
        foreach (var lines in texts.Select(text => $"PRIVMSG #lobby :{text}").Chunk(50))
        {
            await ann.SendAsync(string.Join("\r\n", lines));
            await ann.SettleAsync();
        }
        await server.StopAsync();
    }
}
