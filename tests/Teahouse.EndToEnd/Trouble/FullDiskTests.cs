using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;
using Teahouse.Protocol;

namespace Teahouse.EndToEnd.Trouble;

public sealed class FullDiskTests
{
    /// <summary>Messages after which a disk without room must have refused some, or one with room taken one.</summary>
    private const int Attempts = 2_000;

    private const string Capabilities = "message-tags batch echo-message labeled-response server-time draft/chathistory";

    [Fact]
    public async Task A_disk_that_fills_up_refuses_messages_visibly_and_takes_them_again_when_there_is_room()
    {
        using var folder = new ServerFolder();
        folder.Set("history", "messages_per_request", 1000);
        var wrapper = await SmallDisk.WrapperAsync(folder, "16m");
        await using var server = await ServerProcess.StartAsync(folder, wrapper);
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann", Capabilities);
        await using var bob = await IrcClient.ConnectAsync(folder.Irc, "bob", Capabilities);
        await ann.JoinAsync("#tea");
        await bob.JoinAsync("#tea");
        List<string> echoed = [], refused = [];
        Assert.True(await SayAsync(ann, "while there is room", echoed, refused));

        var filler = SmallDisk.Inside(server, folder, "filler");
        SmallDisk.Fill(filler);
        // What the store's files have room for may still pass.
        for (var i = 0; i < Attempts && refused.Count < 5; i++) await SayAsync(ann, $"no room {i} {new string('x', 300)}", echoed, refused);
        Assert.Equal(5, refused.Count);

        File.Delete(filler);
        var taken = false;
        for (var i = 0; i < Attempts && !taken; i++) taken = await SayAsync(ann, $"room again {i}", echoed, refused);
        Assert.True(taken);
        Assert.True(await SayAsync(ann, "and more", echoed, refused));

        Assert.Equal(echoed, await TextsAsync(bob));
        await bob.SendAsync("CHATHISTORY LATEST #tea * 1000");
        Assert.Equal(echoed, await TextsAsync(bob));
    }

    private static async Task<List<string>> TextsAsync(IrcClient client) =>
        [.. (await client.SettleAsync()).Where(message => message.Command == "PRIVMSG").Select(message => message[1])];

    /// <returns>False if it was refused; then nobody saw it.</returns>
    private static async Task<bool> SayAsync(IrcClient client, string text, List<string> echoed, List<string> refused)
    {
        await client.SendAsync($"@label=say PRIVMSG #tea :{text}");
        Message answer;
        do answer = await client.ReceiveAsync() ?? throw new InvalidOperationException("The server has ended.");
        while (answer.Tags[TagNames.Label] != "say");
        if (answer.Command == "PRIVMSG")
        {
            echoed.Add(text);
            return true;
        }
        Assert.Equal(("FAIL", "NOT_STORED"), (answer.Command, answer[1]));
        refused.Add(text);
        return false;
    }
}
