namespace Teahouse.Client.Tests;

/// <summary>Going to what was said first on a day, and finding what answers or names the reader.</summary>
public sealed class LookingAtDaysTests
{
    private const string Capabilities = FakeServer.AllCapabilities + " soju.im/search";

    [Fact]
    public async Task A_moment_long_ago_is_an_excursion_to_the_first_message_since()
    {
        await using var server = new FakeServer(rooms: "#tea");
        var link = await InTeaAsync(server, FakeServer.Entry(100), FakeServer.Entry(101));
        var going = await GoAsync(server, second: 50);
        FakeServer.Answer(link, await link.ExpectLabelledAsync(Around(50)), FakeServer.Entry(48), FakeServer.Entry(49), FakeServer.Entry(51), FakeServer.Entry(52));
        Assert.Equal(("text 51", null), Read(await going));
        Assert.Equal(["text 48", "text 49", "text 51", "text 52"], await server.ReadAsync(s => s.FindRoom("#tea")!.Excursion!.Timeline.Items.OfType<TimelineMessage>().Select(m => m.Text).ToArray()));
    }

    [Fact]
    public async Task A_moment_within_the_timeline_asks_nobody()
    {
        await using var server = new FakeServer(rooms: "#tea");
        await InTeaAsync(server, FakeServer.Entry(100), FakeServer.Entry(101), FakeServer.Entry(102));
        Assert.Equal(("text 101", null), Read(await await GoAsync(server, second: 101)));
        Assert.Null(await server.ReadAsync(s => s.FindRoom("#tea")!.Excursion));
    }

    [Fact]
    public async Task Where_nothing_was_said_since_nothing_moves()
    {
        await using var server = new FakeServer(rooms: "#tea");
        var link = await InTeaAsync(server, FakeServer.Entry(100));
        var going = await GoAsync(server, second: 300);
        FakeServer.Answer(link, await link.ExpectLabelledAsync(Around(300)), FakeServer.Entry(100));
        FakeServer.Answer(link, await link.ExpectLabelledAsync("CHATHISTORY AFTER #tea msgid=m1-100 10"));
        Assert.Equal((null, ProblemKind.NoSuchTarget), Read(await going));
        Assert.Null(await server.ReadAsync(s => s.FindRoom("#tea")!.Excursion));
    }

    [Fact]
    public async Task What_answers_and_what_names_the_reader_is_one_list_without_their_own_words()
    {
        await using var server = new FakeServer(rooms: "#tea");
        var link = await InTeaAsync(server);
        var asked = await server.ReadAsync(_ => server.Client.CallsAsync());
        link.Say(Found(await link.ExpectLabelledAsync("SEARCH text=ann"), "n",
            "msgid=m1;time=2026-05-01T10:00:00.000Z :bob!b@h PRIVMSG #tea :ann, look",
            "msgid=m2;time=2026-05-01T11:00:00.000Z :bob!b@h PRIVMSG #tea :annual report",
            "msgid=m3;time=2026-05-01T12:00:00.000Z :ann!b@h PRIVMSG #tea :I am ann"));
        link.Say(Found(await link.ExpectLabelledAsync("SEARCH teahouse.chat/reply-to=ann"), "r",
            "+draft/reply=m0;msgid=m1;time=2026-05-01T10:00:00.000Z :bob!b@h PRIVMSG #tea :ann, look",
            "+draft/reply=m0;msgid=m4;time=2026-05-01T13:00:00.000Z :bob!b@h PRIVMSG #cups :yes"));
        Assert.Equal(["yes", "ann, look"], (await asked).Hits.Select(h => h.Message.Text));
    }

    [Fact]
    public async Task A_server_that_does_not_know_who_is_answered_tells_of_what_names_the_reader()
    {
        await using var server = new FakeServer(rooms: "#tea");
        var link = await InTeaAsync(server);
        var asked = await server.ReadAsync(_ => server.Client.CallsAsync());
        link.Say(Found(await link.ExpectLabelledAsync("SEARCH text=ann"), "n", "msgid=m1;time=2026-05-01T10:00:00.000Z :bob!b@h PRIVMSG #tea :ann, look"));
        link.Say($"@label={await link.ExpectLabelledAsync("SEARCH teahouse.chat/reply-to=ann")} :srv FAIL SEARCH INVALID_PARAMS teahouse.chat/reply-to :Invalid parameters");
        var answer = await asked;
        Assert.Null(answer.Problem);
        Assert.Equal(["ann, look"], answer.Hits.Select(h => h.Message.Text));
    }

    private static string Around(int second) => $"CHATHISTORY AROUND #tea timestamp=2026-05-01T11:{second / 60:00}:{second % 60:00}.000Z 10";

    private static string Found(string label, string batch, params string[] lines) =>
        string.Join('\n', [$"@label={label} :srv BATCH +{batch} soju.im/search", .. lines.Select(l => $"@batch={batch};{l}"), $":srv BATCH -{batch}"]);

    private static Task<Task<(TimelineMessage? Found, Problem? Problem)>> GoAsync(FakeServer server, int second) =>
        server.ReadAsync(s => server.Client.LookAtAsync(s.FindRoom("#tea")!, new DateTimeOffset(2026, 5, 1, 11, 0, 0, TimeSpan.Zero).AddSeconds(second)));

    private static (string? Text, ProblemKind? Problem) Read((TimelineMessage? Found, Problem? Problem) answer) => (answer.Found?.Text, answer.Problem?.Kind);

    private static async Task<FakeLink> InTeaAsync(FakeServer server, params string[] history)
    {
        var link = await server.WelcomeAsync(Capabilities);
        await link.ExpectAsync("JOIN #tea");
        await FakeServer.NoTargetsAsync(link);
        link.Say(":ann!a@h JOIN #tea");
        var (label, _) = await link.NextLabelledAsync();
        FakeServer.Answer(link, label, history);
        await server.UntilAsync(s => s.FindRoom("#tea")!.Attachment == Attachment.Current);
        return link;
    }
}
