using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>What wants to be more than text stays text: in messages, topics, statuses and reasons.</summary>
public sealed class HostileContentTests
{
    private static readonly string Zalgo = "Z" + string.Concat(Enumerable.Repeat("\u0300\u0315\u031b\u0489", 25)) + "algo";

    /// <summary>What is sent, and a part of it that is seen.</summary>
    private static readonly (string Sent, string Seen)[] Corpus =
    [
        ("<script>window.hacked = 1</script> one", "<script>window.hacked = 1</script> one"),
        ("<img src=x onerror=\"window.hacked = 1\"> two", "<img src=x onerror=\"window.hacked = 1\"> two"),
        ("\"><svg onload=window.hacked=1> three", "\"><svg onload=window.hacked=1> three"),
        ("</textarea></div><iframe srcdoc='<script>parent.hacked=1</script>'> four", "</textarea></div><iframe srcdoc="),
        ("javascript:window.hacked=1 five", "javascript:window.hacked=1 five"),
        ("data:text/html,<script>hacked=1</script> six", "data:text/html,"),
        ("&lt;b&gt; &#x3C;script&#x3E; seven", "&lt;b&gt; &#x3C;script&#x3E; seven"),
        ("\u202Eevil\u2066 \u2067eight", "evil eight"),
        (Zalgo + " nine", "algo nine"),
        ("\u0003,99\u0002\u001d\u0004FFFFFFten\u0003", "ten"),
        (new string('W', 380) + " eleven", "eleven"),
        ("\u0001ACTION <b>twelve</b>\u0001", "<b>twelve</b>"),
    ];

    [Fact]
    public async Task Nothing_that_is_said_becomes_anything_but_text_or_breaks_the_page()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.EnterAsync(await browser.PersonAsync(new BrowserNewContextOptions { Locale = "en", ViewportSize = new() { Width = 800, Height = 900 } }), folder, "Marta");
        await using var eve = await IrcClient.ConnectAsync(folder.Irc, "eve");
        await eve.JoinAsync("#lobby");
        await eve.JoinAsync("#trap");
        await eve.SendAsync("TOPIC #trap :<script>window.hacked=1</script>\u202E" + Zalgo);
        await eve.SendAsync("AWAY :<img src=x onerror=window.hacked=1>\u202Ebusy");
        foreach (var (sent, seen) in Corpus)
        {
            await eve.SendAsync($"PRIVMSG #lobby :{sent}");
            await page.SeeAsync(seen);
        }
        await eve.SendAsync("PART #lobby :</script><script>window.hacked=1</script>");
        await page.WriteAsync("/join trap");
        await Assertions.Expect(page.Page.Locator(".topic")).ToContainTextAsync("<script>window.hacked=1</script>");
        await page.OpenChatAsync("lobby");
        await page.SeeAsync("eleven");

        Assert.Equal("", await page.Page.EvaluateAsync<string>("String(window.hacked ?? '')"));
        await Assertions.Expect(page.Page.Locator("#app script, #app img, #app iframe, .rows svg:not(.icon), .rows a")).ToHaveCountAsync(0);
        // Nothing is wider than the page, and stacked marks do not climb over their neighbours.
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth && [...document.querySelectorAll('.pane')].every((pane) => pane.scrollWidth <= pane.clientWidth + 1)"));
        Assert.True((await page.Messages("algo nine").Locator(".text").BoundingBoxAsync())!.Height < 120);
        // The policy of the page lets no inline script run, whoever writes it.
        await page.Page.EvaluateAsync("() => { const script = document.createElement('script'); script.textContent = 'window.hacked = 1'; document.body.append(script); }");
        Assert.Equal("", await page.Page.EvaluateAsync<string>("String(window.hacked ?? '')"));
    }
}
