using Teahouse.EndToEnd.Servers;
using Teahouse.EndToEnd.Terminals;

namespace Teahouse.EndToEnd.Web;

/// <summary>The page in a real browser and a real irssi: two people who chose differently.</summary>
public sealed class BrowserAndIrssiTests
{
    [Fact]
    public async Task The_page_and_irssi_over_TLS_talk_both_ways_in_the_room_and_alone()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.EnterAsync(await browser.PersonAsync(), folder, "陈晓");
        await using var irssi = await Irssi.InLobbyAsync(folder, server);

        await page.WriteAsync("大家好，来喝茶 🍵👩‍👩‍👧");
        // Cells of a terminal: what an emoji of several parts looks like there is the terminal's business.
        await irssi.ExpectAsync("陈晓> ", "大家好，来喝茶 🍵");
        await irssi.TypeAsync("马上到 🫖👩‍👩‍👧");
        await page.SeeAsync("马上到 🫖👩‍👩‍👧");
        Assert.Equal(1, await page.Messages("马上到").CountAsync());

        await irssi.TypeAsync("/msg 陈晓 悄悄话 🤫");
        await page.OpenChatAsync("irssi");
        await page.SeeAsync("悄悄话 🤫");
        await page.WriteAsync("我听见了 👂");
        await irssi.ExpectAsync("陈晓", "我听见了 👂");
    }
}
