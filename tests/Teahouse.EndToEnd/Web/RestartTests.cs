using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

public sealed class RestartTests
{
    [Fact]
    public async Task The_page_says_that_the_server_is_away_and_afterwards_everything_said_is_there_once()
    {
        using var folder = new ServerFolder();
        await using var browser = await Chromium.StartAsync();
        ChatPage page;
        await using (var before = await ServerProcess.StartAsync(folder))
        {
            page = await ChatPage.EnterAsync(await browser.PersonAsync(), folder, "陈晓");
            await page.WriteAsync("断线之前");
            await page.SeeStoredAsync("断线之前");
            await Assertions.Expect(page.Banner).ToHaveCountAsync(0);
            await before.KillAsync();
        }

        await Assertions.Expect(page.Banner).ToContainTextAsync("已保存");
        await page.WriteAsync("断线时写的");
        await Assertions.Expect(page.Messages("断线时写的")).ToContainTextAsync("待发送");

        await using var after = await ServerProcess.StartAsync(folder);
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann", "message-tags batch server-time draft/chathistory");
        await ann.JoinAsync("#lobby");
        await ann.SendAsync("PRIVMSG #lobby :重启之后");

        await page.SeeAsync("重启之后");
        await Assertions.Expect(page.Banner).ToHaveCountAsync(0);
        await page.SeeStoredAsync("断线时写的");
        // The room has one order: when this is here, everything before it is.
        await ann.SendAsync("PRIVMSG #lobby :说完了");
        await page.SeeAsync("说完了");
        string[] said = ["断线之前", "断线时写的", "重启之后", "说完了"];
        foreach (var text in said) Assert.Equal(1, await page.Messages(text).CountAsync());

        await ann.SettleAsync();
        await ann.SendAsync("CHATHISTORY LATEST #lobby * 50");
        var stored = (await ann.SettleAsync()).Where(message => message.Command == "PRIVMSG").Select(message => message[1]);
        Assert.Equal(said.Order(StringComparer.Ordinal), stored.Order(StringComparer.Ordinal));
    }
}
