using Teahouse.Protocol;

namespace Teahouse.Client.Tests;

/// <summary>Messages with ids: sent again until they are answered (docs/extensions/once.md).</summary>
public sealed class OnceTests
{
    private const string Capabilities = FakeServer.AllCapabilities + " teahouse.chat/once=window=604800";

    [Fact]
    public async Task A_message_has_an_id_of_the_servers_time_and_names_the_one_before()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await InTeaAsync(server);
        await WriteAsync(server, "one");
        await WriteAsync(server, "two");
        var (one, two) = (await NextAsync(link), await NextAsync(link));
        Assert.Equal("one", one[1]);
        Assert.Null(one.Tags[TagNames.After]);
        Assert.Equal(new DateTimeOffset(2026, 5, 1, 12, 30, 0, TimeSpan.Zero), MessageIds.TimeOf(Guid.Parse(one.Tags[TagNames.Id]!)));
        Assert.Equal(one.Tags[TagNames.Id], two.Tags[TagNames.After]);

        link.Say(Echo(one, 1));
        link.Say(Echo(two, 2));
        await link.BarrierAsync();
        await WriteAsync(server, "three");
        Assert.Equal(two.Tags[TagNames.Id], (await NextAsync(link)).Tags[TagNames.After]);
        Assert.Equal([Delivery.Stored, Delivery.Stored, Delivery.Sending], await DeliveriesAsync(server));
    }

    [Fact]
    public async Task What_was_not_answered_is_sent_again_after_a_break_in_order_with_the_same_ids()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await InTeaAsync(server);
        await WriteAsync(server, "one");
        await WriteAsync(server, "two");
        await WriteAsync(server, "three");
        Message[] first = [await NextAsync(link), await NextAsync(link), await NextAsync(link)];
        link.Break();
        await server.UntilAsync(s => s.Connection.Phase == ConnectionPhase.Waiting);
        server.Time.Advance(TimeSpan.FromSeconds(60));
        // The first had arrived, as the history shows.
        link = await InTeaAsync(server, "@" + Echo(first[0], 1)[(Echo(first[0], 1).IndexOf(';', StringComparison.Ordinal) + 1)..]);
        var again = new[] { await NextAsync(link), await NextAsync(link) };
        Assert.Equal(first[1..].Select(m => (m[1], m.Tags[TagNames.Id])), again.Select(m => (m[1], m.Tags[TagNames.Id])));
        Assert.Equal(first[0].Tags[TagNames.Id], again[0].Tags[TagNames.After]);
        link.Say(Echo(again[0], 2));
        link.Say(Echo(again[1], 3));
        await link.BarrierAsync();
        Assert.Equal(["one", "two", "three"], await server.TextsAsync());
        Assert.Equal([Delivery.Stored, Delivery.Stored, Delivery.Stored], await DeliveriesAsync(server));
    }

    [Fact]
    public async Task The_same_words_of_another_device_are_another_message()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await InTeaAsync(server);
        await WriteAsync(server, "hello");
        await NextAsync(link);
        link.Break();
        await server.UntilAsync(s => s.Connection.Phase == ConnectionPhase.Waiting);
        server.Time.Advance(TimeSpan.FromSeconds(60));
        link = await InTeaAsync(server, FakeServer.Entry(1, "hello", "ann"), "@teahouse.chat/id=01a3185c-5000-7a4e-9d41-6c1b0f5e2a70;" + FakeServer.Entry(2, "hello", "ann")[1..]);
        await NextAsync(link);
        Assert.Equal([Delivery.Stored, Delivery.Stored, Delivery.Sending], await DeliveriesAsync(server));
    }

    [Fact]
    public async Task After_a_crash_of_the_client_itself_it_is_sent_again_with_the_same_id()
    {
        var outbox = new MemoryOutboxStore();
        Message first;
        await using (var store = outbox.OpenAnother())
        await using (var before = new FakeServer(null, store, "#tea"))
        {
            var link = await InTeaAsync(before);
            await WriteAsync(before, "hello");
            first = await NextAsync(link);
        }
        await using (var store = outbox.OpenAnother())
        await using (var after = new FakeServer(null, store, "#tea"))
        {
            var link = await InTeaAsync(after);
            var again = await NextAsync(link);
            Assert.Equal((first[1], first.Tags[TagNames.Id]), (again[1], again.Tags[TagNames.Id]));
            link.Say(Echo(again, 1));
            await link.BarrierAsync();
            Assert.Equal([Delivery.Stored], await DeliveriesAsync(after));
        }
        await using var last = outbox.OpenAnother();
        Assert.Empty(await last.ClaimAsync("ann"));
    }

    [Fact]
    public async Task After_a_refusal_the_next_names_the_one_before_it()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await InTeaAsync(server);
        foreach (var text in new[] { "one", "two", "three" }) await WriteAsync(server, text);
        Message[] sent = [await NextAsync(link), await NextAsync(link), await NextAsync(link)];
        link.Say(Echo(sent[0], 1));
        link.Say($"@label={Label(sent[1])} :srv 404 ann #tea :No formatting here");
        link.Say($"@label={Label(sent[2])} :srv FAIL PRIVMSG OUT_OF_ORDER #tea {sent[2].Tags[TagNames.Id]} retry :The message before it is not stored here");
        var again = await NextAsync(link);
        Assert.Equal(("three", sent[2].Tags[TagNames.Id], sent[0].Tags[TagNames.Id]), (again[1], again.Tags[TagNames.Id], again.Tags[TagNames.After]));
        Assert.Equal([Delivery.Stored, Delivery.Failed, Delivery.Sending], await DeliveriesAsync(server));
    }

    [Fact]
    public async Task Where_ids_are_refused_it_goes_without_one_and_is_never_repeated()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await InTeaAsync(server);
        await WriteAsync(server, "hello");
        var sent = await NextAsync(link);
        link.Say($"@label={Label(sent)} :srv FAIL PRIVMSG ONCE_UNAVAILABLE #tea {sent.Tags[TagNames.Id]} final :Nothing is kept here");
        var again = await NextAsync(link);
        Assert.Equal(("hello", null), (again[1], again.Tags[TagNames.Id]));
        link.Break();
        await server.UntilAsync(s => s.Connection.Phase == ConnectionPhase.Waiting);
        server.Time.Advance(TimeSpan.FromSeconds(60));
        link = await InTeaAsync(server);
        await link.BarrierAsync();
        Assert.Equal([Delivery.Unknown], await DeliveriesAsync(server));
    }

    [Fact]
    public async Task An_id_of_a_wrong_time_is_made_anew_by_the_servers_clock()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await InTeaAsync(server);
        await WriteAsync(server, "hello");
        var sent = await NextAsync(link);
        link.Say($"@label={Label(sent)} :srv FAIL PRIVMSG ID_INVALID #tea {sent.Tags[TagNames.Id]} final 2026-05-01T11:00:00.000Z :The id is of a time to come");
        var again = await NextAsync(link);
        Assert.Equal(new DateTimeOffset(2026, 5, 1, 11, 0, 0, TimeSpan.Zero), MessageIds.TimeOf(Guid.Parse(again.Tags[TagNames.Id]!)));
    }

    [Fact]
    public async Task An_unknown_outcome_is_asked_for_again_until_it_is_enough()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await InTeaAsync(server);
        await WriteAsync(server, "hello");
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            var sent = await NextAsync(link);
            link.Say($"@label={Label(sent)} :srv FAIL PRIVMSG OUTCOME_UNKNOWN #tea {sent.Tags[TagNames.Id]} retry :The store does not answer");
            // Sent again, waiting for its time, or given up: the time moves only after one of them is so.
            await server.UntilAsync(s => s.PendingList[0] is { TryAt: not null } or { Interrupted: true } or { InFlight: true, Repeats: > 0 } && s.PendingList[0].Label != Label(sent));
            server.Time.Advance(TimeSpan.FromSeconds(2));
        }
        await link.BarrierAsync();
        Assert.Equal([Delivery.Unknown], await DeliveriesAsync(server));
    }

    [Fact]
    public async Task What_is_too_old_to_be_asked_for_is_unknown()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await InTeaAsync(server);
        await WriteAsync(server, "hello");
        var sent = await NextAsync(link);
        link.Say($"@label={Label(sent)} :srv FAIL PRIVMSG ID_EXPIRED #tea {sent.Tags[TagNames.Id]} final 2026-06-01T11:00:00.000Z :The id is too old");
        var label = await link.ExpectLabelledAsync($"CHATHISTORY AROUND #tea timestamp={ServerTime.Format(MessageIds.TimeOf(Guid.Parse(sent.Tags[TagNames.Id]!)))} 10");
        Assert.Equal([Delivery.Unknown], await DeliveriesAsync(server));
        FakeServer.Answer(link, label, FakeServer.Entry(7));
        await link.BarrierAsync();
        Assert.Equal([Delivery.Stored, Delivery.Unknown], await DeliveriesAsync(server));
    }

    [Fact]
    public async Task What_is_too_old_to_be_asked_for_is_stored_if_the_history_has_it()
    {
        await using var server = new FakeServer(null, "#tea");
        var link = await InTeaAsync(server);
        await WriteAsync(server, "hello");
        var sent = await NextAsync(link);
        link.Say($"@label={Label(sent)} :srv FAIL PRIVMSG ID_EXPIRED #tea {sent.Tags[TagNames.Id]} final 2026-06-01T11:00:00.000Z :The id is too old");
        var (label, line) = await link.NextLabelledAsync();
        Assert.StartsWith("CHATHISTORY AROUND #tea ", line, StringComparison.Ordinal);
        FakeServer.Answer(link, label, FakeServer.Entry(7), $"@teahouse.chat/id={sent.Tags[TagNames.Id]};{FakeServer.Entry(8, "hello", "ann")[1..]}", FakeServer.Entry(9));
        await link.BarrierAsync();
        Assert.Equal([Delivery.Stored, Delivery.Stored, Delivery.Stored], await DeliveriesAsync(server));
    }

    [Fact]
    public void Ids_are_of_version_7_and_each_is_above_the_one_before()
    {
        var ids = new MessageIds(new Random(1));
        var now = new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
        string[] made = [.. Enumerable.Range(0, 10_000).Select(i => ids.Next(now.AddMilliseconds(i / 1000)).ToString())];
        Assert.Equal(made, made.Distinct().Order(StringComparer.Ordinal));
        Assert.All(made, id => Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id));
        Assert.Equal(now, MessageIds.TimeOf(Guid.Parse(made[0])));
    }

    private static async Task<Message> NextAsync(FakeLink link) => MessageParser.Parse(await link.NextAsync());

    private static string Label(Message sent) => sent.Tags[TagNames.Label]!;

    private static string Echo(Message sent, int number) =>
        $"@label={Label(sent)};teahouse.chat/id={sent.Tags[TagNames.Id]};{FakeServer.Entry(number, sent[1], "ann")[1..]}";

    /// <summary>As the account ann, on a server whose clock is half an hour ahead.</summary>
    private static async Task<FakeLink> InTeaAsync(FakeServer server, params string[] history)
    {
        var link = await server.AcceptAsync();
        await link.ExpectAsync("CAP LS 302");
        link.Say($":srv CAP * LS :{Capabilities}");
        link.Say($":srv CAP * ACK {(await link.NextAsync())["CAP REQ ".Length..]}");
        await link.ExpectAsync("NICK ann", "USER ann 0 * ann", "CAP END");
        var now = ServerTime.Format(server.Time.GetUtcNow().AddMinutes(30));
        link.Say($":srv 900 ann ann!a@h ann :You are logged in\n@time={now} :srv 001 ann :Welcome\n:srv 005 ann CHATHISTORY=10 PREFIX=(ov)@+ CHANTYPES=# :are supported\n:srv 422 ann :No MOTD");
        await link.ExpectAsync("JOIN #tea");
        await FakeServer.NoTargetsAsync(link);
        link.Say(":ann!a@h JOIN #tea");
        var (label, _) = await link.NextLabelledAsync();
        FakeServer.Answer(link, label, history);
        await server.UntilAsync(s => s.FindRoom("#tea")!.Attachment == Attachment.Current);
        return link;
    }

    private static Task<TimelineMessage?> WriteAsync(FakeServer server, string text) =>
        server.ReadAsync(s => server.Client.Send(s.FindRoom("#tea")!, text));

    private static Task<Delivery[]> DeliveriesAsync(FakeServer server) =>
        server.ReadAsync(s => s.FindRoom("#tea")!.Timeline.Items.OfType<TimelineMessage>().Select(m => m.Delivery).ToArray());
}
