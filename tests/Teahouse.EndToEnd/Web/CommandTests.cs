using Microsoft.Playwright;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Web;

/// <summary>What people of IRC write with a slash.</summary>
public sealed class CommandTests
{
    [Fact]
    public async Task Order_is_kept_from_the_keyboard_with_names_that_are_completed_and_a_wrong_use_says_how_it_is_written()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.EnterAsync(await browser.PersonAsync("en"), folder, "Marta");
        await page.WriteAsync("/join tea");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("# tea");
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#tea");
        var people = page.Page.Locator(".people li");
        await Assertions.Expect(people).ToHaveCountAsync(2);

        await CompleteAsync(page, "/ki", "/kick ");
        await CompleteAsync(page, "an", "/kick ann ");
        await page.Page.Keyboard.TypeAsync("too loud");
        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("too loud", (await ann.ExpectAsync("KICK", m => m[1] == "ann"))[2]);
        await Assertions.Expect(people).ToHaveCountAsync(1);

        var trouble = page.Page.Locator(".trouble");
        await page.WriteAsync("/kick");
        await Assertions.Expect(trouble).ToHaveTextAsync("It is written like this: /kick name [reason]");
        await Assertions.Expect(page.Composer).ToHaveValueAsync("/kick");
        await page.WriteAsync("/kick ann again");
        await Assertions.Expect(trouble).ToContainTextAsync("ann: that did not work");
        await Assertions.Expect(page.Composer).ToHaveValueAsync("/kick ann again");

        await page.WriteAsync("/invite ann");
        Assert.Equal("#tea", (await ann.ExpectAsync("INVITE", m => m[0] == "ann"))[1]);
        await ann.JoinAsync("#tea");
        await Assertions.Expect(people).ToHaveCountAsync(2);
        await page.WriteAsync("/op ann");
        await ann.ExpectAsync("MODE", m => m[1] == "+o" && m[2] == "ann");
        await page.WriteAsync("/deop ann");
        await ann.ExpectAsync("MODE", m => m[1] == "-o" && m[2] == "ann");
        await page.WriteAsync("/ban ann enough");
        Assert.Equal("enough", (await ann.ExpectAsync("KICK", m => m[1] == "ann"))[2]);
        await page.WriteAsync("/unban nobody");
        await Assertions.Expect(trouble).ToHaveTextAsync("nobody: that did not work, nobody like that is banned here.");
        await page.WriteAsync("/unban ann");
        await Assertions.Expect(page.Page.GetByText("unbanned")).ToBeVisibleAsync();
        await ann.JoinAsync("#tea");
        await Assertions.Expect(people).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Names_rooms_and_messages_are_reached_by_commands_and_help_lists_them()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await Chromium.StartAsync();
        var page = await ChatPage.EnterAsync(await browser.PersonAsync(), folder, "陈晓");
        await page.WriteAsync("一壶龙井");
        await page.SeeStoredAsync("一壶龙井");

        await page.WriteAsync("/search 龙井");
        await Assertions.Expect(page.Page.Locator(".panel").GetByText("一壶龙井")).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await page.WriteAsync("/whois 陈晓");
        await Assertions.Expect(page.Page.Locator("#profile[open]")).ToContainTextAsync("陈晓");
        await page.Page.Keyboard.PressAsync("Escape");
        await page.WriteAsync("/list");
        await Assertions.Expect(page.Page.Locator("#directory[open]")).ToContainTextAsync("lobby");
        await page.Page.Keyboard.PressAsync("Escape");
        await page.WriteAsync("/join 茶");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("# 茶");
        await page.WriteAsync("/rename 绿茶");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("# 绿茶");
        await page.WriteAsync("/part 再见");
        await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync("# lobby");
        await page.WriteAsync("/help");
        await Assertions.Expect(page.Page.Locator("#commands[open]")).ToContainTextAsync("/kick 名字 [原因]");
    }

    private static async Task CompleteAsync(ChatPage page, string typed, string becomes)
    {
        await page.Composer.PressSequentiallyAsync(typed);
        await page.Page.Locator("[role=option]").First.WaitForAsync();
        await page.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Composer).ToHaveValueAsync(becomes);
    }
}
