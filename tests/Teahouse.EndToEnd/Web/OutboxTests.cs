using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>What is written while the server is away, and what becomes of it when tabs end.</summary>
public sealed class OutboxTests
{
    private const string Kept = """
        () => new Promise((resolve, reject) => {
            const open = indexedDB.open("teahouse.outbox", 1);
            open.onerror = () => reject(open.error);
            open.onsuccess = () => {
                const count = open.result.transaction("messages").objectStore("messages").count();
                count.onsuccess = () => { open.result.close(); resolve(count.result); };
            };
        })
        """;

    [Fact]
    public async Task What_waits_when_the_tab_crashes_is_sent_once_by_the_next_visit()
    {
        using var folder = new ServerFolder();
        await using var browser = await Chromium.StartAsync();
        var person = await browser.PersonAsync();
        await using (var before = await ServerProcess.StartAsync(folder))
        {
            var page = await ChatPage.EnterAsync(person, folder, "陈晓");
            await page.WriteAsync("断线之前");
            await page.SeeStoredAsync("断线之前");
            await before.KillAsync();
            await Assertions.Expect(page.Banner).ToBeVisibleAsync();
            await page.WriteAsync("等待的第一条");
            await page.WriteAsync("等待的第二条\n有两行");
            await SeeKeptAsync(page, 2);
            await Assert.ThrowsAsync<PlaywrightException>(() => page.Page.GotoAsync("chrome://crash"));
        }

        await using var after = await ServerProcess.StartAsync(folder);
        var next = await ChatPage.OpenAsync(person, folder);
        await next.SeeStoredAsync("等待的第一条");
        await next.SeeStoredAsync("等待的第二条");
        await SeeKeptAsync(next, 0);
        await next.Page.ReloadAsync();
        await next.SeeStoredAsync("等待的第二条");
        foreach (var text in new[] { "断线之前", "等待的第一条", "等待的第二条" }) Assert.Equal(1, await next.Messages(text).CountAsync());
        Assert.Equal(["断线之前", "等待的第一条", "等待的第二条", "有两行"], await StoredAsync(folder));
    }

    [Fact]
    public async Task Of_two_tabs_without_a_connection_each_message_is_sent_once_also_of_the_one_that_is_closed()
    {
        using var folder = new ServerFolder();
        await using var browser = await Chromium.StartAsync();
        var person = await browser.PersonAsync();
        ChatPage first, second;
        await using (var before = await ServerProcess.StartAsync(folder))
        {
            first = await ChatPage.EnterAsync(person, folder, "陈晓");
            await first.WriteAsync("断线之前");
            await first.SeeStoredAsync("断线之前");
            second = await ChatPage.OpenAsync(person, folder);
            await second.SeeAsync("断线之前");
            await before.KillAsync();
        }
        foreach (var page in new[] { first, second }) await Assertions.Expect(page.Banner).ToBeVisibleAsync();
        foreach (var number in new[] { "甲", "乙" })
        {
            await first.WriteAsync($"第一页{number}");
            await second.WriteAsync($"第二页{number}");
        }
        await SeeKeptAsync(first, 4);
        await second.Page.CloseAsync();

        await using var after = await ServerProcess.StartAsync(folder);
        foreach (var text in new[] { "第一页甲", "第一页乙", "第二页甲", "第二页乙" }) await first.SeeStoredAsync(text);
        await SeeKeptAsync(first, 0);
        var stored = await StoredAsync(folder);
        Assert.Equal(5, stored.Length);
        Assert.Equal(["第一页甲", "第一页乙"], stored.Where(text => text.StartsWith("第一页", StringComparison.Ordinal)));
        Assert.Equal(["第二页甲", "第二页乙"], stored.Where(text => text.StartsWith("第二页", StringComparison.Ordinal)));
        foreach (var text in stored) Assert.Equal(1, await first.Messages(text).CountAsync());
    }

    [Fact]
    public async Task Two_tabs_that_come_back_send_each_message_once()
    {
        using var folder = new ServerFolder();
        await using var browser = await Chromium.StartAsync();
        var person = await browser.PersonAsync();
        var server = await ServerProcess.StartAsync(folder);
        try
        {
            ChatPage[] pages = [await ChatPage.EnterAsync(person, folder, "陈晓"), await ChatPage.OpenAsync(person, folder)];
            List<string> written = [];
            for (var round = 0; round < 3; round++)
            {
                for (var i = 0; i < pages.Length; i++)
                {
                    // One is on its way when the server is killed, one is written after it.
                    written.Add($"第{round}轮{i}页在路上");
                    await pages[i].WriteAsync(written[^1]);
                }
                await server.KillAsync();
                for (var i = 0; i < pages.Length; i++)
                {
                    written.Add($"第{round}轮{i}页断线后");
                    await pages[i].WriteAsync(written[^1]);
                }
                await server.DisposeAsync();
                server = await ServerProcess.StartAsync(folder);
                foreach (var page in pages)
                    foreach (var text in written) await page.SeeStoredAsync(text);
            }
            Assert.Equal(written.Order(StringComparer.Ordinal), (await StoredAsync(folder)).Order(StringComparer.Ordinal));
            foreach (var page in pages)
                foreach (var text in written) Assert.Equal(1, await page.Messages(text).CountAsync());
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static Task<string> SeeKeptAsync(ChatPage page, int count) => Patience.SeeAsync(
        async () => await page.Page.EvaluateAsync<int>(Kept) == count ? "" : null, () => $"The outbox never held {count} messages.");

    /// <summary>What the server has, line by line.</summary>
    private static async Task<string[]> StoredAsync(ServerFolder folder)
    {
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann", "message-tags batch server-time draft/chathistory");
        await ann.JoinAsync("#lobby");
        await ann.SettleAsync();
        await ann.SendAsync("CHATHISTORY LATEST #lobby * 100");
        return [.. (await ann.SettleAsync()).Where(message => message.Command == "PRIVMSG").Select(message => message[1])];
    }
}
