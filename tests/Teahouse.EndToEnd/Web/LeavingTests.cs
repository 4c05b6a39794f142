using Microsoft.Playwright;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>Who logs out leaves nothing in the browser, in no tab, and comes back with the password.</summary>
public sealed class LeavingTests
{
    private const string Password = "long enough 茶";

    [Fact]
    public async Task Logging_out_empties_the_browser_in_all_tabs_and_the_password_lets_one_in_again()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var person = await browser.PersonAsync("en");
        var page = await ChatPage.EnterAsync(person, folder, "Marta");
        await page.WriteAsync("first words");
        await page.SeeStoredAsync("first words");
        await Archive.SeeAsync(page, "first words");
        await page.ClickAsync("Settings");
        await page.Page.GetByLabel("Dark").CheckAsync(new() { Force = true });
        await page.ClickAsync("Account, password, devices…");

        // Without a password it is asked about: nobody could come back.
        var account = page.Page.Locator("#account[open]");
        await Assertions.Expect(account).ToContainTextAsync("nobody can come in with this account again");
        await Button(account, "Log out").ClickAsync();
        await Button(account, "Really log out").WaitForAsync();
        await account.GetByLabel("New password").FillAsync(Password);
        await Button(account, "Set password").ClickAsync();
        await Assertions.Expect(account).ToContainTextAsync("The password is set.");
        await page.Page.Keyboard.PressAsync("Escape");
        var second = await ChatPage.OpenAsync(person, folder);
        await second.SeeAsync("first words");
        await page.Composer.FillAsync("a draft");
        await Assertions.Expect(second.Composer).ToHaveValueAsync("a draft");
        await page.Composer.FillAsync("");
        await Assertions.Expect(second.Composer).ToHaveValueAsync("");
        await page.ClickAsync("Settings");
        await page.ClickAsync("Account, password, devices…");
        await Assertions.Expect(account).ToContainTextAsync("Name and password let you in again");
        await Button(account, "Log out").ClickAsync();

        foreach (var tab in new[] { page, second }) await Assertions.Expect(tab.Page.Locator("#name")).ToHaveValueAsync("");
        Assert.Equal("", await page.Page.EvaluateAsync<string>("localStorage.getItem('teahouse.credential') ?? ''"));
        Assert.False(await Archive.HasAsync(page, "first words"));
        await Assertions.Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await page.Page.Locator("#name").FillAsync("Marta");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.ClickAsync("That is me");
        await page.Page.Locator("#password").FillAsync(Password);
        await page.Page.Keyboard.PressAsync("Enter");
        await page.SeeAsync("first words");

        // The key that the browser had is no device of the account any more: there is only the new one.
        await page.ClickAsync("Settings");
        await page.ClickAsync("Account, password, devices…");
        await Assertions.Expect(account.Locator("li")).ToHaveTextAsync([new System.Text.RegularExpressions.Regex("Web")]);
    }

    [Fact]
    public async Task Without_a_server_one_is_logged_out_here_all_the_same()
    {
        using var folder = new ServerFolder();
        await using var browser = await Chromium.StartAsync();
        ChatPage page;
        await using (var server = await ServerProcess.StartAsync(folder))
        {
            page = await ChatPage.EnterAsync(await browser.PersonAsync("en"), folder, "Marta");
            await page.WriteAsync("first words");
            await page.SeeStoredAsync("first words");
            await page.ClickAsync("Settings");
            await page.ClickAsync("Account, password, devices…");
            await server.KillAsync();
        }
        var account = page.Page.Locator("#account[open]");
        await Assertions.Expect(page.Banner).ToBeVisibleAsync();
        await Button(account, "Log out").ClickAsync();
        await Button(account, "Really log out").ClickAsync();
        await Assertions.Expect(account).ToHaveCountAsync(0);

        await using var again = await ServerProcess.StartAsync(folder);
        var next = await ChatPage.OpenAsync(page.Page.Context, folder);
        await Assertions.Expect(next.Page.Locator("#name")).ToHaveValueAsync("");
    }

    private static ILocator Button(ILocator within, string name) => within.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name, Exact = true });
}
