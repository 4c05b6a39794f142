using Teahouse.Server.Importing;

namespace Teahouse.Server.Tests.Importing;

public sealed class OtherImportTests
{
    private static readonly LocalTimes Shanghai = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    private static readonly string[] Hours = ["2024-01-02T12:34:56.000Z ann hello", "2024-01-02T12:34:56.000Z ann hello", "2024-01-02T12:35:00.000Z bob \u0001ACTION waves\u0001"];

    [Fact]
    public async Task A_Mattermost_export_becomes_rooms_with_replies_and_reactions()
    {
        await using var scene = await ImportScene.OpenAsync();
        scene.Write("import.jsonl", """
            {"type":"version","version":1}
            {"type":"team","team":{"name":"tea"}}
            {"type":"channel","channel":{"team":"tea","name":"town-square","display_name":"Town","type":"O","header":"hi"}}
            {"type":"user","user":{"username":"ann"}}
            {"type":"post","post":{"team":"tea","channel":"town-square","user":"ann","message":"hello","create_at":1700000001500,"replies":[{"user":"1st","message":"two\nlines","create_at":1700000003000}],"reactions":[{"user":"bob","emoji_name":"tea","create_at":1700000002000}]}}
            {"type":"direct_post","direct_post":{"channel_members":["ann","bob"],"user":"ann","message":"secret","create_at":1700000001500}}
            """);
        var outcome = await scene.ImportAsync(new MattermostExport(withPrivate: false), scene.Zip());
        Assert.Equal([new("#town-square", 3, 0, 0)], outcome.Rooms);
        Assert.Equal([("1st", "_1st")], outcome.Nicks);
        Assert.Equal("direct conversations", Assert.Single(outcome.LeftOut).What.English);
        Assert.Equal([new("#town-square", 0, 3, 0)], (await scene.ImportAsync(new MattermostExport(withPrivate: false))).Rooms);
        var history = await scene.HistoryAsync("#town-square");
        Assert.Equal(["2023-11-14T22:13:21.500Z ann hello", "2023-11-14T22:13:22.000Z bob :tea:"], history.Take(2));
    }

    [Fact]
    public async Task Logs_of_irssi_have_their_days_from_marks_and_their_hours_from_the_zone()
    {
        await using var scene = await ImportScene.OpenAsync();
        scene.Write("net/#tea.log", """
            --- Log opened Tue Jan 02 20:30:00 2024
            20:34:56 < ann> hello
            20:34:56 < ann> hello
            20:34:58 -!- cat [~c@host] has joined #tea
            20:35:00  * bob waves
            --- Day changed Wed Jan 03 2024
            00:01:00 <@bob> late
            --- Log closed Wed Jan 03 00:02:00 2024
            """);
        scene.Write("net/ann.log", "20:00 <ann> private\n");
        var outcome = await scene.ImportAsync(new ChatLogs(new IrssiLogs(Shanghai)));
        Assert.Equal([new("#tea", 4, 0, 0)], outcome.Rooms);
        Assert.Equal("logs that are of no channel", Assert.Single(outcome.LeftOut).What.English);
        Assert.Equal([new("#tea", 0, 4, 0)], (await scene.ImportAsync(new ChatLogs(new IrssiLogs(Shanghai)))).Rooms);
        Assert.Equal([.. Hours, "2024-01-02T16:01:00.000Z bob late"], await scene.HistoryAsync("#tea"));
    }

    [Fact]
    public async Task Logs_of_ZNC_have_a_file_for_each_day()
    {
        await using var scene = await ImportScene.OpenAsync();
        scene.Write("net/#tea/2024-01-02.log", "[20:34:56] <ann> hello\n[20:34:56] <ann> hello\n[20:34:58] *** Joins: cat (c@host)\n[20:35:00] * bob waves\n");
        scene.Write("net/#tea/2024-01-03.log", "[00:01:00] -bob- late\n");
        Assert.Equal([new("#tea", 4, 0, 0)], (await scene.ImportAsync(new ChatLogs(new ZncLogs(Shanghai)))).Rooms);
        Assert.Equal([.. Hours, "2024-01-02T16:01:00.000Z bob late"], await scene.HistoryAsync("#tea"));
    }

    [Fact]
    public async Task Logs_of_The_Lounge_say_their_time_and_the_same_channel_of_two_networks_is_two_rooms()
    {
        await using var scene = await ImportScene.OpenAsync();
        const string log = "[2024-01-02T12:34:56.000Z] <ann> hello\n[2024-01-02T12:34:56.000Z] <ann> hello\n[2024-01-02T12:34:58.000Z] *** cat (c@host) joined\n[2024-01-02T12:35:00.000Z] * @bob waves\n";
        scene.Write("one/#tea.log", log);
        scene.Write("two/#tea.log", log);
        var outcome = await scene.ImportAsync(new ChatLogs(new LoungeLogs()), names: ("two/#tea", "#tea2"));
        Assert.Equal([new("#one/#tea", 3, 0, 0), new("#tea2", 3, 0, 0)], outcome.Rooms);
        Assert.Equal(Hours, await scene.HistoryAsync("#tea2"));
    }
}
