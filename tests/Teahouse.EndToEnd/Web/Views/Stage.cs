using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;
using Teahouse.Protocol;

namespace Teahouse.EndToEnd.Web.Views;

/// <summary>A server on which a few people have talked, and the page of one of them.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const string Capabilities = "message-tags echo-message batch draft/multiline away-notify";

    private readonly ServerFolder _folder;
    private readonly ServerProcess _server;
    private readonly Chromium _browser;
    private readonly List<IrcClient> _people = [];

    private Stage(ServerFolder folder, ServerProcess server, Chromium browser, ChatPage page) =>
        (_folder, _server, _browser, Page) = (folder, server, browser, page);

    /// <summary>At the welcome until <see cref="PlayAsync"/>.</summary>
    public ChatPage Page { get; }

    /// <summary>The message that everything is tried on.</summary>
    public ILocator Message => Page.Messages("staging").First;

    /// <param name="language">As browsers name it.</param>
    public static async Task<Stage> BuildAsync(string language, int width, int height)
    {
        var folder = new ServerFolder();
        var server = await ServerProcess.StartAsync(folder);
        var browser = await Chromium.StartAsync();
        // Without motion every picture is of what stays.
        var person = await browser.PersonAsync(new BrowserNewContextOptions
        {
            Locale = language, ViewportSize = new() { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce, TimezoneId = "Asia/Shanghai",
            HasTouch = width < 640, IsMobile = width < 640,
            // The settings say that the page opens without a network.
            ServiceWorkers = ServiceWorkerPolicy.Allow,
        });
        var page = await ChatPage.OpenAsync(person, folder);
        await page.SeeKeptAsync();
        return new(folder, server, browser, page);
    }

    public async Task PlayAsync()
    {
        await Page.NameAsync("林一");
        foreach (var room in new[] { "design", "release-notes", "网络编程课" })
        {
            await Page.WriteAsync($"/join {room}");
            await Assertions.Expect(Page.Page.Locator("h1")).ToHaveTextAsync($"# {room}");
        }
        await Page.WriteAsync("/join lobby");
        await Assertions.Expect(Page.Page.Locator("h1")).ToHaveTextAsync("# lobby");

        var marta = await ComeAsync("Marta", "#lobby", "#design", "#release-notes");
        var chen = await ComeAsync("陈晓", "#lobby", "#网络编程课");
        var ravi = await ComeAsync("Ravi", "#lobby");
        await ComeAsync("build-bot", "#lobby");

        var build = await SayAsync(marta, "#lobby", "The new build is on **staging**.".Replace("**", "\u0002", StringComparison.Ordinal) + " Restarted the server twice under load, not one message missing.");
        await marta.SendAsync("BATCH +c draft/multiline #lobby\r\n"
            + "@batch=c PRIVMSG #lobby :\u0011$ teahouse check --clients 50 --messages 200000 --kill-every 5s\u0011\r\n"
            + "@batch=c PRIVMSG #lobby :\u0011200000 sent · 0 lost · 0 doubled · 0 reordered · 38 kills\u0011\r\nBATCH -c");
        await Page.SeeAsync("38 kills");
        foreach (var (who, what) in new[] { (chen, "🍵"), (ravi, "🍵"), (ravi, "🎉") })
            await who.SendAsync($"@+draft/reply={build};+draft/react={what} TAGMSG #lobby");
        await chen.SendAsync($"@+draft/reply={build} PRIVMSG #lobby :@林一 搜索“上海”现在能找到“我家在上海东边”了，两个字也可以。");
        await Page.SeeAsync("两个字也可以");
        await Page.WriteAsync("太好了！我把 `seq` 的文档补上。");
        await Page.SeeStoredAsync("的文档补上");
        await SayAsync(ravi, "#lobby", "Nice. https://example.org/teahouse has the notes.");
        await SayAsync(marta, "#design", "林一, the new icons are in");
        for (var i = 1; i <= 3; i++) await SayAsync(marta, "#release-notes", $"0.{i} is out");
        await SayAsync(chen, "林一", "下午三点喝茶？");
        await marta.SendAsync("AWAY :去开会");
        await Page.SeeAsync("has the notes");
        await chen.SendAsync("@+typing=active TAGMSG #lobby");
        await Assertions.Expect(Page.Page.Locator(".typing")).ToBeVisibleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people) await person.DisposeAsync();
        await _browser.DisposeAsync();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<IrcClient> ComeAsync(string nick, params string[] rooms)
    {
        var client = await IrcClient.ConnectAsync(_folder.Irc, nick, Capabilities);
        _people.Add(client);
        foreach (var room in rooms) await client.JoinAsync(room);
        return client;
    }

    // The message's id.
    private static async Task<string> SayAsync(IrcClient client, string target, string text)
    {
        await client.SendAsync($"PRIVMSG {target} :{text}");
        return (await client.ExpectTextAsync(text)).Tags[TagNames.MsgId]!;
    }
}
