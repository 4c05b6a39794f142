using Microsoft.Playwright;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>The page without a network, at an address that the browser trusts.</summary>
public sealed class OfflineTests
{
    private const string Kept = "async () => (await navigator.serviceWorker.ready).active.state === 'activated' || undefined";

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
            await first.Page.WaitForFunctionAsync(Kept);
            await first.Page.CloseAsync();
            await before.KillAsync();
        }

        var page = await ChatPage.OpenAsync(person, folder);
        await page.Composer.WaitForAsync();
        await Assertions.Expect(page.Banner).ToBeVisibleAsync();
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
            await page.Page.WaitForFunctionAsync("() => getComputedStyle(document.documentElement).getPropertyValue('--test-version') === '\"new version\"'");
            await page.Composer.WaitForAsync();
        }

        // Alone, a tab that begins anew needs no question.
        await first.Page.CloseAsync();
        await site.RenewAsync("newer still");
        await second.Page.ReloadAsync();
        await note.WaitForAsync();
        await second.Page.ReloadAsync();
        await second.Page.WaitForFunctionAsync("() => getComputedStyle(document.documentElement).getPropertyValue('--test-version') === '\"newer still\"'");
        await second.Composer.WaitForAsync();
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
        await page.Page.WaitForFunctionAsync(Kept);
        return page;
    }

    private static Task<string> VersionAsync(ChatPage page) =>
        page.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).getPropertyValue('--test-version')");
}
