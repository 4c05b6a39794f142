using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;
using Teahouse.Protocol;

namespace Teahouse.EndToEnd.Web;

/// <summary>What was said is found again; rooms are found, made and opened to others.</summary>
public sealed class SearchTests
{
    [Fact]
    public async Task A_message_far_back_is_found_by_two_characters_and_shown_where_it_was_said()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann", "message-tags echo-message");
        await ann.JoinAsync("#lobby");
        await ann.SendAsync("PRIVMSG #lobby :我家在上海东边");
        var id = (await ann.ExpectTextAsync("我家在上海东边")).Tags[TagNames.MsgId]!;
        foreach (var batch in Enumerable.Range(0, 400).Select(n => $"PRIVMSG #lobby :line {n}").Chunk(50))
        {
            await ann.SendAsync(string.Join("\r\n", batch));
            await ann.SettleAsync();
        }

        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.EnterAsync(await browser.PersonAsync(), folder, "陈晓");
        await page.SeeAsync("line 399");
        Assert.Equal(0, await page.Messages("上海").CountAsync());
        await page.Page.Keyboard.PressAsync("Control+f");
        await Assertions.Expect(page.Page.Locator("#search-field")).ToBeFocusedAsync();
        await page.Page.Keyboard.TypeAsync("上海");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator(".hit mark")).ToHaveTextAsync("上海");
        await page.Page.Locator(".hit").ClickAsync();
        await Assertions.Expect(page.Messages("我家在上海东边")).ToBeInViewportAsync();
        await Assertions.Expect(page.Messages("我家在上海东边")).ToBeFocusedAsync();
        // What is said meanwhile does not move who reads far back.
        await ann.SendAsync("PRIVMSG #lobby :now");
        await ann.SettleAsync();
        await Assertions.Expect(page.Messages("我家在上海东边")).ToBeInViewportAsync();
        await page.Page.Locator(".to-now").ClickAsync();
        await Assertions.Expect(page.Messages("now").Last).ToBeInViewportAsync();

        // A link to the message leads there too.
        await page.Page.GotoAsync("about:blank");
        await page.Page.GotoAsync($"http://localhost:{folder.Http}/#lobby/{Uri.EscapeDataString(id)}");
        await Assertions.Expect(page.Messages("我家在上海东边")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_room_is_made_named_and_opened_to_somebody_with_a_link()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.EnterAsync(await browser.PersonAsync(), folder, "陈晓");
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#cups");
        await ann.SendAsync("TOPIC #cups :杯子");

        await Button(page, "浏览或新建房间").ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Dialog).GetByText("杯子")).ToBeVisibleAsync();
        await page.Page.Keyboard.TypeAsync("tea");
        await page.Page.GetByRole(AriaRole.Dialog).GetByText("新建房间 #tea").ClickAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync("tea");
        await Button(page, "房间：话题、通知、邀请、离开").ClickAsync();
        await page.Page.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "话题" }).FillAsync("All about tea");
        await Button(page, "保存话题").ClickAsync();
        await Assertions.Expect(page.Page.Locator(".topic")).ToHaveTextAsync("All about tea");

        await Button(page, "房间：话题、通知、邀请、离开").ClickAsync();
        await Button(page, "生成链接").ClickAsync();
        await page.Page.Locator("div.made").WaitForAsync();
        var link = await page.Page.Locator("div.made input").InputValueAsync();
        Assert.StartsWith($"http://localhost:{folder.Http}/join/tea/", link, StringComparison.Ordinal);
        var guest = await (await browser.PersonAsync("en")).NewPageAsync();
        await guest.GotoAsync(link);
        var guestPage = new ChatPage(guest);
        await guestPage.NameAsync("marta");
        await Assertions.Expect(guest.Locator("h1")).ToContainTextAsync("tea");
        await guestPage.WriteAsync("came by a link");
        await page.Page.Keyboard.PressAsync("Escape");
        await page.SeeAsync("came by a link");
    }

    private static ILocator Button(ChatPage page, string name) => page.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name });
}
