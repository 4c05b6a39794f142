namespace Teahouse.Client.Tests;

public sealed class SendingTests
{
    [Fact]
    public async Task A_message_is_shown_at_once_and_becomes_its_echo()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync(FakeServer.Entry(1));
        var row = (await WriteAsync(server, "hello"))!;
        Assert.Equal(Delivery.Waiting, row.Delivery);
        var label = await link.ExpectLabelledAsync("PRIVMSG #tea hello");
        Assert.Equal(Delivery.Sending, (await LastAsync(server)).Delivery);

        link.Say(FakeServer.Entry(2));
        link.Say($"@label={label};{FakeServer.Entry(3, "hello", "ann")[1..]}");
        await link.BarrierAsync();
        var stored = await LastAsync(server);
        Assert.Equal((row.Key, Delivery.Stored, "m1-3", true), (stored.Key, stored.Delivery, stored.MessageId, stored.From.IsMe));
        Assert.Equal(["text 1", "text 2", "hello"], await server.TextsAsync());
    }

    [Fact]
    public async Task The_same_text_from_another_device_is_another_message()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync();
        await WriteAsync(server, "ok");
        var label = await link.ExpectLabelledAsync("PRIVMSG #tea ok");
        link.Say(FakeServer.Entry(1, "ok", "ann"));
        await link.BarrierAsync();
        Assert.Equal([Delivery.Stored, Delivery.Sending], await DeliveriesAsync(server));
        link.Say($"@label={label};{FakeServer.Entry(2, "ok", "ann")[1..]}");
        await link.BarrierAsync();
        Assert.Equal([Delivery.Stored, Delivery.Stored], await DeliveriesAsync(server));
    }

    [Fact]
    public async Task An_action_is_sent_as_one()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync();
        await WriteAsync(server, "pours tea", MessageKind.Action);
        var label = await link.ExpectLabelledAsync("PRIVMSG #tea :\u0001ACTION pours tea\u0001");
        link.Say($"@label={label};{FakeServer.Entry(1, "^AACTION pours tea^A", "ann")[1..]}");
        await link.BarrierAsync();
        Assert.Equal((MessageKind.Action, "pours tea", Delivery.Stored), await server.ReadAsync(s =>
        {
            var m = (TimelineMessage)s.FindRoom("#tea")!.Timeline.Items[^1];
            return (m.Kind, m.Text, m.Delivery);
        }));
    }

    [Theory]
    [InlineData("FAIL PRIVMSG NOT_STORED #tea :Disk full", ProblemKind.Refused, true)]
    [InlineData(":srv 404 ann #tea :Cannot send to channel", ProblemKind.NotAllowed, false)]
    [InlineData(":srv 401 ann #tea :No such nick", ProblemKind.NoSuchTarget, false)]
    public async Task A_refusal_is_shown_and_says_whether_to_try_again(string answer, ProblemKind kind, bool canRetry)
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync();
        await WriteAsync(server, "hello");
        var label = await link.ExpectLabelledAsync("PRIVMSG #tea hello");
        link.Say($"@label={label} {answer}");
        await link.BarrierAsync();
        var row = await LastAsync(server);
        Assert.Equal((Delivery.Failed, kind, canRetry), (row.Delivery, row.Problem!.Kind, row.CanRetry));
    }

    [Fact]
    public async Task A_failed_message_can_be_sent_again_or_dropped()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync();
        await WriteAsync(server, "hello");
        link.Say($"@label={await link.ExpectLabelledAsync("PRIVMSG #tea hello")} FAIL PRIVMSG NOT_STORED #tea :Disk full");
        await link.BarrierAsync();
        var failed = await LastAsync(server);
        await server.ReadAsync(s => server.Client.Retry(s.FindRoom("#tea")!, failed));
        await link.ExpectLabelledAsync("PRIVMSG #tea hello");
        var sending = await LastAsync(server);
        Assert.False(await server.ReadAsync(s => server.Client.Discard(s.FindRoom("#tea")!, sending)));
        Assert.Equal(["hello"], await server.TextsAsync());
    }

    [Fact]
    public async Task What_is_written_offline_goes_out_in_order_after_catching_up()
    {
        await using var server = new FakeServer(null, "#tea");
        server.Refuse(new(ProblemKind.Unreachable));
        server.Start();
        await server.UntilAsync(s => s.Connection.Phase == ConnectionPhase.Waiting);
        await WriteAsync(server, "one");
        await WriteAsync(server, "two");
        server.Time.Advance(TimeSpan.FromSeconds(1));
        var link = await server.InTeaAsync(FakeServer.Entry(1));
        await link.ExpectLabelledAsync("PRIVMSG #tea one");
        await link.ExpectLabelledAsync("PRIVMSG #tea two");
    }

    [Fact]
    public async Task After_a_break_a_message_that_arrived_is_found_in_the_history()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync(FakeServer.Entry(1));
        var row = (await WriteAsync(server, "hello"))!;
        await link.ExpectLabelledAsync("PRIVMSG #tea hello");
        link = await ReconnectAsync(server, link, FakeServer.Entry(2), FakeServer.Entry(3, "hello", "ann"));
        await link.BarrierAsync();
        Assert.Equal(["text 1", "text 2", "hello"], await server.TextsAsync());
        var found = await LastAsync(server);
        Assert.Equal((row.Key, Delivery.Stored), (found.Key, found.Delivery));
    }

    [Fact]
    public async Task After_a_break_a_message_that_is_not_in_the_history_is_unknown_and_never_sent_again()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync(FakeServer.Entry(1));
        await WriteAsync(server, "hello");
        await link.ExpectLabelledAsync("PRIVMSG #tea hello");
        link = await ReconnectAsync(server, link, FakeServer.Entry(2));
        await link.BarrierAsync();
        Assert.Equal((Delivery.Unknown, ProblemKind.Unknown), await server.ReadAsync(s =>
        {
            var m = (TimelineMessage)s.FindRoom("#tea")!.Timeline.Items[^1];
            return (m.Delivery, m.Problem!.Kind);
        }));

        // The server had it after all.
        link.Say(FakeServer.Entry(3, "hello", "ann"));
        await link.BarrierAsync();
        Assert.Equal([Delivery.Stored, Delivery.Stored, Delivery.Stored], await DeliveriesAsync(server));
    }

    [Fact]
    public async Task A_message_that_no_connection_took_is_sent_on_the_next()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync(FakeServer.Entry(1));
        link.Stuck = true;
        // The first is given to the connection and stuck there, the second is still here.
        await WriteAsync(server, "first");
        await WriteAsync(server, "second");
        link = await ReconnectAsync(server, link, FakeServer.Entry(2));
        await link.ExpectLabelledAsync("PRIVMSG #tea second");
        Assert.Equal([Delivery.Stored, Delivery.Stored, Delivery.Unknown, Delivery.Sending], await DeliveriesAsync(server));
    }

    [Fact]
    public async Task An_unknown_outcome_is_said_to_be_unknown()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync();
        await WriteAsync(server, "hello");
        link.Say($"@label={await link.ExpectLabelledAsync("PRIVMSG #tea hello")} FAIL PRIVMSG OUTCOME_UNKNOWN #tea :The store does not answer");
        await link.BarrierAsync();
        Assert.Equal([Delivery.Unknown], await DeliveriesAsync(server));
    }

    [Fact]
    public async Task Without_labels_an_echo_is_known_by_its_text()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.WelcomeAsync("echo-message");
        await link.ExpectAsync("JOIN #tea");
        link.Say(":ann!a@h JOIN #tea");
        await server.UntilAsync(s => s.FindRoom("#tea")!.Attachment == Attachment.Current);
        await WriteAsync(server, "hello");
        await link.ExpectAsync("PRIVMSG #tea hello");
        link.Say(":ann!a@h PRIVMSG #tea :hello");
        await link.BarrierAsync();
        Assert.Equal([Delivery.Stored], await DeliveriesAsync(server));
    }

    [Fact]
    public async Task A_server_without_echoes_confirms_by_answering_a_ping()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.WelcomeAsync("");
        await link.ExpectAsync("JOIN #tea");
        link.Say(":ann!a@h JOIN #tea");
        await server.UntilAsync(s => s.FindRoom("#tea")!.Attachment == Attachment.Current);
        var row = (await WriteAsync(server, "hello"))!;
        await link.ExpectAsync("PRIVMSG #tea hello", $"PING sent-{row.Key}");
        Assert.Equal([Delivery.Sending], await DeliveriesAsync(server));
        link.Say($":srv PONG srv sent-{row.Key}");
        await link.BarrierAsync();
        Assert.Equal([Delivery.Sent], await DeliveriesAsync(server));
    }

    [Fact]
    public async Task Who_was_thrown_out_cannot_speak()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync();
        link.Say(":bob!b@h KICK #tea ann :enough");
        await link.BarrierAsync();
        await WriteAsync(server, "hello");
        await link.BarrierAsync();
        Assert.Equal((Delivery.Failed, "enough"), await server.ReadAsync(s =>
        {
            var m = (TimelineMessage)s.FindRoom("#tea")!.Timeline.Items[^1];
            return (m.Delivery, m.Problem!.Detail);
        }));
    }

    [Fact]
    public async Task Too_much_at_once_is_refused_visibly()
    {
        await using var server = new FakeServer(null, "#tea");
        for (var i = 0; i < 501; i++) await WriteAsync(server, $"{i}");
        var last = await LastAsync(server);
        Assert.Equal((Delivery.Failed, ProblemKind.QueueFull, "500"), (last.Delivery, last.Problem!.Kind, last.Text));
    }

    [Fact]
    public async Task Typing_is_told_seldom_and_believed_for_a_while()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync();
        await TypeAsync(server, true);
        await TypeAsync(server, true);
        await link.ExpectAsync("@+typing=active TAGMSG #tea");
        await link.BarrierAsync();
        server.Time.Advance(TimeSpan.FromSeconds(3));
        await TypeAsync(server, true);
        await TypeAsync(server, false);
        await link.ExpectAsync("@+typing=active TAGMSG #tea", "@+typing=done TAGMSG #tea");

        link.Say("@+typing=active :bob!b@h TAGMSG #tea");
        await server.UntilAsync(s => s.FindRoom("#tea")!.Typing.SequenceEqual(["bob"]));
        server.Time.Advance(TimeSpan.FromSeconds(6));
        await server.UntilAsync(s => s.FindRoom("#tea")!.Typing.Count == 0);
    }

    private static Task<bool> TypeAsync(FakeServer server, bool active) => server.ReadAsync(s =>
    {
        server.Client.SetTyping(s.FindRoom("#tea")!, active);
        return true;
    });

    private static async Task<TimelineMessage?> WriteAsync(FakeServer server, string text, MessageKind kind = MessageKind.Message)
    {
        server.Start();
        return await server.ReadAsync(s => server.Client.Send(s.FindRoom("#tea")!, text, kind));
    }

    private static Task<TimelineMessage> LastAsync(FakeServer server) =>
        server.ReadAsync(s => (TimelineMessage)s.FindRoom("#tea")!.Timeline.Items[^1]);

    private static Task<Delivery[]> DeliveriesAsync(FakeServer server) =>
        server.ReadAsync(s => s.FindRoom("#tea")!.Timeline.Items.OfType<TimelineMessage>().Select(m => m.Delivery).ToArray());

    private static async Task<FakeLink> ReconnectAsync(FakeServer server, FakeLink link, params string[] history)
    {
        link.Break();
        await server.UntilAsync(s => s.Connection.Phase == ConnectionPhase.Waiting);
        server.Time.Advance(TimeSpan.FromSeconds(60));
        return await server.InTeaAsync(history);
    }
}
