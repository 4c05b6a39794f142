using Microsoft.Playwright;

namespace Teahouse.EndToEnd.Web.Views;

/// <summary>One view of the page, and how to come there from the open room and back.</summary>
/// <param name="IsMain">Whether the documents show it.</param>
internal sealed record View(string Name, Func<Stage, Task> OpenAsync, Func<Stage, Task> CloseAsync, bool IsMain = false)
{
    /// <summary>All but the welcome, in an order in which each finds what it needs.</summary>
    public static readonly IReadOnlyList<View> All =
    [
        new("room", _ => Task.CompletedTask, _ => Task.CompletedTask, IsMain: true),
        new("message-menu", stage => OnMessageAsync(stage, "m", ".menu"), EscapeAsync),
        new("picking", PickAsync, EndPickingAsync),
        new("emoji", stage => OnMessageAsync(stage, "e", ".emoji"), EscapeAsync),
        new("suggestions", SuggestAsync, ForgetAsync, IsMain: true),
        new("commands", HelpAsync, EscapeAsync),
        new("people", stage => ShowAsync(stage, ".count", ".people", isOnPhoneOnly: true), stage => HideAsync(stage, ".people .top button", isOnPhoneOnly: true)),
        new("member-menu", MemberMenuAsync, EndMemberMenuAsync),
        new("compact", stage => DensityAsync(stage, "compact"), stage => DensityAsync(stage, "")),
        new("profile", stage => ShowAsync(stage, ".who .name", "#profile[open]"), EscapeAsync),
        new("room-dialog", stage => ShowAsync(stage, ".room-menu", "#room-dialog[open]"), EscapeAsync),
        new("jump", stage => PressAsync(stage, "Control+k", "#jump[open]"), EscapeAsync),
        new("search", SearchAsync, stage => HideAsync(stage, ".panel .top button"), IsMain: true),
        new("rooms", ToRoomsAsync, ToChatAsync, IsMain: true),
        new("saved", SavedAsync, stage => HideAsync(stage, ".panel .top button")),
        new("row-menu", RowMenuAsync, BackAsync),
        new("directory", stage => FromRoomsAsync(stage, ".browse", "#directory[open]"), BackAsync),
        new("status", stage => FromRoomsAsync(stage, ".me .status", "#status[open]"), BackAsync),
        new("settings", stage => FromRoomsAsync(stage, ".me .icon-button", "#settings[open] li.works"), BackAsync, IsMain: true),
        new("account", AccountAsync, BackAsync),
        new("new-device", NewDeviceAsync, BackAsync),
        new("moderation", ModerateAsync, BackAsync),
        new("direct-chat", DirectAsync, _ => Task.CompletedTask),
    ];

    private static bool IsPhone(Stage stage) => stage.Page.Page.ViewportSize!.Width <= 640;

    private static Task EscapeAsync(Stage stage) => PressAsync(stage, "Escape", ".shell");

    private static async Task PressAsync(Stage stage, string key, string shows)
    {
        await stage.Page.Page.Keyboard.PressAsync(key);
        await stage.Page.Page.Locator(shows).First.WaitForAsync();
    }

    private static async Task ShowAsync(Stage stage, string button, string shows, bool isOnPhoneOnly = false)
    {
        if (isOnPhoneOnly && !IsPhone(stage)) return;
        await stage.Page.Page.Locator(button).First.ClickAsync();
        await stage.Page.Page.Locator(shows).First.WaitForAsync();
    }

    private static async Task HideAsync(Stage stage, string button, bool isOnPhoneOnly = false)
    {
        if (isOnPhoneOnly && !IsPhone(stage)) return;
        await stage.Page.Page.Locator(button).First.ClickAsync();
        await ToChatAsync(stage);
    }

    private static async Task OnMessageAsync(Stage stage, string key, string shows)
    {
        await stage.Message.FocusAsync();
        await PressAsync(stage, key, shows);
    }

    private static async Task SuggestAsync(Stage stage)
    {
        await stage.Page.Composer.FillAsync("问问 @");
        await stage.Page.Page.Locator("[role=option]").Nth(2).WaitForAsync();
    }

    private static async Task PickAsync(Stage stage)
    {
        await OnMessageAsync(stage, "m", ".menu");
        await stage.Page.Page.Locator(".menu button", new PageLocatorOptions { Has = stage.Page.Page.Locator("path[d^='M5 12.5']") }).ClickAsync();
        await stage.Page.Page.Locator(".picked").WaitForAsync();
    }

    private static async Task EndPickingAsync(Stage stage)
    {
        await PressAsync(stage, "Escape", ".shell");
        await Assertions.Expect(stage.Page.Page.Locator(".picked")).ToHaveCountAsync(0);
    }

    private static async Task HelpAsync(Stage stage)
    {
        await stage.Page.WriteAsync("/help");
        await stage.Page.Page.Locator("#commands[open]").WaitForAsync();
    }

    private static async Task ForgetAsync(Stage stage)
    {
        await stage.Page.Composer.FillAsync("");
        await Assertions.Expect(stage.Page.Page.Locator("[role=option]")).ToHaveCountAsync(0);
    }

    private static async Task MemberMenuAsync(Stage stage)
    {
        await ShowAsync(stage, ".count", ".people", isOnPhoneOnly: true);
        await stage.Page.Page.Locator(".people li").Nth(1).ClickAsync(new() { Button = MouseButton.Right });
        await stage.Page.Page.Locator("#member-menu:popover-open").WaitForAsync();
    }

    private static async Task EndMemberMenuAsync(Stage stage)
    {
        await EscapeAsync(stage);
        await Assertions.Expect(stage.Page.Page.Locator("#member-menu")).ToHaveCountAsync(0);
        await HideAsync(stage, ".people .top button", isOnPhoneOnly: true);
    }

    private static async Task DensityAsync(Stage stage, string density) => await stage.Page.Page.EvaluateAsync("density => { document.documentElement.dataset.density = density; }", density);

    // In a room that the reader has made.
    private static async Task ModerateAsync(Stage stage)
    {
        await ToRoomsAsync(stage);
        await stage.Page.Page.Locator(".room", new PageLocatorOptions { HasText = "design" }).ClickAsync();
        await stage.Page.SeeAsync("the new icons are in");
        await stage.Page.Messages("the new icons are in").Locator(".name").ClickAsync();
        await stage.Page.Page.Locator("#profile[open] .moderate button.out").First.ClickAsync();
        await stage.Page.Page.Locator("#moderate-reason").WaitForAsync();
    }

    private static async Task SearchAsync(Stage stage)
    {
        await PressAsync(stage, "Control+f", "#search-field");
        await stage.Page.Page.Locator("#search-field").FillAsync("上海");
        await stage.Page.Page.Keyboard.PressAsync("Enter");
        await stage.Page.Page.Locator("mark").First.WaitForAsync();
    }

    private static async Task SavedAsync(Stage stage)
    {
        await OnMessageAsync(stage, "m", ".menu");
        await stage.Page.Page.Locator(".menu button", new PageLocatorOptions { Has = stage.Page.Page.Locator("path[d^='M7 4h10']") }).ClickAsync();
        await stage.Page.Page.Locator(".note.good").WaitForAsync();
        await stage.Page.Page.Locator(".note button").ClickAsync();
        await FromRoomsAsync(stage, ".saved", ".panel .hit");
    }

    private static async Task RowMenuAsync(Stage stage)
    {
        await ToRoomsAsync(stage);
        await stage.Page.Page.Locator(".room", new PageLocatorOptions { HasText = "design" }).ClickAsync(new() { Button = MouseButton.Right });
        await stage.Page.Page.Locator(".menu:popover-open").WaitForAsync();
    }

    private static async Task FromRoomsAsync(Stage stage, string button, string shows)
    {
        await ToRoomsAsync(stage);
        await ShowAsync(stage, button, shows);
    }

    private static async Task ToRoomsAsync(Stage stage)
    {
        if (!IsPhone(stage)) return;
        await stage.Page.Page.Locator(".back").ClickAsync();
        await stage.Page.Page.Locator("nav.rooms").WaitForAsync();
    }

    private static async Task ToChatAsync(Stage stage)
    {
        if (IsPhone(stage) && !await stage.Page.Composer.IsVisibleAsync()) await stage.Page.Page.Locator(".room.here").ClickAsync();
        await stage.Page.Composer.WaitForAsync();
    }

    private static async Task BackAsync(Stage stage)
    {
        await EscapeAsync(stage);
        await Assertions.Expect(stage.Page.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await ToChatAsync(stage);
    }

    private static async Task AccountAsync(Stage stage)
    {
        await FromRoomsAsync(stage, ".me .icon-button", "#settings[open] .account");
        await ShowAsync(stage, "#settings .account", "#account[open] .device");
    }

    private static async Task NewDeviceAsync(Stage stage)
    {
        await AccountAsync(stage);
        await ShowAsync(stage, "#account .new-device", "#linking[open]");
    }

    private static async Task DirectAsync(Stage stage)
    {
        await ToRoomsAsync(stage);
        await stage.Page.Page.Locator(".room", new PageLocatorOptions { HasText = "陈晓" }).ClickAsync();
        await stage.Page.SeeAsync("下午三点喝茶");
    }
}
