using Teahouse.Core.Log;

namespace Teahouse.Server.Tests.Hosting;

/// <summary>Searching over the wire, with the store and the index that the program has.</summary>
public sealed class SearchTests
{
    [Fact]
    public async Task One_and_two_Chinese_characters_find_exactly_the_messages_that_hold_them()
    {
        await using var server = await TestServer.StartAsync("[[listen]]\naddress = \"127.0.0.1:0\"\n");
        await using var ann = await server.ConnectAsync();
        await ann.SendAsync("CAP REQ :soju.im/search batch draft/message-redaction echo-message message-tags", "CAP END");
        await ann.RegisterAsync("ann");
        await ann.SendAsync("JOIN #tea", "PRIVMSG #tea :我喜欢喝茶", "PRIVMSG #tea :茶很好喝", "PRIVMSG #tea :咖啡", "PRIVMSG #tea :喝茶的杯子");
        var last = await ann.ReadUntilAsync("喝茶的杯子");

        for (var indexed = 0; indexed < 2; indexed++)
        {
            Assert.Equal(["我喜欢喝茶", "茶很好喝", "喝茶的杯子"], await SearchAsync(ann, "茶"));
            Assert.Equal(["我喜欢喝茶", "喝茶的杯子"], await SearchAsync(ann, "喝茶"));
            Assert.Equal(["茶很好喝"], await SearchAsync(ann, "好喝"));
            Assert.Equal(["咖啡"], await SearchAsync(ann, "啡"));
            Assert.Empty(await SearchAsync(ann, "茶喝"));
            await IndexedAsync(server, ann);
        }

        await ann.SendAsync($"REDACT #tea {last![(last!.IndexOf("msgid=", StringComparison.Ordinal) + 6)..].Split(' ', ';')[0]}");
        Assert.Equal(["我喜欢喝茶"], await SearchAsync(ann, "喝茶"));
        await IndexedAsync(server, ann);
        Assert.Equal(["我喜欢喝茶"], await SearchAsync(ann, "喝茶"));
    }

    /// <summary>The server has taken into the index, in its own time, what was said.</summary>
    private static async Task IndexedAsync(TestServer server, IrcPeer peer)
    {
        var tea = (await server.Store.Log.FindAsync(ConversationKey.Channel("#tea")))!;
        while (await server.Store.Search.PositionAsync(tea.Id, tea.Epoch) < tea.LastSequence)
        {
            await peer.SendAsync("PING :still here");
            Assert.NotNull(await peer.ReadUntilAsync("still here"));
        }
    }

    private static async Task<List<string>> SearchAsync(IrcPeer peer, string text)
    {
        await peer.SendAsync($"SEARCH in=#tea;text={text}");
        Assert.NotNull(await peer.ReadUntilAsync("soju.im/search"));
        List<string> found = [];
        while (await peer.ReadUntilAsync(" ") is { } line && !line.Contains(" BATCH -", StringComparison.Ordinal)) found.Add(line[(line.LastIndexOf(':') + 1)..]);
        return found;
    }
}
