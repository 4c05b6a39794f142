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

    [Fact]
    public async Task By_touch_messages_are_picked_one_by_one_and_copied_in_the_order_in_which_they_were_said()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var person = await browser.PersonAsync(new BrowserNewContextOptions { Locale = "en", ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true });
        var page = await ChatPage.EnterAsync(person, folder, "Marta");
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#lobby");
        await ann.SendAsync("PRIVMSG #lobby :first\r\nPRIVMSG #lobby :second https://example.org\r\nPRIVMSG #lobby :third");
        await page.SeeAsync("third");

        await Text(page, "third").TapAsync();
        await page.Messages("third").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "More" }).TapAsync();
        await page.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "Select several…" }).TapAsync();
        var bar = page.Page.GetByRole(AriaRole.Toolbar, new PageGetByRoleOptions { Name = "Selected messages" });
        await Assertions.Expect(bar).ToContainTextAsync("1 message selected");
        // A link in a picked message leads nowhere.
        await page.Messages("second").Locator("a").TapAsync();
        await Text(page, "first").TapAsync();
        await Assertions.Expect(bar).ToContainTextAsync("3 messages selected");
        await Text(page, "third").TapAsync();
        await Assertions.Expect(bar).ToContainTextAsync("2 messages selected");
        await Assertions.Expect(page.Page.Locator("[data-picked]")).ToHaveCountAsync(2);
        await bar.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Copy" }).TapAsync();
        await Assertions.Expect(page.Page.Locator(".note")).ToContainTextAsync("Copied.");
        await Assertions.Expect(bar).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator("[data-picked]")).ToHaveCountAsync(0);
        Assert.Single(person.Pages);
        await SeePastedAsync(page, "[time] ann: first", "[time] ann: second https://example.org");

        // By keyboard too, and away from it.
        await page.Messages("third").FocusAsync();
        await page.Page.Keyboard.PressAsync("m");
        await page.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "Select several…" }).PressAsync("Enter");
        await page.Messages("first").FocusAsync();
        await page.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(bar).ToContainTextAsync("2 messages selected");
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(bar).ToHaveCountAsync(0);
    }

    private static ILocator Text(ChatPage page, string text) => page.Messages(text).Locator(".text");

    // What another program would get.
    private static async Task SeeCopiedAsync(ChatPage page, params string[] lines)
    {
        await page.Page.Keyboard.PressAsync("Control+c");
        await SeePastedAsync(page, lines);
    }

    private static async Task SeePastedAsync(ChatPage page, params string[] lines)
    {
        await page.Composer.FillAsync("");
        await page.Composer.FocusAsync();
        await page.Page.Keyboard.PressAsync("Control+v");
        await Assertions.Expect(page.Composer).Not.ToHaveValueAsync("");
        var pasted = System.Text.RegularExpressions.Regex.Replace((await page.Composer.InputValueAsync()).Trim(), @"\[\d\d:\d\d\]", "[time]");
        Assert.Equal(lines, pasted.ReplaceLineEndings("\n").Split('\n'));
        await page.Composer.FillAsync("");
    }
}
