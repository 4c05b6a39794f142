using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;
using Teahouse.Protocol;

namespace Teahouse.EndToEnd.Web;

/// <summary>Replies, reactions, what is taken back and who types: between the page and a plain IRC client.</summary>
public sealed class AnnotationTests
{
    [Fact]
    public async Task Replies_reactions_redactions_and_typing_pass_between_the_page_and_an_IRC_client()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.EnterAsync(await browser.PersonAsync(), folder, "陈晓");
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann", "message-tags echo-message draft/message-redaction");
        await ann.JoinAsync("#lobby");
        await ann.SendAsync("PRIVMSG #lobby :喝茶吗？");
        var asked = (await ann.ExpectTextAsync("喝茶吗？")).Tags[TagNames.MsgId]!;

        // By keyboard alone: to the message, reply.
        await page.SeeAsync("喝茶吗？");
        await page.Messages("喝茶吗？").FocusAsync();
        await page.Page.Keyboard.PressAsync("r");
        await Assertions.Expect(page.Composer).ToBeFocusedAsync();
        await page.Page.Keyboard.TypeAsync("来了");
        Assert.Equal("active", (await ann.ExpectAsync("TAGMSG", m => m.Tags.Contains(TagNames.Typing))).Tags[TagNames.Typing]);
        await page.Page.Keyboard.PressAsync("Enter");
        var answer = await ann.ExpectTextAsync("来了");
        Assert.Equal(asked, answer.Tags[TagNames.DraftReply]);
        await Assertions.Expect(page.Messages("来了").Locator(".quote")).ToHaveTextAsync("ann: 喝茶吗？");

        await ann.SendAsync($"@+draft/reply={answer.Tags[TagNames.MsgId]};+draft/react=🍵 TAGMSG #lobby");
        var chip = page.Messages("来了").Locator(".chip");
        await Assertions.Expect(chip).ToHaveTextAsync("🍵 1");
        await chip.ClickAsync();
        await Assertions.Expect(chip).ToHaveTextAsync("🍵 2");
        Assert.Equal("🍵", (await ann.ExpectAsync("TAGMSG", m => m.Source!.Name == "陈晓" && m.Tags.Contains(TagNames.DraftReact))).Tags[TagNames.DraftReact]);
        await chip.ClickAsync();
        await Assertions.Expect(chip).ToHaveTextAsync("🍵 1");

        await ann.SendAsync("@+typing=active TAGMSG #lobby");
        await Assertions.Expect(page.Page.Locator(".typing")).ToHaveTextAsync("ann 正在输入…");
        await ann.SendAsync("@+typing=done TAGMSG #lobby");
        await Assertions.Expect(page.Page.Locator(".typing")).ToHaveCountAsync(0);

        await page.WriteAsync("说错了");
        await page.SeeStoredAsync("说错了");
        await page.Messages("说错了").FocusAsync();
        await Assertions.Expect(page.Messages("说错了").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "更多" })).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("m");
        await page.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "撤回" }).ClickAsync();
        await Assertions.Expect(page.Messages("你撤回了一条消息")).ToBeVisibleAsync();
        await ann.ExpectAsync("REDACT");
        await page.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "重新编辑" }).ClickAsync();
        await Assertions.Expect(page.Composer).ToHaveValueAsync("说错了");
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Messages("陈晓 撤回了一条消息").Or(page.Messages("你撤回了一条消息"))).ToBeVisibleAsync();
        await Assertions.Expect(page.Messages("来了").Locator(".chip")).ToHaveTextAsync("🍵 1");
    }
}
