namespace Teahouse.Client.Tests;

/// <summary>Messages of several lines, with servers that know them and with others.</summary>
public sealed class MultilineTests
{
    private const string Capabilities = FakeServer.AllCapabilities + " draft/multiline=max-bytes=600,max-lines=3";

    [Fact]
    public async Task Several_lines_are_one_message_and_one_row()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await InTeaAsync(server);
        var row = await WriteAsync(server, "one\r\n\r\ntwo\n");
        var label = await link.ExpectLabelledAsync($"BATCH +m{row.Key} draft/multiline #tea");
        await link.ExpectAsync($"@batch=m{row.Key} PRIVMSG #tea one", $"@batch=m{row.Key} PRIVMSG #tea :", $"@batch=m{row.Key} PRIVMSG #tea two", $"BATCH -m{row.Key}");
        Assert.Equal([(row.Key, "one\n\ntwo", Delivery.Sending)], await RowsAsync(server));

        link.Say($"""
            @label={label};msgid=m1-1;teahouse.chat/seq=1-1 :ann!u@h BATCH +x draft/multiline #tea
            @batch=x :ann!u@h PRIVMSG #tea one
            @batch=x :ann!u@h PRIVMSG #tea :
            @batch=x :ann!u@h PRIVMSG #tea two
            :ann!u@h BATCH -x
            """);
        await link.BarrierAsync();
        Assert.Equal([(row.Key, "one\n\ntwo", Delivery.Stored)], await RowsAsync(server));
    }

    [Fact]
    public async Task A_message_of_several_lines_is_received_as_one_live_and_from_the_history()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.WelcomeAsync(Capabilities);
        await link.ExpectAsync("JOIN #tea");
        await FakeServer.NoTargetsAsync(link);
        link.Say(":ann!a@h JOIN #tea");
        var (label, _) = await link.NextLabelledAsync();
        link.Say($"""
            @label={label} :srv BATCH +h chathistory #tea
            @batch=h;msgid=m1-1;teahouse.chat/seq=1-1;time=2026-05-01T11:00:00.000Z :bob!u@h BATCH +1 draft/multiline #tea
            @batch=1 :bob!u@h PRIVMSG #tea :long
            @batch=1;draft/multiline-concat :bob!u@h PRIVMSG #tea :er
            @batch=1 :bob!u@h PRIVMSG #tea :ago
            @batch=h :srv BATCH -1
            :srv BATCH -h
            @msgid=m1-2;teahouse.chat/seq=1-2;time=2026-05-01T11:00:01.000Z :bob!u@h BATCH +2 draft/multiline #tea
            @batch=2 :bob!u@h PRIVMSG #tea :and
            :cat!u@h TOPIC #tea :between
            @batch=2 :bob!u@h PRIVMSG #tea :now ann
            :srv BATCH -2
            """);
        await link.BarrierAsync();
        await server.UntilAsync(s => s.FindRoom("#tea")!.Attachment == Attachment.Current);
        Assert.Equal(["longer\nago", "and\nnow ann"], await server.TextsAsync());
        Assert.True(await server.ReadAsync(s => s.FindRoom("#tea")!.Timeline.Items.OfType<TimelineMessage>().Last() is { Mention: true, MessageId: "m1-2", From.Nick: "bob" }));
    }

    [Fact]
    public async Task What_is_too_long_for_one_message_goes_as_several_in_order()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await InTeaAsync(server);
        var row = await WriteAsync(server, "1\n2\n3\n4\n5\n6\n7");
        await link.ExpectLabelledAsync($"BATCH +m{row.Key} draft/multiline #tea");
        for (var i = 1; i <= 3; i++) await link.ExpectAsync($"@batch=m{row.Key} PRIVMSG #tea {i}");
        await link.ExpectAsync($"BATCH -m{row.Key}");
        await link.NextLabelledAsync();
        for (var i = 0; i < 4; i++) await link.NextAsync();
        await link.ExpectLabelledAsync("PRIVMSG #tea 7");
        Assert.Equal(["1\n2\n3", "4\n5\n6", "7"], (await RowsAsync(server)).Select(r => r.Text));
    }

    [Fact]
    public async Task Without_the_capability_each_line_is_a_message()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await server.InTeaAsync();
        await WriteAsync(server, "one\r\n\r\ntwo\nthree");
        foreach (var text in new[] { "one", "two", "three" }) await link.ExpectLabelledAsync($"PRIVMSG #tea {text}");
        Assert.Equal(["one", "two", "three"], await server.TextsAsync());
    }

    [Fact]
    public async Task Each_line_of_an_action_is_an_action()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await InTeaAsync(server);
        await WriteAsync(server, "pours tea\ndrinks", MessageKind.Action);
        await link.ExpectLabelledAsync("PRIVMSG #tea :\u0001ACTION pours tea\u0001");
        await link.ExpectLabelledAsync("PRIVMSG #tea :\u0001ACTION drinks\u0001");
    }

    [Fact]
    public async Task No_line_is_longer_than_others_can_receive_it()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await InTeaAsync(server);
        var row = await WriteAsync(server, new string('茶', 190));
        await link.ExpectLabelledAsync($"BATCH +m{row.Key} draft/multiline #tea");
        var first = await link.NextAsync();
        var second = await link.NextAsync();
        Assert.StartsWith($"@batch=m{row.Key};draft/multiline-concat PRIVMSG #tea ", second, StringComparison.Ordinal);
        await link.ExpectAsync($"BATCH -m{row.Key}");
        Assert.Equal(190, (first + second).Count(c => c == '茶'));
        foreach (var line in new[] { first, second })
            Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(":ann!a@h " + line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..] + "\r\n"), 1, 512);
    }

    [Fact]
    public async Task A_refused_batch_is_a_refused_message()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await InTeaAsync(server);
        await WriteAsync(server, "one\ntwo");
        var (label, _) = await link.NextLabelledAsync();
        link.Say($"@label={label} :srv FAIL BATCH MULTILINE_MAX_BYTES 3 :The message is too long");
        await server.UntilAsync(s => s.FindRoom("#tea")!.Timeline.Items is [TimelineMessage { Delivery: Delivery.Failed, Problem.Code: "MULTILINE_MAX_BYTES", Text: "one\ntwo" }]);
    }

    [Fact]
    public async Task A_batch_whose_end_was_not_given_to_the_connection_is_sent_again()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await InTeaAsync(server);
        link.Stuck = true;
        await WriteAsync(server, "one\ntwo");
        link.Break();
        await server.UntilAsync(s => s.Connection.Phase == ConnectionPhase.Waiting);
        Assert.Equal([Delivery.Waiting], (await RowsAsync(server)).Select(r => r.Delivery));
    }

    private static async Task<FakeLink> InTeaAsync(FakeServer server)
    {
        var link = await server.WelcomeAsync(Capabilities);
        await link.ExpectAsync("JOIN #tea");
        await FakeServer.NoTargetsAsync(link);
        link.Say(":ann!a@h JOIN #tea");
        var (label, _) = await link.NextLabelledAsync();
        FakeServer.Answer(link, label);
        await server.UntilAsync(s => s.FindRoom("#tea")!.Attachment == Attachment.Current);
        return link;
    }

    private static async Task<TimelineMessage> WriteAsync(FakeServer server, string text, MessageKind kind = MessageKind.Message) =>
        (await server.ReadAsync(s => server.Client.Send(s.FindRoom("#tea")!, text, kind)))!;

    private static Task<(long Key, string Text, Delivery Delivery)[]> RowsAsync(FakeServer server) =>
        server.ReadAsync(s => s.FindRoom("#tea")!.Timeline.Items.OfType<TimelineMessage>().Select(m => (m.Key, m.Text, m.Delivery)).ToArray());
}
