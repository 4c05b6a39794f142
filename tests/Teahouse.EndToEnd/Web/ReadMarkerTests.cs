using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>What is unread, on every device of one person.</summary>
public sealed class ReadMarkerTests
{
    [Fact]
    public async Task What_is_read_in_one_tab_is_read_in_the_other()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var person = await browser.PersonAsync();
        var page = await ChatPage.EnterAsync(person, folder, "陈晓");
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await page.WriteAsync("/join tea");
        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync("tea");
        await ann.JoinAsync("#tea");
        await ann.JoinAsync("#lobby");

        // Both tabs are in the lobby; the other room gathers what is unread.
        await page.OpenChatAsync("lobby");
        var second = await ChatPage.OpenAsync(person, folder);
        await Assertions.Expect(second.Page.Locator("h1")).ToContainTextAsync("lobby");
        // The page shows what it kept before it is connected.
        await Assertions.Expect(second.Page.GetByText("访客 · 在线")).ToBeVisibleAsync();
        await Assertions.Expect(second.Page.Locator(".person")).ToHaveCountAsync(2);
        await ann.SendAsync("PRIVMSG #tea :one\r\nPRIVMSG #tea :two\r\nPRIVMSG #tea :陈晓，来吗？");
        await Assertions.Expect(Badge(page)).ToContainTextAsync("@1");
        await Assertions.Expect(Badge(second)).ToContainTextAsync("@1");
        // The title is not drawn together with the list.
        await Assertions.Expect(second.Page).ToHaveTitleAsync(new Regex(@"^\(1\) "));

        await second.Page.BringToFrontAsync();
        await second.OpenChatAsync("tea");
        await second.SeeAsync("陈晓，来吗？");
        await Assertions.Expect(second.Page.Locator("[data-unread]")).ToHaveCountAsync(1);
        await Assertions.Expect(Badge(page)).ToHaveCountAsync(0);
    }

    private static ILocator Badge(ChatPage page) => page.Page.GetByRole(AriaRole.Navigation).Locator(".badge");
}
