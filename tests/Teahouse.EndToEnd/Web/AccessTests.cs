using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>Who needs large letters, no motion or a helping word, and who looks at the tab only.</summary>
public sealed class AccessTests
{
    [Fact]
    public async Task At_twice_the_size_everything_is_within_the_page()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        // As 1280 by 800 is at 200 %.
        var page = await ChatPage.EnterAsync(await browser.PersonAsync(new BrowserNewContextOptions { Locale = "en", ViewportSize = new() { Width = 640, Height = 400 }, DeviceScaleFactor = 2 }), folder, "Marta");
        await page.WriteAsync("hello");
        await page.SeeStoredAsync("hello");
        await SeeWithinAsync(page, page.Composer, page.Messages("hello"), page.Page.Locator("h1"));
        await page.ClickAsync("Rooms");
        await SeeWithinAsync(page, page.Page.Locator(".room.here"), page.Page.Locator(".me"));
        await page.ClickAsync("Settings");
        await SeeWithinAsync(page, page.Page.Locator("#settings[open]"));
        await page.Page.Locator("#settings li").Last.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(page.Page.Locator("#settings li").Last).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Who_wants_no_motion_gets_none()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.EnterAsync(await browser.PersonAsync(new BrowserNewContextOptions { Locale = "en", ReducedMotion = ReducedMotion.Reduce }), folder, "Marta");
        await page.Page.Keyboard.PressAsync("Control+k");
        await page.Page.Locator("#jump[open]").WaitForAsync();
        Assert.Equal(0, await MovingAsync(page));
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.Keyboard.PressAsync("Control+f");
        await page.Page.Locator("#search-field").WaitForAsync();
        Assert.Equal(0, await MovingAsync(page));
    }

    [Fact]
    public async Task The_settings_say_what_this_browser_can_do_here_and_why_not_with_the_way_to_trust()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.EnterAsync(await browser.PersonAsync("en"), folder, "Marta");
        await page.ClickAsync("Settings");
        var settings = page.Page.Locator("#settings[open]");
        await Assertions.Expect(settings.Locator("li.works", new() { HasText = "Live connection" })).ToBeVisibleAsync();
        await Assertions.Expect(settings.Locator("li.works", new() { HasText = "Keeping messages on this device" })).ToBeVisibleAsync();

        var trust = await (await browser.PersonAsync("zh-CN")).NewPageAsync();
        await trust.GotoAsync($"http://localhost:{folder.Http}/trust");
        foreach (var system in new[] { "Windows", "macOS", "Android", "iOS" }) await Assertions.Expect(trust.Locator("body")).ToContainTextAsync(system);
        var downloading = trust.WaitForDownloadAsync();
        await trust.Locator("a[href='/trust/ca.crt']").First.ClickAsync();
        Assert.NotNull(await (await downloading).PathAsync());
    }

    [Fact]
    public async Task The_tab_tells_what_waits_in_its_title_and_its_icon()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.EnterAsync(await browser.PersonAsync("en"), folder, "Marta");
        await page.WriteAsync("/join tea");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("# tea");
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#lobby");
        var icon = page.Page.Locator("link[rel=icon]");
        await Assertions.Expect(icon).ToHaveAttributeAsync("href", "icon.svg");
        await ann.SendAsync("PRIVMSG #lobby :hello everybody");
        await Assertions.Expect(page.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^• #tea"));
        await Assertions.Expect(icon).ToHaveAttributeAsync("href", "icon-new.svg");
        await ann.SendAsync("PRIVMSG #lobby :Marta, look");
        await Assertions.Expect(page.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\(1\) #tea"));
        await Assertions.Expect(icon).ToHaveAttributeAsync("href", "icon-me.svg");
        await page.OpenChatAsync("lobby");
        await Assertions.Expect(page.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^#lobby"));
        await Assertions.Expect(icon).ToHaveAttributeAsync("href", "icon.svg");
    }

    [Fact]
    public async Task A_full_storage_is_said_and_what_is_written_still_goes_out()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var person = await browser.PersonAsync("en");
        await person.AddInitScriptAsync("""
            globalThis.isFull = true;
            for (const [kind, name] of [[Storage, "setItem"], [IDBObjectStore, "add"], [IDBObjectStore, "put"]]) {
              const write = kind.prototype[name];
              kind.prototype[name] = function (...given) {
                if (isFull) throw new DOMException("full", "QuotaExceededError");
                return write.apply(this, given);
              };
            }
            """);
        var page = await ChatPage.OpenAsync(person, folder);
        await page.Page.Locator("#name").FillAsync("Marta");
        await Assertions.Expect(page.Page.Locator("body")).ToContainTextAsync("This browser keeps no data");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Composer.WaitForAsync();
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#lobby");
        await page.WriteAsync("goes out all the same");
        await ann.ExpectTextAsync("goes out all the same");
        await page.SeeStoredAsync("goes out all the same");
        var notice = page.Page.GetByText("This browser can keep nothing now");
        await Assertions.Expect(notice).ToBeVisibleAsync();
        await page.WriteAsync("and so does this");
        await page.SeeStoredAsync("and so does this");
        await Assertions.Expect(notice).ToBeVisibleAsync();
        // What is begun stays while the page is open.
        await page.WriteAsync("/join tea");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("# tea");
        await page.Composer.FillAsync("a draft");
        await page.OpenChatAsync("lobby");
        await Assertions.Expect(page.Composer).ToHaveValueAsync("");
        await page.OpenChatAsync("tea");
        await Assertions.Expect(page.Composer).ToHaveValueAsync("a draft");

        await page.Page.EvaluateAsync("isFull = false");
        await page.WriteAsync("there is room");
        await page.SeeStoredAsync("there is room");
        await Assertions.Expect(notice).ToHaveCountAsync(0);
    }

    private static async Task SeeWithinAsync(ChatPage page, params ILocator[] parts)
    {
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        foreach (var part in parts)
        {
            await Assertions.Expect(part.First).ToBeInViewportAsync();
            var box = (await part.First.BoundingBoxAsync())!;
            Assert.InRange(box.X + box.Width, 0, 641);
        }
    }

    // Animations that take time.
    private static Task<int> MovingAsync(ChatPage page) =>
        page.Page.EvaluateAsync<int>("document.getAnimations().filter((one) => one.effect.getComputedTiming().activeDuration > 0).length");
}
