using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Terminals;

public sealed class IrssiTests
{
    [Fact]
    public async Task Irssi_connects_with_the_line_that_the_start_prints_and_talks_both_ways()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var irssi = await Irssi.InLobbyAsync(folder, server);
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#lobby");
        await irssi.ExpectAsync("ann", "has joined #lobby");

        await irssi.TypeAsync("来喝茶吗 🍵");
        var heard = await ann.ExpectTextAsync("来喝茶吗 🍵");
        Assert.Equal("irssi", heard.Source!.Name);

        await ann.SendAsync("PRIVMSG #lobby :马上到");
        await irssi.ExpectAsync("ann> ", "马上到");

        await irssi.TypeAsync("/msg ann 悄悄话");
        Assert.Equal("ann", (await ann.ExpectTextAsync("悄悄话"))[0]);
    }

    [Fact]
    public async Task Irssi_comes_back_by_itself_after_a_restart_and_talks_on()
    {
        using var folder = new ServerFolder();
        await using var before = await ServerProcess.StartAsync(folder);
        await using var irssi = await Irssi.InLobbyAsync(folder, before, "server_reconnect_time 10s");
        await before.StopAsync();
        await irssi.ExpectAsync("Connection lost to localhost");

        await using var after = await ServerProcess.StartAsync(folder);
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#lobby");
        await ann.ExpectAsync("JOIN", message => message.Source!.Name == "irssi");
        await ann.SendAsync("PRIVMSG #lobby :欢迎回来");
        await irssi.ExpectAsync("ann> ", "欢迎回来");
        await irssi.TypeAsync("我在");
        await ann.ExpectTextAsync("我在");
    }
}
