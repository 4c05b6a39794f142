using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>@所有人 and @在线: from the page to the page and to a plain client, as often as the server lets it count.</summary>
public sealed class CallTests
{
    [Fact]
    public async Task A_call_reaches_everybody_and_one_that_comes_too_soon_is_plain_text_and_its_sender_is_told()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.EnterAsync(await browser.PersonAsync(), folder, "林一");
        var marta = await ChatPage.EnterAsync(await browser.PersonAsync("en"), folder, "Marta");
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann", "message-tags");
        await ann.JoinAsync("#lobby");
        await Assertions.Expect(page.Page.Locator(".people li")).ToHaveCountAsync(3);

        await page.Composer.FocusAsync();
        await page.Page.Keyboard.TypeAsync("@所");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Option)).ToContainTextAsync(["提醒房间里的全部 3 人"]);
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Keyboard.TypeAsync("喝茶了");
        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("all", (await ann.ExpectTextAsync("@所有人 喝茶了")).Tags["teahouse.chat/mention"]);
        await marta.SeeAsync("喝茶了");
        await Assertions.Expect(marta.Messages("喝茶了").Locator(".text .me")).ToHaveTextAsync("@所有人");
        await Assertions.Expect(page.Page.Locator(".uncalled")).ToHaveCountAsync(0);

        // Too soon: plain text, and its sender knows.
        await page.WriteAsync("@在线 来了吗");
        Assert.False((await ann.ExpectTextAsync("@在线 来了吗")).Tags.Contains("teahouse.chat/mention"));
        await Assertions.Expect(page.Messages("来了吗").Locator(".uncalled")).ToContainTextAsync("没有提醒大家");
        await marta.SeeAsync("来了吗");
        await Assertions.Expect(marta.Messages("来了吗").Locator(".text .me")).ToHaveCountAsync(0);
    }
}
