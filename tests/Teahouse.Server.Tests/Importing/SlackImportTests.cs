using Teahouse.Server.Importing;

namespace Teahouse.Server.Tests.Importing;

public sealed class SlackImportTests
{
    private const string Users = """[{"id":"U1","name":"ann.lee","profile":{"display_name":"小安"}},{"id":"U2","name":"bob!","profile":{"display_name":""}}]""";

    private const string Day = """
        [
          {"type":"message","subtype":"channel_join","user":"U2","text":"<@U2> has joined","ts":"1700000000.000100"},
          {"type":"message","user":"U1","text":"你好 <@U2>, see <https://example.org/a|the page> &amp; <#C1|general>","ts":"1700000001.500000","thread_ts":"1700000001.500000",
           "reactions":[{"name":"tea","users":["U2"],"count":1}]},
          {"type":"message","user":"U2","text":"first\nsecond","ts":"1700000002.000000","thread_ts":"1700000001.500000","files":[{"name":"a.png","url_private":"https://files.example.org/a.png"}]}
        ]
        """;

    [Fact]
    public async Task A_workspace_becomes_rooms_with_people_times_replies_and_reactions()
    {
        await using var scene = await OpenAsync();
        var outcome = await scene.ImportAsync(new SlackExport(withPrivate: false), scene.Zip());

        Assert.Equal([new("#general", 3, 0, 0)], outcome.Rooms);
        Assert.Equal([("bob!", "bob")], outcome.Nicks);
        Assert.Equal("private channels (--private takes them)", Assert.Single(outcome.LeftOut).What.English);
        Assert.Equal(1, outcome.Empty);
        Assert.Equal(
            [
                "2023-11-14T22:13:21.500Z 小安 你好 @bob!, see the page (https://example.org/a) & #general",
                "2023-11-14T22:13:21.500Z bob :tea:",
            ], (await scene.HistoryAsync("#general")).Take(2));
    }

    [Fact]
    public async Task Doing_it_again_doubles_nothing_and_takes_what_is_new()
    {
        await using var scene = await OpenAsync();
        await scene.ImportAsync(new SlackExport(withPrivate: false));
        Assert.Equal([new("#general", 0, 3, 0)], (await scene.ImportAsync(new SlackExport(withPrivate: false))).Rooms);
        var before = await scene.HistoryAsync("#general");

        scene.Write("general/2023-11-16.json", """[{"type":"message","user":"U1","text":"later","ts":"1700100000.000000"}]""");
        Assert.Equal([new("#general", 1, 3, 0)], (await scene.ImportAsync(new SlackExport(withPrivate: false))).Rooms);
        Assert.Equal([.. before, "2023-11-16T02:00:00.000Z 小安 later"], await scene.HistoryAsync("#general"));
    }

    [Fact]
    public async Task What_is_said_meanwhile_stays_and_what_is_older_finds_no_place()
    {
        await using var scene = await OpenAsync();
        await scene.ImportAsync(new SlackExport(withPrivate: false));
        await scene.HistoryAsync("#general");
        await using (var ann = await scene.Server.ConnectAsync())
        {
            await ann.SendAsync("CAP REQ :echo-message", "CAP END", "PASS :ann:anns password");
            await ann.RegisterAsync("ann");
            await ann.SendAsync("JOIN #general", "PRIVMSG #general :new here");
            Assert.NotNull(await ann.ReadUntilAsync("new here"));
        }
        scene.Write("general/2023-11-16.json", """[{"type":"message","user":"U1","text":"later","ts":"1700100000.000000"}]""");
        Assert.Equal([new("#general", 0, 3, 1)], (await scene.ImportAsync(new SlackExport(withPrivate: false))).Rooms);
    }

    [Fact]
    public async Task A_room_with_messages_of_its_own_is_not_mixed_unless_it_is_called_otherwise()
    {
        await using var scene = await OpenAsync();
        await using (var ann = await scene.Server.ConnectAsync())
        {
            await ann.SendAsync("CAP REQ :echo-message", "CAP END", "PASS :ann:anns password");
            await ann.RegisterAsync("ann");
            await ann.SendAsync("JOIN #general", "PRIVMSG ChanServ :REGISTER #general", "PRIVMSG #general :mine");
            Assert.NotNull(await ann.ReadUntilAsync("mine"));
        }
        Assert.StartsWith("#general has later messages already: ", await scene.RefusalAsync(new SlackExport(withPrivate: false)), StringComparison.Ordinal);
        Assert.Equal([new("#old", 3, 0, 0)], (await scene.ImportAsync(new SlackExport(withPrivate: false), names: ("general", "#old"))).Rooms);
        // Clients that know no multiline get three lines of the second one.
        Assert.Equal(1 + 1 + 3, (await scene.HistoryAsync("#old")).Count);
    }

    [Fact]
    public async Task Private_channels_come_only_when_wanted_and_are_closed()
    {
        await using var scene = await OpenAsync();
        var outcome = await scene.ImportAsync(new SlackExport(withPrivate: true));
        Assert.Equal(["#general", "#secrets"], outcome.Rooms.Select(room => room.Room));
        Assert.Equal(["2023-11-14T22:13:21.000Z 小安 hush"], await scene.HistoryAsync("#secrets"));
        await using var bob = await scene.Server.ConnectAsync();
        await bob.RegisterAsync("bob");
        await bob.SendAsync("JOIN #secrets");
        Assert.NotNull(await bob.ReadUntilAsync(" 473 "));
    }

    [Fact]
    public async Task Only_looking_stores_nothing()
    {
        await using var scene = await OpenAsync();
        Assert.Equal([new("#general", 3, 0, 0)], (await scene.ImportAsync(new SlackExport(withPrivate: false), onlyLook: true)).Rooms);
        Assert.Empty(await scene.HistoryAsync("#general"));
    }

    private static async Task<ImportScene> OpenAsync()
    {
        var scene = await ImportScene.OpenAsync();
        scene.Write("channels.json", """[{"id":"C1","name":"general","topic":{"value":"tea"}},{"id":"C2","name":"quiet"}]""");
        scene.Write("groups.json", """[{"id":"G1","name":"secrets"}]""");
        scene.Write("users.json", Users);
        scene.Write("general/2023-11-14.json", Day);
        scene.Write("secrets/2023-11-14.json", """[{"type":"message","user":"U1","text":"hush","ts":"1700000001.000000"}]""");
        return scene;
    }
}
