using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>Several messages are copied with who said them and when.</summary>
public sealed class CopyTests
{
    [Fact]
    public async Task Messages_selected_by_mouse_or_by_keyboard_are_copied_with_names_and_times()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.EnterAsync(await browser.PersonAsync("en"), folder, "Marta");
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#lobby");
        await ann.SendAsync("PRIVMSG #lobby :a \u0002bold\u0002 word\r\nPRIVMSG #lobby :再说一句\r\nPRIVMSG #lobby :\u0001ACTION pours tea\u0001");
        await page.SeeAsync("pours tea");
        await page.WriteAsync("thank you");
        await page.SeeStoredAsync("thank you");

        // From the beginning of the first to the end of the last.
        var (first, last) = ((await Text(page, "bold").BoundingBoxAsync())!, (await Text(page, "thank you").BoundingBoxAsync())!);
        await page.Page.Mouse.MoveAsync(first.X + 1, first.Y + first.Height / 2);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(last.X + last.Width - 2, last.Y + last.Height / 2, new() { Steps = 8 });
        await page.Page.Mouse.UpAsync();
        await SeeCopiedAsync(page, "[time] ann: a bold word", "[time] ann: 再说一句", "[time] * ann pours tea", "[time] Marta: thank you");

        // Whole messages by keyboard, upwards from the last.
        await page.Messages("thank you").FocusAsync();
        await page.Page.Keyboard.PressAsync("Shift+ArrowUp");
        await page.Page.Keyboard.PressAsync("Shift+ArrowUp");
        await SeeCopiedAsync(page, "[time] ann: 再说一句", "[time] * ann pours tea", "[time] Marta: thank you");
        await page.Messages("bold").FocusAsync();
        await page.Page.EvaluateAsync("getSelection().removeAllRanges()");
        await page.Page.Keyboard.PressAsync("Shift+ArrowDown");
        await SeeCopiedAsync(page, "[time] ann: a bold word", "[time] ann: 再说一句");

        // A part of one message is what it is.
        await Text(page, "thank you").DblClickAsync(new() { Position = new() { X = 4, Y = 8 } });
        await SeeCopiedAsync(page, "thank");
    }

    private static ILocator Text(ChatPage page, string text) => page.Messages(text).Locator(".text");

    // What another program would get.
    private static async Task SeeCopiedAsync(ChatPage page, params string[] lines)
    {
        await page.Page.Keyboard.PressAsync("Control+c");
        await page.Composer.FillAsync("");
        await page.Composer.FocusAsync();
        await page.Page.Keyboard.PressAsync("Control+v");
        await Assertions.Expect(page.Composer).Not.ToHaveValueAsync("");
        var pasted = System.Text.RegularExpressions.Regex.Replace((await page.Composer.InputValueAsync()).Trim(), @"\[\d\d:\d\d\]", "[time]");
        Assert.Equal(lines, pasted.ReplaceLineEndings("\n").Split('\n'));
        await page.Composer.FillAsync("");
    }
}
