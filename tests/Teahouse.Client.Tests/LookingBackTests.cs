namespace Teahouse.Client.Tests;

/// <summary>Searching, the directory, invitations, and going to where something was said.</summary>
public sealed class LookingBackTests
{
    private const string Capabilities = FakeServer.AllCapabilities + " soju.im/search";

    [Fact]
    public async Task What_is_found_is_told_and_touches_no_conversation()
    {
        await using var server = new FakeServer(rooms: "#tea");
        var link = await InTeaAsync(server, FakeServer.Entry(1));
        var asked = await server.ReadAsync(_ => server.Client.SearchAsync(new("two words; x", In: "#tea", From: "bob")));
        var label = await link.ExpectLabelledAsync(@"SEARCH in=#tea;from=bob;text=two\swords\:\sx");
        link.Say($"""
            @label={label} :srv BATCH +s soju.im/search
            @batch=s;msgid=m9;time=2026-05-01T10:00:00.000Z :bob!b@h PRIVMSG #tea :two words
            @batch=s;msgid=m8;time=2026-05-01T11:00:00.000Z :bob!b@h PRIVMSG ann :two words in private
            :srv BATCH -s
            """);
        var answer = await asked;
        Assert.Null(answer.Problem);
        Assert.Equal(["bob: two words in private", "#tea: two words"], answer.Hits.Select(h => $"{h.Conversation}: {h.Message.Text}"));
        Assert.Equal(["text 1"], await server.TextsAsync());
        Assert.Empty(await server.ReadAsync(s => s.DirectChats.ToArray()));
    }

    [Fact]
    public async Task A_question_that_is_refused_says_so()
    {
        await using var server = new FakeServer(rooms: "#tea");
        var link = await InTeaAsync(server);
        var asked = await server.ReadAsync(_ => server.Client.SearchAsync(new("...")));
        link.Say($"@label={await link.ExpectLabelledAsync("SEARCH text=...")} :srv FAIL SEARCH INVALID_PARAMS text :Invalid parameters");
        Assert.Equal("INVALID_PARAMS", (await asked).Problem!.Code);
    }

    [Fact]
    public async Task The_directory_lists_the_largest_rooms_first()
    {
        await using var server = new FakeServer(rooms: "#tea");
        var link = await InTeaAsync(server);
        var asked = await server.ReadAsync(_ => server.Client.ListAsync());
        var label = await link.ExpectLabelledAsync("LIST");
        link.Say($"@label={label} :srv BATCH +l labeled-response\n@batch=l :srv 322 ann #small 1 :\n@batch=l :srv 322 ann #large 9 :big :talk\n@batch=l :srv 323 ann :End\n:srv BATCH -l");
        Assert.Equal([new("#large", 9, "big :talk"), new("#small", 1, "")], (await asked).Rooms);
    }

    [Fact]
    public async Task An_invitation_is_a_token_and_opens_no_chat_with_the_service()
    {
        await using var server = new FakeServer(rooms: "#tea");
        var link = await InTeaAsync(server);
        var asked = await server.ReadAsync(s => server.Client.InviteAsync(s.FindRoom("#tea")!, 24, 2));
        var label = await link.ExpectLabelledAsync("PRIVMSG ChanServ :INVITELINK #tea 24 2");
        link.Say($"@label={label};teahouse.chat/answer=INVITE_LINK,#tea,abc-DEF :ChanServ!s@services NOTICE ann :Until 2026-05-02T12:00:00.000Z this lets in 2: JOIN #tea abc-DEF");
        Assert.Equal("abc-DEF", (await asked).Token);
        asked = await server.ReadAsync(s => server.Client.InviteAsync(s.FindRoom("#tea")!, 24, 2));
        link.Say($"@label={(await link.NextLabelledAsync()).Label};teahouse.chat/answer=NOT_OPERATOR :ChanServ!s@services NOTICE ann :You are not an operator of #tea");
        var (token, answer) = await asked;
        Assert.Equal((null, true, "You are not an operator of #tea"), (token, answer.Has("NOT_OPERATOR"), answer.Said));
        Assert.Empty(await server.ReadAsync(s => s.DirectChats.ToArray()));
    }

    [Fact]
    public async Task Going_far_back_is_an_excursion_and_its_newer_end_meets_the_timeline()
    {
        await using var server = new FakeServer(rooms: "#tea");
        var link = await InTeaAsync(server, FakeServer.Entry(100), FakeServer.Entry(101));
        var going = await server.ReadAsync(s => server.Client.LookAroundAsync(s.FindRoom("#tea")!, "m1-50"));
        Answer(link, await link.ExpectLabelledAsync("CHATHISTORY AROUND #tea msgid=m1-50 10"), FakeServer.Entry(49), FakeServer.Entry(50), FakeServer.Entry(51));
        Assert.Null(await going);
        Assert.Equal(["text 49", "text 50", "text 51"], await ShownAsync(server));
        Assert.Equal(["text 100", "text 101"], await server.TextsAsync());

        // What is said meanwhile is at the end, where it belongs.
        link.Say(FakeServer.Entry(102));
        going = await server.ReadAsync(s => server.Client.LoadOlderAsync(s.FindRoom("#tea")!));
        Answer(link, await link.ExpectLabelledAsync("CHATHISTORY BEFORE #tea msgid=m1-49 10"), FakeServer.Entry(48));
        Assert.Null(await going);
        going = await server.ReadAsync(s => server.Client.LoadNewerAsync(s.FindRoom("#tea")!));
        Answer(link, await link.ExpectLabelledAsync("CHATHISTORY AFTER #tea msgid=m1-51 10"), [.. Enumerable.Range(52, 49).Select(n => FakeServer.Entry(n))]);
        Assert.Null(await going);
        Assert.Null(await server.ReadAsync(s => s.FindRoom("#tea")!.Excursion));
        Assert.Equal(Enumerable.Range(48, 55).Select(n => $"text {n}"), await server.TextsAsync());
    }

    [Fact]
    public async Task What_is_not_there_any_more_is_said_to_be_gone_and_nothing_moves()
    {
        await using var server = new FakeServer(rooms: "#tea");
        var link = await InTeaAsync(server, FakeServer.Entry(100));
        var going = await server.ReadAsync(s => server.Client.LookAroundAsync(s.FindRoom("#tea")!, "m1-50"));
        link.Say($"@label={await link.ExpectLabelledAsync("CHATHISTORY AROUND #tea msgid=m1-50 10")} :srv FAIL CHATHISTORY INVALID_MSGREFTYPE AROUND #tea :Gone");
        Assert.NotNull(await going);
        Assert.Null(await server.ReadAsync(s => s.FindRoom("#tea")!.Excursion));
        Assert.Equal(["text 100"], await server.TextsAsync());
    }

    private static Task<string[]> ShownAsync(FakeServer server) =>
        server.ReadAsync(s => s.FindRoom("#tea")!.Shown.Items.OfType<TimelineMessage>().Select(m => m.Text).ToArray());

    private static void Answer(FakeLink link, string label, params string[] history) => FakeServer.Answer(link, label, history);

    private static async Task<FakeLink> InTeaAsync(FakeServer server, params string[] history)
    {
        var link = await server.WelcomeAsync(Capabilities);
        await link.ExpectAsync("JOIN #tea");
        await FakeServer.NoTargetsAsync(link);
        link.Say(":ann!a@h JOIN #tea");
        var (label, _) = await link.NextLabelledAsync();
        Answer(link, label, history);
        await server.UntilAsync(s => s.FindRoom("#tea")!.Attachment == Attachment.Current);
        return link;
    }
}
