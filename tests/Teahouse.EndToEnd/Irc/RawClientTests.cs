using System.Security.Authentication;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Irc;

public sealed class RawClientTests
{
    [Fact]
    public async Task A_client_over_plain_TCP_and_one_over_TLS_talk_both_ways_in_Chinese_and_emoji()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await using var chen = await IrcClient.ConnectAsync(folder.Ircs, "陈晓", authority: server.AuthorityFile);
        await ann.JoinAsync("#tea");
        await chen.JoinAsync("#tea");

        await ann.SendAsync("PRIVMSG #tea :你好，来杯茶 🍵");
        var heard = await chen.ExpectTextAsync("你好，来杯茶 🍵");
        Assert.Equal("ann", heard.Source!.Name);
        Assert.Equal("#tea", heard[0]);

        await chen.SendAsync("PRIVMSG ann :一壶 🫖👩‍👩‍👧");
        heard = await ann.ExpectTextAsync("一壶 🫖👩‍👩‍👧");
        Assert.Equal("陈晓", heard.Source!.Name);
        Assert.Equal("ann", heard[0]);
    }

    [Fact]
    public async Task Who_has_a_PONG_has_heard_all_that_was_said_before()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        // Several, so that different threads read what they say.
        var speakers = new List<IrcClient>();
        for (var i = 0; i < 4; i++) speakers.Add(await IrcClient.ConnectAsync(folder.Irc, $"speaker{i}"));
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        for (var i = 0; i < 100; i++)
        {
            var speaker = speakers[i % speakers.Count];
            await speaker.SettleAsync();
            await speaker.SendAsync($"PRIVMSG ann :word {i}");
            await ann.SendAsync($"PING word{i}");
            var first = await ann.ReceiveAsync();
            Assert.Equal(("PRIVMSG", $"word {i}"), (first!.Command, first.Parameters[^1]));
            await ann.ExpectAsync("PONG");
        }
        foreach (var speaker in speakers) await speaker.DisposeAsync();
    }

    [Fact]
    public async Task A_client_that_trusts_another_server_s_authority_does_not_connect()
    {
        using var folder = new ServerFolder();
        using var otherFolder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var other = await ServerProcess.StartAsync(otherFolder);

        await Assert.ThrowsAsync<AuthenticationException>(() => IrcConnection.OpenTlsAsync(folder.Ircs, other.AuthorityFile));
    }

    [Fact]
    public async Task What_was_said_is_in_the_history_after_the_server_was_stopped_and_started_again()
    {
        using var folder = new ServerFolder();
        string id;
        await using (var before = await ServerProcess.StartAsync(folder))
        {
            await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann", "echo-message message-tags");
            await ann.JoinAsync("#lobby");
            await ann.SendAsync("PRIVMSG #lobby :还在吗");
            id = (await ann.ExpectTextAsync("还在吗")).Tags["msgid"]!;
            Assert.Equal(0, (await before.StopAsync()).ExitCode);
        }

        await using var after = await ServerProcess.StartAsync(folder);
        await using var bob = await IrcClient.ConnectAsync(folder.Irc, "bob", "message-tags batch server-time draft/chathistory");
        await bob.JoinAsync("#lobby");
        await bob.SendAsync("CHATHISTORY LATEST #lobby * 50");
        var found = await bob.ExpectTextAsync("还在吗");
        Assert.Equal(id, found.Tags["msgid"]);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1")]
    [InlineData("POST /irc HTTP/1.0")]
    public async Task An_HTTP_request_on_an_IRC_port_is_closed_before_any_line_of_it_is_taken_for_IRC(string request)
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var browser = await IrcConnection.OpenAsync(folder.Irc);

        await browser.SendAsync($"{request}\r\nHost: localhost\r\nNICK evil\r\nUSER evil 0 * :evil\r\n\r\nJOIN #tea");

        var lines = new List<string>();
        while (await browser.ReceiveAsync() is { } line) lines.Add(line.Command);
        Assert.Equal(["ERROR"], lines);
    }
}
