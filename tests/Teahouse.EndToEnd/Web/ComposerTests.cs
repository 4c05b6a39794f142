using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>Where one writes: drafts, and the list that ends words.</summary>
public sealed class ComposerTests
{
    [Fact]
    public async Task Drafts_stay_with_their_rooms_over_reloads_and_all_tabs_have_them()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var person = await browser.PersonAsync();
        var page = await ChatPage.EnterAsync(person, folder, "陈晓");
        await page.WriteAsync("/join tea");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("# tea");
        await page.Composer.FillAsync("还没写完的茶");
        await page.OpenChatAsync("lobby");
        await Assertions.Expect(page.Composer).ToHaveValueAsync("");
        await page.Composer.FillAsync("大厅里的\n两行");

        // At once, before anything was saved in peace.
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Composer).ToHaveValueAsync("大厅里的\n两行");
        await page.OpenChatAsync("tea");
        await Assertions.Expect(page.Composer).ToHaveValueAsync("还没写完的茶");

        var second = await ChatPage.OpenAsync(person, folder);
        await Assertions.Expect(second.Composer).ToHaveValueAsync("还没写完的茶");
        await second.Composer.FillAsync("还没写完的茶，现在写完了");
        await Assertions.Expect(page.Composer).ToHaveValueAsync("还没写完的茶，现在写完了");
        await second.Page.Keyboard.PressAsync("Enter");
        await second.SeeStoredAsync("现在写完了");
        await Assertions.Expect(page.Composer).ToHaveValueAsync("");
        await page.Page.ReloadAsync();
        await page.SeeAsync("现在写完了");
        await Assertions.Expect(page.Composer).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Names_rooms_emoji_and_commands_are_ended_by_keyboard_pinyin_included()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        await using var chen = await IrcClient.ConnectAsync(folder.Irc, "陈晓");
        await using var charlie = await IrcClient.ConnectAsync(folder.Irc, "Charlie");
        await chen.JoinAsync("#lobby");
        await charlie.JoinAsync("#lobby");
        var page = await ChatPage.EnterAsync(await browser.PersonAsync(), folder, "林一");
        await Assertions.Expect(page.Page.Locator(".person .name")).ToHaveCountAsync(3);
        var options = page.Page.GetByRole(AriaRole.Option);
        var labels = options.Locator(".label");
        var keyboard = page.Page.Keyboard;

        await keyboard.TypeAsync("你好@cx");
        await Assertions.Expect(labels).ToHaveTextAsync(["陈晓"]);
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Composer).ToHaveValueAsync("你好@陈晓 ");
        await Assertions.Expect(options).ToHaveCountAsync(0);

        await keyboard.TypeAsync("和 @c");
        await Assertions.Expect(labels).ToHaveTextAsync(["Charlie", "陈晓"]);
        await Assertions.Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(options.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(page.Composer).ToHaveAttributeAsync("aria-activedescendant", (await options.Nth(1).GetAttributeAsync("id"))!);
        await keyboard.PressAsync("ArrowUp");
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync("来 #lo");
        await Assertions.Expect(labels).ToHaveTextAsync(["#lobby"]);
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync(":喝茶");
        await Assertions.Expect(labels).ToHaveTextAsync(["🍵 喝茶"]);
        await options.First.ClickAsync();
        await Assertions.Expect(page.Composer).ToBeFocusedAsync();
        await Assertions.Expect(page.Composer).ToHaveValueAsync("你好@陈晓 和 @Charlie 来 #lobby 🍵");

        // Sent away, the list does not come between the sentence and its Enter.
        await keyboard.TypeAsync(" @c");
        await Assertions.Expect(options).ToHaveCountAsync(2);
        await keyboard.PressAsync("Escape");
        await Assertions.Expect(options).ToHaveCountAsync(0);
        await keyboard.PressAsync("Enter");
        await chen.ExpectTextAsync("你好@陈晓 和 @Charlie 来 #lobby 🍵 @c");

        // While an input method composes there is no list, and its Enter takes nothing.
        var session = await page.Page.Context.NewCDPSessionAsync(page.Page);
        await keyboard.TypeAsync("@");
        await Assertions.Expect(options).ToHaveCountAsync(4);
        await session.SendAsync("Input.imeSetComposition", new Dictionary<string, object> { ["text"] = "chen", ["selectionStart"] = 4, ["selectionEnd"] = 4 });
        foreach (var type in new[] { "rawKeyDown", "keyUp" })
            await session.SendAsync("Input.dispatchKeyEvent", new Dictionary<string, object> { ["type"] = type, ["key"] = "Enter", ["code"] = "Enter", ["windowsVirtualKeyCode"] = 229 });
        await Assertions.Expect(page.Composer).ToHaveValueAsync("@chen");
        await session.SendAsync("Input.insertText", new Dictionary<string, object> { ["text"] = "陈" });
        await Assertions.Expect(labels).ToHaveTextAsync(["陈晓"]);
        await keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Composer).ToHaveValueAsync("@陈晓 ");
        await page.Composer.FillAsync("/jo");
        await Assertions.Expect(labels).ToHaveTextAsync(["/join 房间 [密码]"]);
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Composer).ToHaveValueAsync("/join ");
    }
}
