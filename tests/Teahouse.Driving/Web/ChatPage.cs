using Microsoft.Playwright;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>The web page, used as a person does.</summary>
internal sealed class ChatPage(IPage page)
{
    public IPage Page { get; } = page;

    public ILocator Composer => Page.Locator("textarea");

    /// <summary>What tells that the connection is away.</summary>
    public ILocator Banner => Page.Locator(".banner");

    public static async Task<ChatPage> EnterAsync(IBrowserContext person, ServerFolder folder, string name)
    {
        var page = await OpenAsync(person, folder);
        await page.NameAsync(name);
        return page;
    }

    public static Task<ChatPage> OpenAsync(IBrowserContext person, ServerFolder folder) => OpenAsync(person, $"http://localhost:{folder.Http}/");

    public static async Task<ChatPage> OpenAsync(IBrowserContext person, string address)
    {
        var page = await person.NewPageAsync();
        await page.GotoAsync(address);
        return new(page);
    }

    public async Task NameAsync(string name)
    {
        await Page.Locator("#name").FillAsync(name);
        await Page.Keyboard.PressAsync("Enter");
        await Composer.WaitForAsync();
    }

    public async Task WriteAsync(string text)
    {
        await Composer.FillAsync(text);
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Picks a conversation in the list.</summary>
    public Task OpenChatAsync(string name) => Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Button).Filter(new LocatorFilterOptions { HasText = name }).ClickAsync();

    /// <summary>Presses the button of that name.</summary>
    public Task ClickAsync(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true }).ClickAsync();

    /// <summary>The messages with this in them.</summary>
    public ILocator Messages(string text) => Page.GetByRole(AriaRole.Article).Filter(new LocatorFilterOptions { HasText = text });

    public Task SeeAsync(string text) => Messages(text).First.WaitForAsync();

    /// <summary>Returns when the browser keeps the page for a start without a network.</summary>
    public async Task SeeKeptAsync() => await Page.EvaluateAsync("""
        async () => {
            const worker = (await navigator.serviceWorker.ready).active;
            if (worker.state !== "activated") await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
        }
        """);

    /// <summary>What was written here, once the server has it: the page shows it before, as under way.</summary>
    public async Task SeeStoredAsync(string text)
    {
        await SeeAsync(text);
        await Assertions.Expect(Messages(text).Locator(".faded")).ToHaveCountAsync(0);
    }
}
