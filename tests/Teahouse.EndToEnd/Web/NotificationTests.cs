using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>What a person is told of while the page is open, in one tab or two.</summary>
public sealed class NotificationTests
{
    // In the place of the system's: what would have been shown, in this tab.
    private const string Recorder = """
        window.told = [];
        window.Notification = class {
          static permission = "default";
          static async requestPermission() { return (this.permission = "granted"); }
          constructor(title, options) { window.told.push(`${title}: ${options.body}`); if (!options.silent) throw new Error("aloud"); }
          close() {}
        };
        if (localStorage.getItem("teahouse.notify")) window.Notification.permission = "granted";
        """;

    [Fact]
    public async Task Two_tabs_tell_each_message_once_and_what_is_being_read_or_muted_not_at_all()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var person = await browser.PersonAsync();
        await person.AddInitScriptAsync(Recorder);
        var page = await ChatPage.EnterAsync(person, folder, "林一");
        await page.WriteAsync("/join tea");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("# tea");

        await page.ClickAsync("设置");
        var settings = page.Page.Locator("dialog[open]");
        await Assertions.Expect(settings).ToContainTextAsync("只有在某个标签页里开着茶馆时才会通知");
        await settings.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "打开通知" }).ClickAsync();
        await Assertions.Expect(settings.GetByLabel("显示系统通知")).ToBeCheckedAsync();
        await Assertions.Expect(settings.GetByLabel("响一声")).Not.ToBeCheckedAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        var second = await ChatPage.OpenAsync(person, folder);
        await Assertions.Expect(second.Page.Locator("h1")).ToHaveTextAsync("# tea");
        await Assertions.Expect(second.Page.Locator(".person .name")).ToHaveCountAsync(1);

        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#lobby");
        await ann.SendAsync("PRIVMSG #lobby :大家好\r\nPRIVMSG #lobby :林一，喝茶吗？");
        await SeeToldAsync(["ann · #lobby: 林一，喝茶吗？"], page, second);

        // Somebody reads it in one of the tabs.
        await second.OpenChatAsync("lobby");
        await second.SeeAsync("喝茶吗");
        await ann.SendAsync("PRIVMSG #lobby :林一，看到了吗？");
        await second.SeeAsync("看到了吗");
        await second.OpenChatAsync("tea");

        await page.OpenChatAsync("lobby");
        await page.ClickAsync("房间：话题、通知、邀请、离开");
        await page.Page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = "静音" }).CheckAsync(new LocatorCheckOptions { Force = true });
        await page.Page.Keyboard.PressAsync("Escape");
        await page.OpenChatAsync("tea");
        await Assertions.Expect(second.Page.Locator(".room.muted")).ToContainTextAsync("lobby");
        await ann.SendAsync("PRIVMSG #lobby :林一，静音了吗？\r\nPRIVMSG 林一 :悄悄话");
        await SeeToldAsync(["ann · #lobby: 林一，喝茶吗？", "ann: 悄悄话"], page, second);
        await Assertions.Expect(page.Page.Locator(".room.new")).ToHaveCountAsync(1);
    }

    private static async Task SeeToldAsync(string[] expected, params ChatPage[] tabs)
    {
        string[] told = [];
        await Patience.SeeAsync(async () =>
        {
            List<string> all = [];
            foreach (var tab in tabs) all.AddRange(await tab.Page.EvaluateAsync<string[]>("window.told"));
            told = [.. all];
            return told.Order().SequenceEqual(expected.Order()) ? "" : null;
        }, () => $"Told: {string.Join(" | ", told)}");
    }
}
