using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>The page in a real browser, beside a plain IRC client.</summary>
public sealed class BrowserTests
{
    private static readonly string[] Quiet =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    [Fact]
    public async Task A_browser_and_an_IRC_client_talk_and_a_reload_and_a_second_tab_are_the_same_person()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await LaunchAsync(playwright);
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { Locale = "zh-CN" });
        var page = await EnterAsync(context, $"http://localhost:{folder.Http}/", "陈晓");

        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#lobby");
        await WriteAsync(page, "大家好 🍵");
        Assert.Equal("陈晓", (await ann.ExpectTextAsync("大家好 🍵")).Source!.Name);
        await ann.SendAsync("PRIVMSG #lobby :你好，陈晓");
        await SeeAsync(page, "你好，陈晓");

        await page.ReloadAsync();
        await SeeAsync(page, "大家好 🍵");
        await SeeAsync(page, "你好，陈晓");
        var second = await context.NewPageAsync();
        await second.GotoAsync($"http://localhost:{folder.Http}/");
        await SeeAsync(second, "你好，陈晓");
        await WriteAsync(second, "第二个标签页");
        Assert.Equal("陈晓", (await ann.ExpectTextAsync("第二个标签页")).Source!.Name);
        await SeeAsync(page, "第二个标签页");
    }

    [Fact]
    public async Task A_self_signed_page_is_clicked_through_as_a_person_does()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await LaunchAsync(playwright);
        var page = await (await browser.NewContextAsync()).NewPageAsync();
        await Assert.ThrowsAsync<PlaywrightException>(() => page.GotoAsync($"https://localhost:{folder.Https}/"));
        await page.ClickAsync("#details-button");
        await page.ClickAsync("#proceed-link");
        await NameAsync(page, "marta");
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#lobby");
        await WriteAsync(page, "over a certificate of its own");
        Assert.Equal("marta", (await ann.ExpectTextAsync("over a certificate of its own")).Source!.Name);
    }

    private static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = Quiet });

    private static async Task<IPage> EnterAsync(IBrowserContext context, string address, string name)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        await NameAsync(page, name);
        return page;
    }

    private static async Task NameAsync(IPage page, string name)
    {
        await page.Locator("#name").FillAsync(name);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("textarea").WaitForAsync();
    }

    private static async Task WriteAsync(IPage page, string text)
    {
        await page.Locator("textarea").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    private static Task SeeAsync(IPage page, string text) =>
        page.GetByRole(AriaRole.Article).Filter(new LocatorFilterOptions { HasText = text }).First.WaitForAsync();
}
