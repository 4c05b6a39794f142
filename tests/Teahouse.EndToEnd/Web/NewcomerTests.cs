using Microsoft.Playwright;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>Who keeps order in a room says what new members may read.</summary>
public sealed class NewcomerTests
{
    [Fact]
    public async Task Who_comes_after_the_choice_reads_only_what_is_said_from_then_on()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var founder = await ChatPage.EnterAsync(await browser.PersonAsync(), folder, "陈晓");
        await founder.WriteAsync("/join tea");
        await Assertions.Expect(founder.Page.Locator("h1")).ToHaveTextAsync("# tea");
        await founder.WriteAsync("先前的话");
        await founder.SeeStoredAsync("先前的话");
        await founder.ClickAsync("房间：话题、通知、邀请、离开");
        await Assertions.Expect(founder.Page.GetByLabel("以前的全部消息")).ToBeCheckedAsync();
        await founder.Page.GetByLabel("只有加入之后的").CheckAsync(new() { Force = true });
        await founder.Page.Keyboard.PressAsync("Escape");
        await founder.ClickAsync("房间：话题、通知、邀请、离开");
        await Assertions.Expect(founder.Page.GetByLabel("只有加入之后的")).ToBeCheckedAsync();
        await founder.Page.Keyboard.PressAsync("Escape");

        var newcomer = await ChatPage.EnterAsync(await browser.PersonAsync("en"), folder, "Marta");
        await newcomer.WriteAsync("/join tea");
        await Assertions.Expect(newcomer.Page.Locator("h1")).ToHaveTextAsync("# tea");
        await newcomer.WriteAsync("hello");
        await founder.SeeAsync("hello");
        await founder.WriteAsync("后来的话");
        await newcomer.SeeAsync("后来的话");
        await Assertions.Expect(newcomer.Messages("先前的话")).ToHaveCountAsync(0);
    }
}
