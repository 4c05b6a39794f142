using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>What sends, and what is asked before it does.</summary>
public sealed class SendingTests
{
    private const int Guests = 20;

    [Fact]
    public async Task Enter_or_Ctrl_Enter_sends_by_choice_over_reloads_and_in_all_tabs()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var person = await browser.PersonAsync();
        var page = await ChatPage.EnterAsync(person, folder, "陈晓");
        var second = await ChatPage.OpenAsync(person, folder);
        await second.Composer.WaitForAsync();
        await page.ClickAsync("设置");
        await page.Page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = "Ctrl+Enter" }).CheckAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Page.Locator(".hint")).ToHaveTextAsync("Ctrl+Enter 发送 · Enter 换行");
        await Assertions.Expect(second.Page.Locator(".hint")).ToHaveTextAsync("Ctrl+Enter 发送 · Enter 换行");

        await WriteTwoLinesAsync(page);
        await page.Page.Keyboard.PressAsync("Control+Enter");
        await page.SeeStoredAsync("第二行");
        await Assertions.Expect(page.Composer).ToHaveValueAsync("");
        await page.Page.ReloadAsync();
        await page.SeeAsync("第二行");
        await WriteTwoLinesAsync(page);
        await page.Composer.FillAsync("");

        // An input method's Enter sends nothing here either, whatever is held with it.
        var keyboard = await page.Page.Context.NewCDPSessionAsync(page.Page);
        await keyboard.SendAsync("Input.imeSetComposition", new Dictionary<string, object> { ["text"] = "nihao", ["selectionStart"] = 5, ["selectionEnd"] = 5 });
        foreach (var type in new[] { "rawKeyDown", "keyUp" })
            await keyboard.SendAsync("Input.dispatchKeyEvent", new Dictionary<string, object> { ["type"] = type, ["key"] = "Enter", ["code"] = "Enter", ["windowsVirtualKeyCode"] = 229, ["modifiers"] = 2 });
        await Assertions.Expect(page.Composer).ToHaveValueAsync("nihao");
    }

    [Fact]
    public async Task Many_lines_for_many_people_are_asked_about_first_and_nothing_typed_is_lost()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var guests = new List<IrcClient>();
        try
        {
            for (var i = 0; i < Guests; i++)
            {
                guests.Add(await IrcClient.ConnectAsync(folder.Irc, $"guest{i}"));
                await guests[i].JoinAsync("#lobby");
            }
            var page = await ChatPage.EnterAsync(await browser.PersonAsync(), folder, "陈晓");
            await Assertions.Expect(page.Page.Locator(".person")).ToHaveCountAsync(Guests + 1);
            const string Poem = "一\n二\n三\n四\n五\n六";
            var question = page.Page.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = "6 行会同时出现在 21 个人面前。" });

            await page.WriteAsync(Poem);
            await Assertions.Expect(question).ToBeVisibleAsync();
            await Assertions.Expect(question.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "继续写" })).ToBeFocusedAsync();
            // A second Enter, pressed without reading, sends nothing.
            await page.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(question).ToHaveCountAsync(0);
            await Assertions.Expect(page.Composer).ToBeFocusedAsync();
            await Assertions.Expect(page.Composer).ToHaveValueAsync(Poem);

            await page.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(question).ToBeVisibleAsync();
            await page.Page.Keyboard.PressAsync("Tab");
            await page.Page.Keyboard.PressAsync("Enter");
            await page.SeeStoredAsync("六");
            await Assertions.Expect(page.Composer).ToHaveValueAsync("");
            await Assertions.Expect(question).ToHaveCountAsync(0);
            await guests[0].ExpectTextAsync("六");
        }
        finally
        {
            foreach (var guest in guests) await guest.DisposeAsync();
        }
    }

    private static async Task WriteTwoLinesAsync(ChatPage page)
    {
        await page.Composer.FocusAsync();
        await page.Page.Keyboard.TypeAsync("第一行");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Keyboard.TypeAsync("第二行");
        await Assertions.Expect(page.Composer).ToHaveValueAsync("第一行\n第二行");
    }
}
