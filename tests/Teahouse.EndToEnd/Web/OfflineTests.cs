using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;
using Teahouse.Protocol;

namespace Teahouse.EndToEnd.Web;

/// <summary>The page without a network, at an address that the browser trusts.</summary>
public sealed class OfflineTests
{
    [Fact]
    public async Task The_page_begins_without_a_network_and_what_is_written_then_is_sent_once()
    {
        using var folder = new ServerFolder();
        await using var browser = await Chromium.StartAsync();
        await using var person = await KeepingAsync(browser);
        await using (var before = await ServerProcess.StartAsync(folder))
        {
            // As the start prints it; the server sends it on to localhost.
            var first = await ChatPage.OpenAsync(person, $"http://127.0.0.1:{folder.Http}/");
            await first.NameAsync("陈晓");
            await first.WriteAsync("断线之前");
            await first.SeeStoredAsync("断线之前");
            await first.SeeKeptAsync();
            await Archive.SeeAsync(first, "断线之前");
            await first.Page.CloseAsync();
            await before.KillAsync();
        }

        var page = await ChatPage.OpenAsync(person, folder);
        await page.Composer.WaitForAsync();
        await Assertions.Expect(page.Banner).ToBeVisibleAsync();
        await page.SeeAsync("断线之前");
        await page.WriteAsync("没有网络时写的");
        await Assertions.Expect(page.Messages("没有网络时写的")).ToContainTextAsync("待发送");

        await using var after = await ServerProcess.StartAsync(folder);
        await page.SeeStoredAsync("没有网络时写的");
        await page.SeeAsync("断线之前");
        Assert.Equal(1, await page.Messages("没有网络时写的").CountAsync());
        await page.ClickAsync("设置");
        await Assertions.Expect(page.Page.Locator("#settings li.works", new() { HasText = "没有网络也能打开" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_seen_can_be_read_and_searched_without_a_network_and_what_was_taken_back_is_gone()
    {
        using var folder = new ServerFolder();
        await using var browser = await Chromium.StartAsync();
        await using var person = await KeepingAsync(browser, "en");
        await using (var before = await ServerProcess.StartAsync(folder))
        {
            var first = await ChatPage.EnterAsync(person, folder, "Marta");
            await first.WriteAsync("/join tea");
            await Assertions.Expect(first.Page.Locator("h1")).ToHaveTextAsync("# tea");
            await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann", "message-tags batch echo-message draft/multiline draft/message-redaction");
            await ann.JoinAsync("#lobby");
            await ann.JoinAsync("#tea");
            // More than are loaded at once.
            for (var i = 1; i <= 80; i++) await ann.SendAsync($"PRIVMSG #tea :cup number {i}");
            await ann.SendAsync("PRIVMSG #tea :something regrettable");
            var regretted = await ann.ExpectTextAsync("something regrettable");
            await ann.SendAsync($"REDACT #tea {regretted.Tags[TagNames.MsgId]}");
            await ann.SendAsync("PRIVMSG #lobby :我家在上海东边");
            await ann.SendAsync("PRIVMSG #tea :that is all");
            await first.SeeAsync("that is all");
            await Assertions.Expect(first.Messages("something regrettable")).ToHaveCountAsync(0);
            await first.SeeKeptAsync();
            await Archive.SeeAsync(first, "that is all");
            await Archive.SeeAsync(first, "我家在上海东边");
            Assert.False(await Archive.HasAsync(first, "something regrettable"));
            await first.Page.CloseAsync();
            await before.KillAsync();
        }

        var page = await ChatPage.OpenAsync(person, folder);
        await page.SeeAsync("that is all");
        await page.OpenChatAsync("lobby");
        await page.SeeAsync("我家在上海东边");

        await page.Page.Keyboard.PressAsync("Control+f");
        await page.Page.Locator("#search-field").FillAsync("上海");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator(".panel .hit")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.Locator(".panel .says")).ToContainTextAsync("only what is kept on this device");
        await page.Page.Locator("#search-field").FillAsync("CUP 7");
        await page.Page.Keyboard.PressAsync("Enter");
        // 7, 17 and so on, and 70 to 79: also what is older than what was put back at the start.
        await Assertions.Expect(page.Page.Locator(".panel .hit")).ToHaveCountAsync(17);
        await page.Page.Locator(".panel .hit").Last.ClickAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("# tea");
        await page.SeeAsync("cup number 7");
    }

    [Fact]
    public async Task What_the_server_answers_itself_is_not_the_page()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        await using var person = await KeepingAsync(browser);
        var page = await OpenKeptAsync(person, folder);
        await page.Page.GotoAsync($"http://localhost:{folder.Http}/trust");
        await Assertions.Expect(page.Page.Locator("body")).ToContainTextAsync("Windows");
        await page.Page.GotoAsync($"http://localhost:{folder.Http}/healthz");
        await Assertions.Expect(page.Page.Locator("body")).ToHaveTextAsync("ok");
        await page.Page.GotoAsync($"http://localhost:{folder.Http}/join/tea/token");
        await page.Page.Locator("#name").WaitForAsync();
    }

    [Fact]
    public async Task A_new_version_waits_for_the_tabs_with_the_old_one_and_comes_whole()
    {
        using var folder = new ServerFolder();
        await using var site = await Site.OpenAsync(folder);
        await using var browser = await Chromium.StartAsync();
        await using var person = await KeepingAsync(browser, "en");
        var first = await OpenKeptAsync(person, folder);
        await first.Page.ReloadAsync();
        await first.NameAsync("Marta");
        var second = await ChatPage.OpenAsync(person, folder);
        await second.Composer.WaitForAsync();

        await site.RenewAsync("new version");
        // A tab that begins now finds it, and has the old one all the same.
        await second.Page.ReloadAsync();
        var note = second.Page.GetByText("There is a new version of this page.");
        await note.WaitForAsync();
        Assert.Equal(["", ""], [await VersionAsync(first), await VersionAsync(second)]);

        await second.ClickAsync("Use it now");
        foreach (var page in new[] { first, second })
        {
            await page.Page.WaitForFunctionAsync($"() => {Has("new version")}");
            await page.Composer.WaitForAsync();
        }
    }

    [Fact]
    public async Task A_version_that_is_not_whole_is_not_taken()
    {
        using var folder = new ServerFolder();
        await using var site = await Site.OpenAsync(folder);
        await using var browser = await Chromium.StartAsync();
        await using var person = await KeepingAsync(browser, "en");
        var page = await OpenKeptAsync(person, folder);
        await page.Page.ReloadAsync();
        await page.NameAsync("Marta");

        // As in the middle of an installation: the list is of one version, a file of another.
        await site.RenewAsync("whole", isWhole: false);
        var outcome = await page.Page.EvaluateAsync<string>("""
            async () => {
              const registration = await navigator.serviceWorker.ready;
              const ended = new Promise((resolve) => registration.addEventListener("updatefound", () => {
                const worker = registration.installing;
                worker.addEventListener("statechange", () => resolve(worker.state));
              }));
              await registration.update();
              return ended;
            }
            """);
        Assert.Equal("redundant", outcome);
        await page.Page.ReloadAsync();
        await page.Composer.WaitForAsync();
        Assert.Equal("", await VersionAsync(page));
    }

    private static Task<IBrowserContext> KeepingAsync(Chromium browser, string language = "zh-CN") =>
        browser.PersonAsync(new BrowserNewContextOptions { Locale = language, ServiceWorkers = ServiceWorkerPolicy.Allow });

    private static async Task<ChatPage> OpenKeptAsync(IBrowserContext person, ServerFolder folder)
    {
        var page = await ChatPage.OpenAsync(person, folder);
        await page.SeeKeptAsync();
        return page;
    }

    private static string Has(string version) => $"getComputedStyle(document.documentElement).getPropertyValue('--test-version') === '\"{version}\"'";

    private static Task<string> VersionAsync(ChatPage page) =>
        page.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).getPropertyValue('--test-version')");
}
