using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>The list on the left in the reader's own order, by mouse and by keyboard, and what they do not want in it.</summary>
public sealed class RoomListTests
{
    [Fact]
    public async Task Rooms_are_dragged_moved_by_keyboard_hidden_and_come_back_when_somebody_calls_the_reader_there()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var person = await browser.PersonAsync();
        var page = await ChatPage.EnterAsync(person, folder, "林一");
        foreach (var room in new[] { "tea", "cups" })
        {
            await page.WriteAsync($"/join {room}");
            await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync($"# {room}");
        }
        await SeeOrderAsync(page, "lobby", "tea", "cups");

        // By mouse, over the middle of the first row; letting go opens nothing.
        await Row(page, "cups").HoverAsync();
        await page.Page.Mouse.DownAsync();
        var lobby = (await Row(page, "lobby").BoundingBoxAsync())!;
        await page.Page.Mouse.MoveAsync(lobby.X + 40, lobby.Y + lobby.Height / 2, new() { Steps = 4 });
        await page.Page.Mouse.MoveAsync(lobby.X + 40, lobby.Y + 4);
        await page.Page.Mouse.UpAsync();
        await SeeOrderAsync(page, "cups", "lobby", "tea");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("# cups");

        // By keyboard: the row keeps the focus, so that it can go on.
        await Row(page, "cups").FocusAsync();
        await page.Page.Keyboard.PressAsync("Alt+Shift+ArrowDown");
        await SeeOrderAsync(page, "lobby", "cups", "tea");
        await Assertions.Expect(Row(page, "cups")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Alt+Shift+ArrowDown");
        await SeeOrderAsync(page, "lobby", "tea", "cups");
        await page.Page.Keyboard.PressAsync("Alt+Shift+ArrowUp");
        await SeeOrderAsync(page, "lobby", "cups", "tea");
        var second = await ChatPage.OpenAsync(person, folder);
        await SeeOrderAsync(second, "lobby", "cups", "tea");

        // Hidden in one tab, gone from both; only a call brings it back.
        await Row(page, "tea").ClickAsync(new() { Button = MouseButton.Right });
        await page.Page.GetByRole(AriaRole.Menuitem, new() { Name = "从列表里隐藏" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator(".note")).ToContainTextAsync("有人找你时它会再出现");
        await SeeOrderAsync(page, "lobby", "cups");
        await SeeOrderAsync(second, "lobby", "cups");
        await page.Page.ReloadAsync();
        await SeeOrderAsync(page, "lobby", "cups");
        await page.Page.Locator(".hidden summary").ClickAsync();
        await Assertions.Expect(page.Page.Locator(".hidden li")).ToHaveTextAsync("#tea");
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#tea");
        await ann.JoinAsync("#lobby");
        await ann.SendAsync("PRIVMSG #tea :水开了\r\nPRIVMSG #lobby :先说水，再说这一句");
        await Assertions.Expect(page.Page.Locator(".room.new .name")).ToHaveTextAsync("lobby");
        await SeeOrderAsync(page, "lobby", "cups");
        await ann.SendAsync("PRIVMSG #tea :林一，来喝茶");
        await SeeOrderAsync(page, "tea", "lobby", "cups");

        // Or the reader goes there.
        await Row(page, "cups").ClickAsync(new() { Button = MouseButton.Right });
        await page.Page.GetByRole(AriaRole.Menuitem, new() { Name = "从列表里隐藏" }).ClickAsync();
        await Assertions.Expect(Row(page, "cups")).ToHaveCountAsync(0);
        await page.Page.Keyboard.PressAsync("Control+k");
        await page.Page.Locator("#jump-field").FillAsync("cups");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("# cups");
        await Assertions.Expect(Row(page, "cups")).ToBeVisibleAsync();
    }

    private static ILocator Row(ChatPage page, string room) => page.Page.Locator("li[data-kind] .room", new() { HasText = room });

    private static Task SeeOrderAsync(ChatPage page, params string[] rooms) => Assertions.Expect(page.Page.Locator("li[data-kind] .name")).ToHaveTextAsync(rooms);

    [Fact]
    public async Task By_touch_a_long_press_opens_the_menu_that_moves_a_row_also_where_the_browser_tells_of_no_context_menu()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var person = await browser.PersonAsync(new BrowserNewContextOptions { Locale = "en", ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true });
        // As Safari on iOS.
        await person.AddInitScriptAsync("addEventListener('contextmenu', (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true);");
        var page = await ChatPage.EnterAsync(person, folder, "Marta");
        await page.WriteAsync("/join tea");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("# tea");
        await page.ClickAsync("Rooms");
        var rows = page.Page.Locator("[data-kind=room]");
        await Assertions.Expect(rows.First).ToContainTextAsync("lobby");

        await PressLongAsync(page, rows.Nth(1));
        await page.Page.Locator("#room-row-menu:popover-open").WaitForAsync();
        await page.Page.GetByRole(AriaRole.Menuitem, new PageGetByRoleOptions { Name = "Move up" }).TapAsync();
        await Assertions.Expect(rows.First).ToContainTextAsync("tea");

        // A short one opens the room.
        await rows.Filter(new LocatorFilterOptions { HasText = "lobby" }).GetByRole(AriaRole.Button).First.TapAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("# lobby");
    }

    // Until the page shows that it was long enough.
    private static async Task PressLongAsync(ChatPage page, ILocator row)
    {
        var box = (await row.BoundingBoxAsync())!;
        var touch = await page.Page.Context.NewCDPSessionAsync(page.Page);
        await touch.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchStart", ["touchPoints"] = new[] { new { x = box.X + 40, y = box.Y + box.Height / 2 } } });
        await page.Page.Locator("[data-kind].pressed").WaitForAsync();
        await touch.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });
        await touch.DetachAsync();
    }
}
