using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>Keeping order in a room from the page: of people with the page, and of a plain IRC client.</summary>
public sealed class ModerationTests
{
    [Fact]
    public async Task Whoever_made_a_room_invites_gives_ranks_kicks_bans_and_lets_in_again()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.EnterAsync(await browser.PersonAsync(), folder, "林一");
        await page.WriteAsync("/join 茶");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("# 茶");
        var marta = await ChatPage.EnterAsync(await browser.PersonAsync("en"), folder, "Marta");
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#茶");

        // Somebody who is not there, then somebody who is.
        await page.Page.Locator(".room-menu").ClickAsync();
        var room = page.Page.Locator("#room-dialog[open]");
        await room.GetByLabel("对方的名字").FillAsync("nobody");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(room).ToContainTextAsync("没有成功：没有这个人，或现在不在线。");
        await Assertions.Expect(room.GetByLabel("对方的名字")).ToHaveValueAsync("nobody");
        await room.GetByLabel("对方的名字").FillAsync("Marta");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(room).ToContainTextAsync("已经邀请 Marta。");
        await Assertions.Expect(room).ToContainTextAsync("没有人被禁止进入。");
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(marta.Page.Locator(".note")).ToContainTextAsync("林一 invites you to #茶.");
        await marta.ClickAsync("Join");
        await Assertions.Expect(marta.Page.Locator("h1")).ToHaveTextAsync("# 茶");
        await Assertions.Expect(marta.Page.Locator(".note")).ToHaveCountAsync(0);

        // Ranks, from the card; the menu beside the name by mouse.
        var people = page.Page.Locator(".people li");
        await people.Filter(new LocatorFilterOptions { HasText = "ann" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await page.ClickAsync("给予发言权");
        await ann.ExpectAsync("MODE", m => m[1] == "+v" && m[2] == "ann");
        await page.ClickAsync("设为管理员");
        await ann.ExpectAsync("MODE", m => m[1] == "+o" && m[2] == "ann");
        await page.ClickAsync("撤销管理员");
        await ann.ExpectAsync("MODE", m => m[1] == "-o" && m[2] == "ann");
        await page.Page.Keyboard.PressAsync("Escape");
        await people.Filter(new LocatorFilterOptions { HasText = "ann" }).ClickAsync(new LocatorClickOptions { Button = MouseButton.Right });
        await page.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "请出房间…" }).ClickAsync();
        await page.Page.Locator("#moderate-reason").FillAsync("太吵了");
        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("太吵了", (await ann.ExpectAsync("KICK", m => m[1] == "ann"))[2]);
        await Assertions.Expect(people).ToHaveCountAsync(2);
        await Assertions.Expect(page.Page.Locator("dialog[open]")).ToHaveCountAsync(0);

        // A ban is of the account: it is no use to come again.
        await people.Filter(new LocatorFilterOptions { HasText = "Marta" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await page.ClickAsync("禁止进入…");
        await page.ClickAsync("禁止");
        await Assertions.Expect(people).ToHaveCountAsync(1);
        await Assertions.Expect(marta.Page.Locator(".outside")).ToContainTextAsync("You are not in this room. (you were sent out of the room)");
        await marta.ClickAsync("Join again");
        await Assertions.Expect(marta.Page.Locator(".trouble")).ToHaveTextAsync("#茶: that did not work, you are banned from this room.");

        await page.Page.Locator(".room-menu").ClickAsync();
        await Assertions.Expect(room.Locator("li")).ToContainTextAsync("Marta");
        await room.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "解除 Marta" }).ClickAsync();
        await Assertions.Expect(room).ToContainTextAsync("没有人被禁止进入。");
        await page.Page.Keyboard.PressAsync("Escape");
        await marta.ClickAsync("Join again");
        await marta.WriteAsync("back again");
        await page.SeeAsync("back again");

        // Whoever has no rank is offered none of it.
        await marta.Page.Locator(".people li").Filter(new LocatorFilterOptions { HasText = "林一" }).GetByRole(AriaRole.Button).First.ClickAsync();
        await Assertions.Expect(marta.Page.Locator("#profile[open]")).ToBeVisibleAsync();
        await Assertions.Expect(marta.Page.Locator(".moderate")).ToHaveCountAsync(0);
    }
}
