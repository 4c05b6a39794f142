namespace Teahouse.Client.Tests;

public sealed class HistoryTests
{
    [Fact]
    public async Task History_is_fetched_after_live_delivery_has_begun_and_shown_in_order()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.WelcomeAsync();
        await link.ExpectAsync("JOIN #tea");
        await FakeServer.NoTargetsAsync(link);
        link.Say(":ann!a@h JOIN #tea");
        var label = await link.ExpectLabelledAsync("CHATHISTORY LATEST #tea * 10");
        link.Say(FakeServer.Entry(4));
        Assert.True(await server.ReadAsync(s => s.FindRoom("#tea")!.IsCatchingUp));
        FakeServer.Answer(link, label, FakeServer.Entry(2), FakeServer.Entry(3), FakeServer.Entry(4));
        await server.UntilAsync(s => !s.FindRoom("#tea")!.IsCatchingUp);
        Assert.Equal(["text 2", "text 3", "text 4"], await server.TextsAsync());
        Assert.True(await server.ReadAsync(s => s.FindRoom("#tea")!.Timeline.HasOlder));
    }

    [Fact]
    public async Task A_history_from_its_beginning_has_nothing_older()
    {
        await using var server = new FakeServer(null, "#tea");
        await server.InTeaAsync(FakeServer.Entry(1), FakeServer.Entry(2));
        Assert.False(await server.ReadAsync(s => s.FindRoom("#tea")!.Timeline.HasOlder));
    }

    [Fact]
    public async Task After_a_reconnect_only_what_was_missed_is_fetched()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync(FakeServer.Entry(1));
        link.Say(FakeServer.Entry(2));
        link = await ReconnectAsync(server, link);
        var label = await link.ExpectLabelledAsync("CHATHISTORY LATEST #tea msgid=m1-2 10");
        FakeServer.Answer(link, label, FakeServer.Entry(3));
        await server.UntilAsync(s => !s.FindRoom("#tea")!.IsCatchingUp);
        Assert.Equal(["text 1", "text 2", "text 3"], await server.TextsAsync());
    }

    [Fact]
    public async Task Who_read_too_slowly_fetches_what_was_missed_on_the_same_connection()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync(FakeServer.Entry(1));
        link.Say("@msgid=d1;time=2026-05-01T11:00:00.000Z :bob!u@h PRIVMSG ann :hello");
        var direct = await link.ExpectLabelledAsync("CHATHISTORY LATEST bob * 10");
        link.Say($"@label={direct} :srv BATCH +d chathistory bob\n@batch=d;msgid=d1;time=2026-05-01T11:00:00.000Z :bob!u@h PRIVMSG ann :hello\n:srv BATCH -d");
        await server.UntilAsync(s => !s.FindChat("bob")!.IsCatchingUp);

        link.Say(":srv NOTE * FELL_BEHIND :Too slow");
        var (targets, question) = await link.NextLabelledAsync();
        Assert.StartsWith("CHATHISTORY TARGETS ", question, StringComparison.Ordinal);
        link.Say(":ann!a@h JOIN #tea\n:srv 353 ann = #tea :ann bob\n:srv 366 ann #tea :End\n:srv NOTE JOIN FELL_BEHIND #tea 1-4 :Fetch");
        var label = await link.ExpectLabelledAsync("CHATHISTORY LATEST #tea msgid=m1-1 10");
        Assert.True(await server.ReadAsync(s => s.FindRoom("#tea")!.IsCatchingUp));
        link.Say(FakeServer.Entry(5));
        FakeServer.Answer(link, label, FakeServer.Entry(3), FakeServer.Entry(4));
        label = await link.ExpectLabelledAsync("CHATHISTORY BETWEEN #tea msgid=m1-1 msgid=m1-3 10");
        FakeServer.Answer(link, label, FakeServer.Entry(2));
        await server.UntilAsync(s => !s.FindRoom("#tea")!.IsCatchingUp);
        Assert.Equal(Enumerable.Range(1, 5).Select(n => $"text {n}"), await server.TextsAsync());

        link.Say($"@label={targets} :srv BATCH +t draft/chathistory-targets\n@batch=t :srv CHATHISTORY TARGETS bob 2026-05-01T11:01:00.000Z\n:srv BATCH -t");
        direct = await link.ExpectLabelledAsync("CHATHISTORY LATEST bob msgid=d1 10");
        link.Say($"@label={direct} :srv BATCH +d chathistory bob\n@batch=d;msgid=d2;time=2026-05-01T11:01:00.000Z :bob!u@h PRIVMSG ann :missed\n:srv BATCH -d");
        await server.UntilAsync(s => !s.FindChat("bob")!.IsCatchingUp && s.FindChat("bob")!.Timeline.Items.Count == 2);
        Assert.Empty(await server.ReadAsync(s => s.Notices));
        Assert.Equal(["ann", "bob"], await server.ReadAsync(s => s.FindRoom("#tea")!.Members.Select(m => m.Nick).Order().ToArray()));
    }

    [Fact]
    public async Task A_hole_is_noticed_and_only_the_hole_is_fetched()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync(FakeServer.Entry(1));
        link.Say(FakeServer.Entry(5));
        var label = await link.ExpectLabelledAsync("CHATHISTORY BETWEEN #tea msgid=m1-1 msgid=m1-5 10");
        link.Say(FakeServer.Entry(6));
        FakeServer.Answer(link, label, FakeServer.Entry(2), FakeServer.Entry(3));
        label = await link.ExpectLabelledAsync("CHATHISTORY BETWEEN #tea msgid=m1-3 msgid=m1-5 10");
        FakeServer.Answer(link, label, FakeServer.Entry(4));
        await link.BarrierAsync();
        Assert.Equal(Enumerable.Range(1, 6).Select(n => $"text {n}"), await server.TextsAsync());
    }

    [Fact]
    public async Task A_hole_for_which_the_server_has_nothing_is_asked_for_once()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync(FakeServer.Entry(1));
        link.Say(FakeServer.Entry(3));
        var label = await link.ExpectLabelledAsync("CHATHISTORY BETWEEN #tea msgid=m1-1 msgid=m1-3 10");
        FakeServer.Answer(link, label);
        link.Say(FakeServer.Entry(4));
        await link.BarrierAsync();
        Assert.Equal(["text 1", "text 3", "text 4"], await server.TextsAsync());
    }

    [Fact]
    public async Task A_very_large_hole_is_left_for_scrolling_back()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync(FakeServer.Entry(1));
        link.Say(FakeServer.Entry(600));
        await link.BarrierAsync();
        Assert.Equal(["text 600"], await server.TextsAsync());
        Assert.True(await server.ReadAsync(s => s.FindRoom("#tea")!.Timeline.HasOlder));

        var loading = await server.ReadAsync(s => server.Client.LoadOlderAsync(s.FindRoom("#tea")!));
        var label = await link.ExpectLabelledAsync("CHATHISTORY BEFORE #tea msgid=m1-600 10");
        FakeServer.Answer(link, label, FakeServer.Entry(599));
        Assert.Null(await loading);
        Assert.Equal(["text 599", "text 600"], await server.TextsAsync());
    }

    [Fact]
    public async Task Where_nothing_is_older_loading_older_ends()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync(FakeServer.Entry(5));
        var loading = await server.ReadAsync(s => server.Client.LoadOlderAsync(s.FindRoom("#tea")!));
        Assert.True(await server.ReadAsync(s => s.FindRoom("#tea")!.Timeline.IsLoadingOlder));
        FakeServer.Answer(link, await link.ExpectLabelledAsync("CHATHISTORY BEFORE #tea msgid=m1-5 10"));
        Assert.Null(await loading);
        Assert.True(await server.ReadAsync(s => s.FindRoom("#tea")!.Timeline is { HasOlder: false, IsLoadingOlder: false }));
    }

    [Fact]
    public async Task An_entry_the_server_forgot_does_not_stop_the_catching_up()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync(FakeServer.Entry(1));
        link = await ReconnectAsync(server, link);
        var label = await link.ExpectLabelledAsync("CHATHISTORY LATEST #tea msgid=m1-1 10");
        link.Say($"@label={label} FAIL CHATHISTORY MESSAGE_ERROR LATEST #tea :No such message");
        label = await link.ExpectLabelledAsync("CHATHISTORY LATEST #tea * 10");
        FakeServer.Answer(link, label, FakeServer.Entry(1, epoch: 2));
        await server.UntilAsync(s => !s.FindRoom("#tea")!.IsCatchingUp);
        Assert.Equal(["text 1"], await server.TextsAsync());
        Assert.Equal(2, await server.ReadAsync(s => s.FindRoom("#tea")!.Timeline.Epoch));
    }

    [Fact]
    public async Task A_new_era_begins_the_timeline_anew()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync(FakeServer.Entry(1), FakeServer.Entry(2));
        link.Say(FakeServer.Entry(7, epoch: 2));
        var label = await link.ExpectLabelledAsync("CHATHISTORY LATEST #tea * 10");
        FakeServer.Answer(link, label, FakeServer.Entry(6, epoch: 2), FakeServer.Entry(7, epoch: 2));
        await server.UntilAsync(s => !s.FindRoom("#tea")!.IsCatchingUp);
        Assert.Equal(["text 6", "text 7"], await server.TextsAsync());
        Assert.True(await server.ReadAsync(s => s.FindRoom("#tea")!.Timeline.HasOlder));
    }

    [Fact]
    public async Task Direct_chats_are_found_and_loaded_after_the_login()
    {
        await using var server = new FakeServer();
        var link = await server.WelcomeAsync();
        var (label, line) = await link.NextLabelledAsync();
        Assert.Equal("CHATHISTORY TARGETS timestamp=2026-05-02T12:00:00.000Z timestamp=1970-01-01T00:00:00.000Z 50", line);
        link.Say($"""
            @label={label} :srv BATCH +t draft/chathistory-targets
            @batch=t :srv CHATHISTORY TARGETS bob 2026-05-01T10:00:00.000Z
            @batch=t :srv CHATHISTORY TARGETS cat 2026-05-01T11:00:00.000Z
            @batch=t :srv CHATHISTORY TARGETS #tea 2026-05-01T11:00:00.000Z
            :srv BATCH -t
            """);
        label = await link.ExpectLabelledAsync("CHATHISTORY LATEST cat * 10");
        link.Say($"""
            @label={label} :srv BATCH +h chathistory cat
            @batch=h;msgid=c1;time=2026-05-01T10:59:00.000Z;teahouse.chat/seq=1-1 :cat!c@h PRIVMSG ann :meow
            @batch=h;msgid=c2;time=2026-05-01T11:00:00.000Z;teahouse.chat/seq=1-2 :ann!a@h PRIVMSG cat :hello cat
            :srv BATCH -h
            """);
        await link.ExpectLabelledAsync("CHATHISTORY LATEST bob * 10");
        // Both are asked for at the same time: that of bob says nothing about that of cat.
        await link.BarrierAsync();
        Assert.Equal(["cat", "bob"], await server.ReadAsync(s => s.DirectChats.Select(c => c.Name).ToArray()));
        Assert.Equal(["meow", "hello cat"], await server.TextsAsync("cat"));
        Assert.Equal(0, await server.ReadAsync(s => s.DirectChats[0].UnreadCount));
    }

    [Fact]
    public async Task Without_numbers_a_full_page_leaves_no_silent_hole()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync(Plain(1));
        link = await ReconnectAsync(server, link);
        var label = await link.ExpectLabelledAsync("CHATHISTORY LATEST #tea msgid=p1 10");
        FakeServer.Answer(link, label, [.. Enumerable.Range(20, 10).Select(Plain)]);
        await server.UntilAsync(s => !s.FindRoom("#tea")!.IsCatchingUp);
        Assert.Equal(Enumerable.Range(20, 10).Select(n => $"plain {n}"), await server.TextsAsync());
        Assert.True(await server.ReadAsync(s => s.FindRoom("#tea")!.Timeline.HasOlder));
    }

    [Fact]
    public async Task Without_labels_one_question_is_asked_at_a_time()
    {
        await using var server = new FakeServer(null, "#tea", "#milk");
        var link = await server.WelcomeAsync("batch draft/chathistory message-tags server-time");
        await link.ExpectAsync("JOIN #tea,#milk");
        Assert.StartsWith("CHATHISTORY TARGETS", await link.NextAsync(), StringComparison.Ordinal);
        link.Say(":srv BATCH +t draft/chathistory-targets\n:srv BATCH -t\n:ann!a@h JOIN #tea\n:ann!a@h JOIN #milk");
        await link.ExpectAsync("CHATHISTORY LATEST #tea * 10");
        await link.BarrierAsync();
        link.Say(":srv BATCH +h chathistory #tea\n:srv BATCH -h");
        await link.ExpectAsync("CHATHISTORY LATEST #milk * 10");
        link.Say("FAIL CHATHISTORY INVALID_TARGET LATEST #milk :No");
        await server.UntilAsync(s => s.Rooms.All(r => !r.IsCatchingUp));
    }

    private static string Plain(int n) => $"@msgid=p{n};time=2026-05-01T11:00:{n:00}.000Z :bob!u@h PRIVMSG #tea :plain {n}";

    private static async Task<FakeLink> ReconnectAsync(FakeServer server, FakeLink link)
    {
        await link.BarrierAsync();
        link.Break();
        await server.UntilAsync(s => s.Connection.Phase == ConnectionPhase.Waiting);
        server.Time.Advance(TimeSpan.FromSeconds(60));
        link = await server.WelcomeAsync();
        await link.ExpectAsync("JOIN #tea");
        await FakeServer.NoTargetsAsync(link);
        link.Say(":ann!a@h JOIN #tea");
        return link;
    }
}
