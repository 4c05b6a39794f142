using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>Markdown in, formatting of IRC on the wire, and what others format is shown.</summary>
public sealed class FormattingTests
{
    [Fact]
    public async Task What_is_marked_in_the_page_is_formatted_for_an_IRC_client_and_the_other_way()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.EnterAsync(await browser.PersonAsync(), folder, "陈晓");
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#lobby");

        await page.WriteAsync("**很重要**：`seq` 不是 ~~序号~~ *次序*");
        await ann.ExpectTextAsync("\x02很重要\x02：\x11seq\x11 不是 \x1E序号\x1E \x1D次序\x1D");
        await page.SeeStoredAsync("很重要：seq 不是 序号 次序");
        await Assertions.Expect(page.Messages("很重要").Locator(".mono")).ToHaveTextAsync("seq");
        await page.WriteAsync("```\nvar tea = 1;\n  <b>pour</b>();\n```");
        await ann.ExpectTextAsync("\x11var tea = 1;");
        await ann.ExpectTextAsync("\x11  <b>pour</b>();");
        await Assertions.Expect(page.Messages("pour").Locator("pre")).ToHaveTextAsync("var tea = 1;\n  <b>pour</b>();");

        await ann.SendAsync("PRIVMSG #lobby :\x03" + "04红\x03 \x02<img src=x onerror=alert(1)>\x02");
        await Assertions.Expect(page.Messages("onerror").Locator(".fore-red")).ToHaveTextAsync("红");
        await Assertions.Expect(page.Messages("onerror").Locator(".b")).ToHaveTextAsync("<img src=x onerror=alert(1)>");
        Assert.Equal(0, await page.Page.Locator("img").CountAsync());
    }
}
