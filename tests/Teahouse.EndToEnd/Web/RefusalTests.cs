using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>What cannot be is said in a sentence, and everything else goes on.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("zh-CN", "去 #tea 的邀请已经无效")]
    [InlineData("en", "The invitation to #tea is no longer good")]
    public async Task An_invitation_that_is_over_says_so_and_leads_to_the_lobby(string locale, string said)
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#tea");
        await ann.SendAsync("MODE #tea +i");
        await ann.SettleAsync();
        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.OpenAsync(await browser.PersonAsync(locale), $"http://localhost:{folder.Http}/join/tea/once-it-was-good");
        await page.NameAsync("marta");
        await Assertions.Expect(page.Page.Locator(".trouble")).ToContainTextAsync(said);
        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync("lobby");
        await page.WriteAsync("here all the same");
        await page.SeeStoredAsync("here all the same");
    }

    [Fact]
    public async Task A_closed_room_says_why_and_what_was_typed_is_there_again()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#tea");
        await ann.SendAsync("MODE #tea +i");
        await ann.SettleAsync();
        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.EnterAsync(await browser.PersonAsync(), folder, "陈晓");
        await page.WriteAsync("/join tea");
        await Assertions.Expect(page.Page.Locator(".trouble")).ToHaveTextAsync("#tea：没有成功，要有邀请才能进入。");
        await Assertions.Expect(page.Composer).ToHaveValueAsync("/join tea");
    }

    [Fact]
    public async Task A_very_long_text_goes_out_in_parts_and_none_is_missing()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.EnterAsync(await browser.PersonAsync(), folder, "陈晓");
        await page.Composer.FillAsync(string.Concat(Enumerable.Range(0, 4_000).Select(i => $"word{i} ")));
        await page.Page.Keyboard.PressAsync("Enter");
        await page.SeeStoredAsync("word3999");
        await page.WriteAsync("after it");
        await page.SeeStoredAsync("after it");
        var text = string.Join(' ', await page.Page.Locator(".text").AllInnerTextsAsync());
        Assert.All(Enumerable.Range(0, 4_000), i => Assert.Contains($"word{i}", text, StringComparison.Ordinal));
    }
}
