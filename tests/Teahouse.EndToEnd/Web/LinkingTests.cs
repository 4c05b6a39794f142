using Microsoft.Playwright;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>A second browser of the same person, let in by the first one.</summary>
public sealed class LinkingTests
{
    [Fact]
    public async Task A_new_browser_shows_a_code_is_let_in_by_the_first_and_is_the_same_person()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var first = await ChatPage.EnterAsync(await browser.PersonAsync("en"), folder, "Marta");
        await first.WriteAsync("from the first");
        await first.SeeStoredAsync("from the first");
        var person = await browser.PersonAsync("en");
        var second = await ChatPage.OpenAsync(person, folder);
        var code = await ShowCodeAsync(second, "Marta's pad");
        await Assertions.Expect(second.Page.GetByRole(AriaRole.Img, new() { Name = "QR code with the code" })).ToBeVisibleAsync();

        await first.ClickAsync("Settings");
        await first.ClickAsync("Account, password, devices…");
        await first.ClickAsync("Link a new device…");
        var dialog = first.Page.Locator("#linking[open]");
        await dialog.GetByLabel("Code").FillAsync("0000-0000");
        await first.ClickAsync("Look");
        await Assertions.Expect(dialog).ToContainTextAsync("No device shows this code");
        await dialog.GetByLabel("Code").FillAsync(code.ToLowerInvariant().Replace('-', ' '));
        await first.ClickAsync("Look");
        await Assertions.Expect(dialog).ToContainTextAsync("“Marta's pad” wants into your account Marta.");
        await first.ClickAsync("Let it in");
        await Assertions.Expect(dialog).ToContainTextAsync("“Marta's pad” is linked.");
        await first.Page.Keyboard.PressAsync("Escape");

        await second.SeeAsync("from the first");
        await second.WriteAsync("from the second");
        await first.SeeAsync("from the second");
        await Assertions.Expect(second.Page.Locator(".me")).ToContainTextAsync("Marta");
        // It comes back by itself, with a credential of its own, until the first one takes it away.
        await second.Page.ReloadAsync();
        await second.SeeAsync("from the second");
        await first.ClickAsync("Settings");
        await first.ClickAsync("Account, password, devices…");
        var device = first.Page.Locator("#account li", new() { HasText = "Marta's pad" });
        await device.GetByRole(AriaRole.Button, new() { Name = "Revoke" }).ClickAsync();
        await device.GetByRole(AriaRole.Button, new() { Name = "Really revoke" }).ClickAsync();
        await second.Page.Locator("#name").WaitForAsync();
    }

    [Fact]
    public async Task Drafts_and_saved_messages_follow_to_the_second_device_and_back()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var first = await ChatPage.EnterAsync(await browser.PersonAsync("en"), folder, "Marta");
        await first.WriteAsync("to be found again");
        await first.SeeStoredAsync("to be found again");
        var second = await ChatPage.OpenAsync(await browser.PersonAsync("en"), folder);
        var code = await ShowCodeAsync(second, "pad");
        var asked = await ChatPage.OpenAsync(first.Page.Context, $"http://localhost:{folder.Http}/link/{code}");
        await asked.ClickAsync("Let it in");
        await Assertions.Expect(asked.Page.Locator("#linking[open]")).ToContainTextAsync("is linked");
        await asked.Page.CloseAsync();
        await second.SeeAsync("to be found again");

        await first.Messages("to be found again").First.FocusAsync();
        await first.Page.Keyboard.PressAsync("m");
        await first.Page.Locator(".menu button", new() { HasText = "Save" }).ClickAsync();
        await first.Composer.FillAsync("begun on the first");
        await SeeFollowedAsync(first, "begun on the first");
        await SeeFollowedAsync(first, "to be found again");
        await ComeBackAsync(second);
        await Assertions.Expect(second.Composer).ToHaveValueAsync("begun on the first");
        await SeeFollowedAsync(second, "to be found again");

        // And back again: what is sent there is no draft here any more.
        await second.Composer.FillAsync("ended on the second");
        await second.Page.Keyboard.PressAsync("Enter");
        await first.SeeAsync("ended on the second");
        await Patience.SeeAsync(async () => await FollowedAsync(second) is { } facts && !facts.Contains("begun on the first", StringComparison.Ordinal) ? "" : null, () => "The draft never left the server.");
        await ComeBackAsync(first);
        await Assertions.Expect(first.Composer).ToHaveValueAsync("");
    }

    [Fact]
    public async Task The_pictures_address_asks_for_consent_and_who_refuses_lets_nobody_in()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var person = await browser.PersonAsync("zh-CN");
        var first = await ChatPage.EnterAsync(person, folder, "陈晓");
        await first.WriteAsync("你好");
        await first.SeeStoredAsync("你好");
        var second = await ChatPage.OpenAsync(await browser.PersonAsync("en"), folder);
        var code = await ShowCodeAsync(second, "pad");

        var asked = await ChatPage.OpenAsync(person, $"http://localhost:{folder.Http}/link/{code}");
        var dialog = asked.Page.Locator("#linking[open]");
        await Assertions.Expect(dialog).ToContainTextAsync("“pad”想进入你的账号");
        Assert.DoesNotContain(code, asked.Page.Url, StringComparison.Ordinal);
        await asked.ClickAsync("不同意");
        await Assertions.Expect(dialog).ToContainTextAsync("没有让它进来");
        await Assertions.Expect(second.Page.Locator("main")).ToContainTextAsync("The other device has refused.");
        await second.ClickAsync("Back");
        await second.Page.Locator("#name").WaitForAsync();
    }

    private static async Task<string> ShowCodeAsync(ChatPage page, string name)
    {
        await page.ClickAsync("I am logged in on another device");
        await page.Page.GetByLabel("What this device is called").FillAsync(name);
        await page.ClickAsync("Show the code");
        return await page.Page.Locator("output.code").InnerTextAsync();
    }

    // What is agreed with the server, as the browser keeps it.
    private static Task<string?> FollowedAsync(ChatPage page) => page.Page.EvaluateAsync<string?>("localStorage.getItem('teahouse.followed')");

    private static Task<string> SeeFollowedAsync(ChatPage page, string text) => Patience.SeeAsync(
        async () => await FollowedAsync(page) is { } facts && facts.Contains(text, StringComparison.Ordinal) ? "" : null, () => $"\"{text}\" was never shared.");

    private static async Task ComeBackAsync(ChatPage page) => await page.Page.EvaluateAsync("window.dispatchEvent(new Event('focus'))");
}
