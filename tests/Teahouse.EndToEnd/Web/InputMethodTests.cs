using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>An input method as Chromium's own protocol plays one: what is composed is in the box, and is not yet said.</summary>
public sealed class InputMethodTests
{
    private const int Enter = 13;

    /// <summary>What browsers report for a key that went to the input method.</summary>
    private const int Processed = 229;

    [Theory]
    [InlineData(Enter)]
    [InlineData(Processed)]
    public async Task Enter_while_an_input_method_composes_does_not_send_and_Enter_after_it_sends_once(int keyCode)
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.EnterAsync(await browser.PersonAsync(), folder, "陈晓");
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#lobby");
        var keyboard = await page.Page.Context.NewCDPSessionAsync(page.Page);
        await page.Composer.FocusAsync();

        await ComposeAsync(keyboard, "ni hao");
        await PressEnterAsync(keyboard, keyCode);
        await Assertions.Expect(page.Composer).ToHaveValueAsync("ni hao");
        await ComposeAsync(keyboard, "你hao");
        await PressEnterAsync(keyboard, keyCode);
        await Assertions.Expect(page.Composer).ToHaveValueAsync("你hao");
        await keyboard.SendAsync("Input.insertText", new Dictionary<string, object> { ["text"] = "你好" });
        await Assertions.Expect(page.Composer).ToHaveValueAsync("你好");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Composer).ToHaveValueAsync("");
        await page.WriteAsync("之后");

        await page.SeeStoredAsync("之后");
        var said = (await ann.SettleAsync()).Where(message => message.Command == "PRIVMSG").Select(message => message[1]);
        Assert.Equal(["你好", "之后"], said);
    }

    private static async Task ComposeAsync(ICDPSession keyboard, string text) => await keyboard.SendAsync(
        "Input.imeSetComposition", new Dictionary<string, object> { ["text"] = text, ["selectionStart"] = text.Length, ["selectionEnd"] = text.Length });

    // Without a text of its own: the input method took the key.
    private static async Task PressEnterAsync(ICDPSession keyboard, int keyCode)
    {
        foreach (var type in new[] { "rawKeyDown", "keyUp" })
            await keyboard.SendAsync("Input.dispatchKeyEvent", new Dictionary<string, object> { ["type"] = type, ["key"] = "Enter", ["code"] = "Enter", ["windowsVirtualKeyCode"] = keyCode });
    }
}
