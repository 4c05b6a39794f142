namespace Teahouse.Client.Tests;

/// <summary>What becomes of own messages when the client itself ends, on servers that know no ids.</summary>
public sealed class KeptOutboxTests : IAsyncDisposable
{
    private readonly MemoryOutboxStore _outbox = new();

    public ValueTask DisposeAsync() => _outbox.DisposeAsync();

    [Fact]
    public async Task What_waits_when_the_program_ends_is_sent_once_by_the_next()
    {
        await using (var store = _outbox.OpenAnother())
        await using (var before = Offline(store))
        {
            await WriteAsync(before, "one");
            await WriteAsync(before, "two\nthree");
        }
        await using (var store = _outbox.OpenAnother())
        await using (var after = new FakeServer(null, store, "#tea"))
        {
            var link = await after.InTeaAsync();
            for (var i = 1; await link.NextLabelledAsync() is var (label, line) && i <= 3; i++)
            {
                Assert.Equal(new[] { "PRIVMSG #tea one", "PRIVMSG #tea two", "PRIVMSG #tea three" }[i - 1], line);
                link.Say($"@label={label};{FakeServer.Entry(i, line.Split(' ')[^1], "ann")[1..]}");
                if (i == 3) break;
            }
            await link.BarrierAsync();
            Assert.Equal([Delivery.Stored, Delivery.Stored, Delivery.Stored], await DeliveriesAsync(after));
        }
        await using var last = _outbox.OpenAnother();
        Assert.Empty(await last.ClaimAsync("ann"));
    }

    [Fact]
    public async Task An_attempt_that_the_crash_interrupted_is_found_in_the_history()
    {
        await SendAndCrashAsync("hello");
        await using var store = _outbox.OpenAnother();
        await using var after = new FakeServer(null, store, "#tea");
        await after.InTeaAsync(Said(1, "2026-05-01T11:59:59.000Z"), Said(2, "2026-05-01T12:00:00.000Z"));
        await after.UntilAsync(s => s.PendingList.Count == 0);
        Assert.Equal([Delivery.Stored, Delivery.Stored], await DeliveriesAsync(after));
    }

    [Fact]
    public async Task An_attempt_that_the_crash_interrupted_and_that_is_not_in_the_history_is_unknown_and_stays_it()
    {
        await SendAndCrashAsync("hello");
        for (var visit = 0; visit < 2; visit++)
        {
            await using var store = _outbox.OpenAnother();
            await using var after = new FakeServer(null, store, "#tea");
            // The same words of an earlier day are another message.
            var link = await after.InTeaAsync(Said(1, "2026-05-01T11:59:59.000Z"));
            await after.UntilAsync(s => s.PendingList.Count == 1);
            await link.BarrierAsync();
            Assert.Equal([Delivery.Stored, Delivery.Unknown], await DeliveriesAsync(after));
        }
    }

    [Fact]
    public async Task What_failed_is_still_there_with_its_reason()
    {
        await using (var store = _outbox.OpenAnother())
        await using (var before = new FakeServer(null, store, "#tea"))
        {
            var link = await before.InTeaAsync();
            await WriteAsync(before, "hello");
            link.Say($"@label={await link.ExpectLabelledAsync("PRIVMSG #tea hello")} FAIL PRIVMSG NOT_STORED #tea :Disk full");
            await link.BarrierAsync();
        }
        await using var next = _outbox.OpenAnother();
        await using var after = new FakeServer(null, next, "#tea");
        await after.InTeaAsync();
        await after.UntilAsync(s => s.FindRoom("#tea")!.Timeline.Items is [TimelineMessage { Delivery: Delivery.Failed, Problem.Detail: "Disk full", CanRetry: true, Text: "hello" }]);
    }

    [Fact]
    public async Task Two_sessions_send_nothing_twice_and_one_takes_over_what_the_other_leaves()
    {
        await using var other = _outbox.OpenAnother();
        await using var own = _outbox.OpenAnother();
        await using var living = new FakeServer(null, own, "#tea");
        var link = await living.InTeaAsync();
        await using (var dying = Offline(other))
        {
            await WriteAsync(dying, "left behind");
            living.Time.Advance(TimeSpan.FromSeconds(10));
            await link.BarrierAsync();
        }
        await other.DisposeAsync();
        living.Time.Advance(TimeSpan.FromSeconds(10));
        await link.ExpectLabelledAsync("PRIVMSG #tea :left behind");
    }

    [Fact]
    public async Task Nothing_goes_out_before_the_outbox_knows_of_it()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new FakeServer(null, new TroubledOutboxStore(gate.Task), "#tea");
        var link = await server.InTeaAsync();
        await WriteAsync(server, "hello");
        await link.BarrierAsync();
        Assert.Equal([Delivery.Waiting], await DeliveriesAsync(server));
        gate.SetResult();
        await link.ExpectLabelledAsync("PRIVMSG #tea hello");
    }

    [Fact]
    public async Task What_was_just_added_does_not_go_out_before_the_outbox_knows_its_id()
    {
        var adding = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var replacing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var store = new TroubledOutboxStore(adding.Task, replacing: replacing.Task);
        await using var server = Offline(store);
        await WriteAsync(server, "hello");
        await server.UntilAsync(s => s.Connection.Phase == ConnectionPhase.Waiting);
        server.Time.Advance(TimeSpan.FromSeconds(1));
        var link = await server.InTeaAsync();
        await link.BarrierAsync();
        adding.SetResult();
        await store.Replaces.WaitAsync(FakeLink.Patience);
        await link.BarrierAsync();
        Assert.Equal([Delivery.Waiting], await DeliveriesAsync(server));
        replacing.SetResult();
        await link.ExpectLabelledAsync("PRIVMSG #tea hello");
    }

    [Fact]
    public async Task Where_nothing_can_be_kept_messages_go_all_the_same_and_it_is_said()
    {
        await using var server = new FakeServer(null, new TroubledOutboxStore(Task.CompletedTask, "No space"), "#tea");
        var link = await server.InTeaAsync();
        await WriteAsync(server, "hello");
        await link.ExpectLabelledAsync("PRIVMSG #tea hello");
        Assert.Equal("No space", await server.ReadAsync(s => s.OutboxTrouble));
    }

    [Fact]
    public async Task What_the_outbox_had_no_room_for_is_not_taken_for_another_sessions()
    {
        var store = new FullOutboxStore();
        await using var server = new FakeServer(null, store, "#tea");
        var link = await server.InTeaAsync();
        await WriteAsync(server, "one");
        var label = await link.ExpectLabelledAsync("PRIVMSG #tea one");
        Assert.NotNull(await server.ReadAsync(s => s.OutboxTrouble));
        Assert.Equal([Delivery.Sending], await DeliveriesAsync(server));
        link.Say($"@label={label};teahouse.chat/seq=1-1;msgid=m1-1;time=2026-05-01T12:00:01.000Z :ann!u@h PRIVMSG #tea :one");
        await server.UntilAsync(s => s.FindRoom("#tea")!.Timeline.Items.OfType<TimelineMessage>().All(m => m.Delivery == Delivery.Stored));
        // There is room again.
        store.IsFull = false;
        await WriteAsync(server, "two");
        await link.ExpectLabelledAsync("PRIVMSG #tea two");
        Assert.Null(await server.ReadAsync(s => s.OutboxTrouble));
    }

    [Fact]
    public async Task That_nothing_can_be_kept_is_said_until_something_can_be_also_when_what_was_written_is_stored_by_the_server()
    {
        var store = new FullOutboxStore();
        await using var server = new FakeServer(null, store, "#tea");
        var link = await server.InTeaAsync();
        var said = new List<string?>();
        await server.ReadAsync(s =>
        {
            s.Changed += () =>
            {
                if (said.Count == 0 || said[^1] != s.OutboxTrouble) said.Add(s.OutboxTrouble);
            };
            return true;
        });
        await StoreAsync("one", 1);
        // Taking the first out of the outbox goes well, and proves nothing.
        await StoreAsync("two", 2);
        Assert.Equal(["No room"], await server.ReadAsync(_ => said.ToArray()));
        store.IsFull = false;
        await StoreAsync("three", 3);
        Assert.Equal(["No room", null], await server.ReadAsync(_ => said.ToArray()));

        async Task StoreAsync(string text, int number)
        {
            await WriteAsync(server, text);
            var label = await link.ExpectLabelledAsync($"PRIVMSG #tea {text}");
            link.Say($"@label={label};teahouse.chat/seq=1-{number};msgid=m1-{number};time=2026-05-01T12:00:0{number}.000Z :ann!u@h PRIVMSG #tea :{text}");
            await server.UntilAsync(s => s.FindRoom("#tea")!.Timeline.Items.OfType<TimelineMessage>().All(m => m.Delivery == Delivery.Stored));
        }
    }

    [Fact]
    public async Task A_message_that_another_session_took_over_is_not_sent_by_this_one()
    {
        await using var frozen = _outbox.OpenAnother();
        await using var server = Offline(frozen);
        await WriteAsync(server, "hello");
        await server.ReadAsync(_ => true);
        // It looked dead for so long that another one has it.
        await frozen.DisposeAsync();
        await using var other = _outbox.OpenAnother();
        Assert.Single(await other.ClaimAsync("ann"));
        server.Time.Advance(TimeSpan.FromSeconds(1));
        var link = await server.InTeaAsync();
        await server.UntilAsync(s => s.FindRoom("#tea")!.Timeline.Items.Count == 0);
        await link.BarrierAsync();
    }

    private static string Said(int number, string time) =>
        $"@teahouse.chat/seq=1-{number};msgid=m1-{number};time={time} :ann!u@h PRIVMSG #tea :hello";

    private static FakeServer Offline(IOutboxStore store)
    {
        var server = new FakeServer(null, store, "#tea");
        server.Refuse(new(ProblemKind.Unreachable));
        server.Start();
        return server;
    }

    private async Task SendAndCrashAsync(string text)
    {
        await using var store = _outbox.OpenAnother();
        await using var before = new FakeServer(null, store, "#tea");
        var link = await before.InTeaAsync();
        await WriteAsync(before, text);
        await link.ExpectLabelledAsync($"PRIVMSG #tea {text}");
    }

    private static Task<TimelineMessage?> WriteAsync(FakeServer server, string text) =>
        server.ReadAsync(s => server.Client.Send(s.FindRoom("#tea")!, text));

    private static Task<Delivery[]> DeliveriesAsync(FakeServer server) =>
        server.ReadAsync(s => s.FindRoom("#tea")!.Timeline.Items.OfType<TimelineMessage>().Select(m => m.Delivery).ToArray());
}
