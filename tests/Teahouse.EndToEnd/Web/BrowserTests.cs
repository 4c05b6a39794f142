using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>The page in a real browser, beside a plain IRC client.</summary>
public sealed class BrowserTests
{
    [Fact]
    public async Task A_browser_and_an_IRC_client_talk_and_a_reload_and_a_second_tab_are_the_same_person()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var person = await browser.PersonAsync();
        var page = await ChatPage.EnterAsync(person, folder, "陈晓");

        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#lobby");
        await page.WriteAsync("大家好 🍵");
        Assert.Equal("陈晓", (await ann.ExpectTextAsync("大家好 🍵")).Source!.Name);
        await ann.SendAsync("PRIVMSG #lobby :你好，陈晓");
        await page.SeeAsync("你好，陈晓");

        await page.Page.ReloadAsync();
        await page.SeeAsync("大家好 🍵");
        await page.SeeAsync("你好，陈晓");
        var second = await ChatPage.OpenAsync(person, folder);
        await second.SeeAsync("你好，陈晓");
        await second.WriteAsync("第二个标签页");
        Assert.Equal("陈晓", (await ann.ExpectTextAsync("第二个标签页")).Source!.Name);
        await page.SeeAsync("第二个标签页");
    }

    [Fact]
    public async Task A_self_signed_page_is_clicked_through_as_a_person_does()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var page = await (await browser.PersonAsync("en")).NewPageAsync();
        await Assert.ThrowsAsync<PlaywrightException>(() => page.GotoAsync($"https://localhost:{folder.Https}/"));
        await page.ClickAsync("#details-button");
        await page.ClickAsync("#proceed-link");
        var chat = new ChatPage(page);
        await chat.NameAsync("marta");
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#lobby");
        await chat.WriteAsync("over a certificate of its own");
        Assert.Equal("marta", (await ann.ExpectTextAsync("over a certificate of its own")).Source!.Name);
    }
}
