using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>A room gets another name while somebody writes in it.</summary>
public sealed class RenamingTests
{
    [Fact]
    public async Task The_room_stays_open_with_what_was_said_and_begun_there_and_is_found_again_by_its_new_name()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#old");
        var person = await browser.PersonAsync("en");
        var page = await ChatPage.EnterAsync(person, folder, "Marta");
        await page.WriteAsync("/join old");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("# old");
        await page.WriteAsync("said before");
        await page.SeeStoredAsync("said before");
        var second = await ChatPage.OpenAsync(person, folder);
        await second.SeeAsync("said before");
        await page.Composer.FillAsync("begun before");
        await Assertions.Expect(second.Composer).ToHaveValueAsync("begun before");

        await ann.SendAsync("RENAME #old #new :fresh air");
        foreach (var tab in new[] { page, second })
        {
            await Assertions.Expect(tab.Page.Locator("h1")).ToHaveTextAsync("# new");
            await tab.SeeAsync("said before");
            await Assertions.Expect(tab.Page.GetByText("ann renamed the room to #new (fresh air)")).ToBeVisibleAsync();
            await Assertions.Expect(tab.Composer).ToHaveValueAsync("begun before");
        }
        await Assertions.Expect(page.Page.Locator("[data-kind]").Filter(new LocatorFilterOptions { HasText = "old" })).ToHaveCountAsync(0);
        await page.Page.Keyboard.PressAsync("Enter");
        await page.SeeStoredAsync("begun before");
        await ann.ExpectTextAsync("begun before");
        await Assertions.Expect(second.Composer).ToHaveValueAsync("");

        await page.Composer.FillAsync("begun after");
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("# new");
        await page.SeeAsync("begun before");
        await Assertions.Expect(page.Composer).ToHaveValueAsync("begun after");
    }
}
