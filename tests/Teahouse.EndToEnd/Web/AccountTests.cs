using System.Text.Json;
using Microsoft.Playwright;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>A guest becomes somebody with a password, on two devices, takes their data and goes.</summary>
public sealed class AccountTests
{
    private const string Password = "long enough 茶";

    [Fact]
    public async Task A_password_lets_one_in_elsewhere_devices_are_named_and_revoked_and_the_account_ends_when_its_owner_says_so()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var first = await ChatPage.EnterAsync(await browser.PersonAsync("en"), folder, "Marta");
        await first.WriteAsync("first words");
        await first.SeeStoredAsync("first words");

        var account = await OpenAccountAsync(first);
        await account.GetByLabel("New password").FillAsync(Password);
        await Button(account, "Set password").ClickAsync();
        await Assertions.Expect(account).ToContainTextAsync("The password is set.");
        Assert.NotEmpty(await account.GetByLabel("Recovery code").InputValueAsync());
        await first.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(first.Page.Locator(".me small")).ToHaveTextAsync("online");

        // Elsewhere: the name is taken, the password opens it, a wrong one does not.
        var second = await ChatPage.OpenAsync(await browser.PersonAsync("en"), folder);
        await second.Page.Locator("#name").FillAsync("Marta");
        await second.Page.Keyboard.PressAsync("Enter");
        await second.ClickAsync("That is me");
        await second.Page.Locator("#password").FillAsync("something else");
        await second.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(second.Page.Locator(".trouble")).ToContainTextAsync("not the account's name and password");
        await second.Page.Locator("#password").FillAsync(Password);
        await second.Page.Keyboard.PressAsync("Enter");
        await second.SeeAsync("first words");
        await second.WriteAsync("from the second device");
        await first.SeeAsync("from the second device");

        account = await OpenAccountAsync(first);
        var devices = account.Locator("li");
        await Assertions.Expect(devices).ToHaveCountAsync(2);
        var web = devices.Filter(new LocatorFilterOptions { HasText = "Web" });
        await Button(web, "Rename").ClickAsync();
        await account.GetByLabel("Name of the device").FillAsync("the laptop");
        await first.Page.Keyboard.PressAsync("Enter");
        var laptop = devices.Filter(new LocatorFilterOptions { HasText = "the laptop" });
        await Button(laptop, "Revoke").ClickAsync();
        await Button(laptop, "Really revoke").ClickAsync();
        await Assertions.Expect(devices).ToHaveCountAsync(1);
        await Assertions.Expect(second.Page.Locator("#name")).ToBeVisibleAsync();

        var downloading = first.Page.WaitForDownloadAsync();
        await Button(account, "Export my data").ClickAsync();
        var file = await downloading;
        Assert.Equal("teahouse-Marta.json", file.SuggestedFilename);
        using var data = JsonDocument.Parse(await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken));
        Assert.Equal(["first words", "from the second device"], data.RootElement.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("text").GetString()));
        Assert.Equal("#lobby", data.RootElement.GetProperty("rooms")[0].GetProperty("name").GetString());

        await account.GetByLabel("Write Marta to confirm").FillAsync("Marta");
        await Button(account, "Delete for good").ClickAsync();
        await Assertions.Expect(first.Page.Locator("#name")).ToHaveValueAsync("");
        await second.NameAsync("Marta");
        await second.SeeAsync("first words");
    }

    private static async Task<ILocator> OpenAccountAsync(ChatPage page)
    {
        await page.ClickAsync("Settings");
        await page.ClickAsync("Account, password, devices…");
        return page.Page.Locator("#account[open]");
    }

    private static ILocator Button(ILocator within, string name) => within.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name, Exact = true });
}
