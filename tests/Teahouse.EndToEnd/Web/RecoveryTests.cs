using Microsoft.Playwright;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>A forgotten password.</summary>
public sealed class RecoveryTests
{
    [Fact]
    public async Task The_recovery_code_sets_a_new_password_at_the_door_and_the_next_code_works_as_well()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var first = await ChatPage.EnterAsync(await browser.PersonAsync("en"), folder, "Marta");
        await first.ClickAsync("Settings");
        await first.ClickAsync("Account, password, devices…");
        var account = first.Page.Locator("#account[open]");
        await account.GetByLabel("New password").FillAsync("soon forgotten");
        await first.ClickAsync("Set password");
        var code = await account.GetByLabel("Recovery code").InputValueAsync();

        var second = await ChatPage.OpenAsync(await browser.PersonAsync("en"), folder);
        await second.Page.Locator("#name").FillAsync("Marta");
        await second.ClickAsync("I have an account and a password");
        await second.ClickAsync("Forgot the password?");
        await Assertions.Expect(second.Page.Locator("#recover-name")).ToHaveValueAsync("Marta");
        await SetAsync(second, "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA", "remembered now");
        await Assertions.Expect(second.Page.Locator("#recover-says")).ToContainTextAsync("That is not the account's name and recovery code");
        // As people copy from paper.
        await SetAsync(second, code.Replace('-', ' ').ToLowerInvariant(), "remembered now");
        await Assertions.Expect(second.Page.Locator(".lead").First).ToHaveTextAsync("The password is set.");
        var next = await second.Page.GetByLabel("Recovery code").InputValueAsync();
        Assert.NotEqual(code, next);
        await second.ClickAsync("I wrote it down, log in");
        await Assertions.Expect(second.Page.Locator(".me small")).ToHaveTextAsync("online");
        await second.WriteAsync("back again");
        await first.SeeAsync("back again");

        var third = await ChatPage.OpenAsync(await browser.PersonAsync("zh-CN"), folder);
        await third.Page.Locator("#name").FillAsync("Marta");
        await third.ClickAsync("我有账号和密码");
        await third.Page.Locator("#password").FillAsync("soon forgotten");
        await third.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(third.Page.Locator(".trouble")).ToContainTextAsync("名字和密码对不上");
        await third.ClickAsync("忘了密码？");
        await third.Page.Locator("#recover-code").FillAsync(next);
        await third.Page.Locator("#recover-password").FillAsync("a third one");
        await third.Page.Keyboard.PressAsync("Enter");
        await third.ClickAsync("我抄好了，登录");
        await third.SeeAsync("back again");
    }

    private static async Task SetAsync(ChatPage page, string code, string password)
    {
        await page.Page.Locator("#recover-code").FillAsync(code);
        await page.Page.Locator("#recover-password").FillAsync(password);
        await page.Page.Keyboard.PressAsync("Enter");
    }
}
