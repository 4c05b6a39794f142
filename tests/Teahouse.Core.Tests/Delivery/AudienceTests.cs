using System.IO.Pipelines;
using System.Text;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Core.Tests.Conversations;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Tests.Delivery;

public sealed class AudienceTests : IAsyncDisposable
{
    private readonly OwnerStage _stage = new();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    private static Event Numbered(long sequence, EventKind kind = EventKind.Privmsg) => new(
        kind, new Place(1, sequence), 0, $"id{sequence}", new EventSource("ann!a@h", "uann", null),
        kind == EventKind.Tagmsg ? ["#tea"] : ["#tea", $"m{sequence}"], Tags.Empty);

    private static ChannelAudience Of(params OwnerStage.Person[] people)
    {
        var audience = new ChannelAudience("tea.example");
        foreach (var person in people) audience.Add(person.User.Id, person.Subscriber);
        return audience;
    }

    [Fact]
    public void What_was_delivered_is_not_delivered_again()
    {
        var bob = _stage.Come("bob");
        var audience = Of(bob);
        Assert.True(audience.Deliver(Numbered(1), default, null));
        Assert.True(audience.Deliver(Numbered(2), default, null));
        Assert.True(audience.Deliver(Numbered(1), default, null));
        Assert.True(audience.Deliver(Numbered(2), default, null));
        audience.Drain();
        Assert.Equal(["1-1 PRIVMSG m1", "1-2 PRIVMSG m2"], bob.Said());
    }

    [Fact]
    public void A_jump_is_refused_until_what_is_missing_has_come()
    {
        var bob = _stage.Come("bob");
        var audience = Of(bob);
        audience.Begin(5);
        Assert.False(audience.Deliver(Numbered(7), default, null));
        Assert.True(audience.Deliver(Numbered(6), default, null));
        Assert.True(audience.Deliver(Numbered(7), default, null));
        audience.Drain();
        Assert.Equal(["1-6 PRIVMSG m6", "1-7 PRIVMSG m7"], bob.Said());
    }

    [Fact]
    public void What_has_no_number_always_passes()
    {
        var bob = _stage.Come("bob");
        var audience = Of(bob);
        var passing = Numbered(1) with { Place = default };
        audience.Deliver(passing, default, null);
        audience.Deliver(passing, default, null);
        audience.Drain();
        Assert.Equal(["PRIVMSG m1", "PRIVMSG m1"], bob.Said());
    }

    [Fact]
    public void Who_counts_is_told_the_number_of_what_it_does_not_hear()
    {
        var (ann, bob) = (_stage.Come("ann"), _stage.Come("bob"));
        ann.Subscriber.Capabilities = CapabilitySet.MessageTags | CapabilitySet.Seq;
        bob.Subscriber.Capabilities = CapabilitySet.Seq;
        var audience = Of(ann, bob);
        audience.Deliver(Numbered(1), ann.User.Id, new Origin(ann.Subscriber.Session));
        audience.Deliver(Numbered(2, EventKind.Tagmsg), default, null);
        audience.Skip(Numbered(3, EventKind.Tagmsg));
        audience.Drain();
        Assert.Equal(["1-1 TAGMSG #tea", "1-2 TAGMSG #tea", "1-3 TAGMSG #tea"], ann.Said());
        Assert.Equal(["1-1 PRIVMSG m1"], bob.Said());
    }

    [Fact]
    public async Task A_large_audience_is_drained_on_the_pool_and_still_once_each()
    {
        var people = Enumerable.Range(0, 50).Select(i => _stage.Come($"p{i}")).ToArray();
        var audience = Of(people);
        for (var i = 1; i <= 10; i++) audience.Deliver(Numbered(i), default, null);
        audience.Drain();
        foreach (var person in people) Assert.Equal(10, (await person.SaidAsync(10)).Count);
    }

    [Fact]
    public void Who_left_hears_nothing_more()
    {
        var (ann, bob) = (_stage.Come("ann"), _stage.Come("bob"));
        var audience = Of(ann, bob);
        audience.Remove(ann.User.Id);
        audience.Remove(bob.Subscriber);
        audience.Add(bob.User.Id, bob.Subscriber);
        audience.Add(bob.User.Id, bob.Subscriber);
        audience.Deliver(Numbered(1), default, null);
        audience.Drain();
        Assert.Empty(ann.Said());
        Assert.Single(bob.Said());
        var heard = new HashSet<Subscriber>();
        audience.Collect(heard);
        Assert.Equal([bob.Subscriber], heard);
    }

    [Fact]
    public void Who_leaves_or_comes_within_a_turn_hears_just_what_was_said_while_it_was_there()
    {
        var (ann, bob) = (_stage.Come("ann"), _stage.Come("bob"));
        var audience = Of(ann);
        audience.Deliver(Numbered(1), default, null);
        audience.Add(bob.User.Id, bob.Subscriber);
        audience.Deliver(Numbered(2), default, null);
        audience.Remove(ann.User.Id);
        audience.Deliver(Numbered(3), default, null);
        audience.Drain();
        Assert.Equal(["1-1 PRIVMSG m1", "1-2 PRIVMSG m2"], ann.Said());
        Assert.Equal(["1-2 PRIVMSG m2", "1-3 PRIVMSG m3"], bob.Said());
    }

    [Fact]
    public void Those_who_talk_in_one_turn_hear_each_other_in_the_order_of_all()
    {
        var (ann, bob, cai) = (_stage.Come("ann"), _stage.Come("bob"), _stage.Come("cai"));
        ann.Subscriber.Capabilities |= CapabilitySet.EchoMessage;
        bob.Subscriber.Capabilities &= ~CapabilitySet.EchoMessage;
        var audience = Of(ann, bob, cai);
        audience.Deliver(Numbered(1), ann.User.Id, new Origin(ann.Subscriber.Session));
        audience.Deliver(Numbered(2), bob.User.Id, new Origin(bob.Subscriber.Session));
        audience.Deliver(Numbered(3), ann.User.Id, new Origin(ann.Subscriber.Session));
        audience.Drain();
        Assert.Equal(["1-1 PRIVMSG m1", "1-2 PRIVMSG m2", "1-3 PRIVMSG m3"], ann.Said());
        Assert.Equal(["1-1 PRIVMSG m1", "1-3 PRIVMSG m3"], [.. bob.Said().Where(line => line.Contains("PRIVMSG", StringComparison.Ordinal))]);
        Assert.Equal(["1-1 PRIVMSG m1", "1-2 PRIVMSG m2", "1-3 PRIVMSG m3"], cai.Said());
    }

    [Fact]
    public void What_comes_between_messages_is_heard_between_them()
    {
        var bob = _stage.Come("bob");
        var audience = Of(bob);
        audience.Deliver(Numbered(1), default, null);
        audience.Deliver(Numbered(2, EventKind.Topic), default, null);
        audience.Deliver(Numbered(3), default, null);
        audience.Drain();
        Assert.Equal(["1-1 PRIVMSG m1", "1-2 TOPIC m2", "1-3 PRIVMSG m3"], bob.Said());
    }

    [Fact]
    public void A_direct_chat_is_heard_by_the_sessions_of_both_sides_that_are_there_now()
    {
        var registry = new SubscriberRegistry();
        var (ann, bob) = (_stage.Come("ann"), _stage.Come("bob"));
        var audience = new DirectAudience(registry, ann.User.Identity, bob.User.Identity, "tea.example");
        audience.Deliver(Numbered(1), default, null);
        registry.Add(ann.User.Identity, ann.Subscriber);
        audience.Deliver(Numbered(2), default, null);
        registry.Add(bob.User.Identity, bob.Subscriber);
        audience.Deliver(Numbered(3), default, null);
        registry.Remove(ann.User.Identity, ann.Subscriber);
        audience.Deliver(Numbered(4), default, null);
        audience.Drain();
        Assert.Equal(["1-2 PRIVMSG m2", "1-3 PRIVMSG m3"], ann.Said());
        Assert.Equal(["1-3 PRIVMSG m3", "1-4 PRIVMSG m4"], bob.Said());
    }

    [Fact]
    public async Task However_long_a_turn_is_who_reads_at_once_is_not_dropped()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        var queue = new SendQueue(pipe.Writer, 4000, new SendBudget(0));
        var audience = new ChannelAudience("tea.example");
        audience.Add(new UserId(1), new Subscriber(new SessionId(1), queue) { User = new UserId(1) });
        for (var i = 1; i <= 1000; i++) audience.Deliver(Numbered(i), default, null);
        audience.Drain();
        Assert.True(queue.IsOpen);
        await queue.CloseAsync(null);
        await pipe.Writer.CompleteAsync();
        var read = await pipe.Reader.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1000, Encoding.ASCII.GetString(read.Buffer).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void An_event_is_encoded_once_for_all_who_see_it_alike()
    {
        var message = new RenderedMessage(Numbered(1));
        var plain = message.For(CapabilitySet.EchoMessage | CapabilitySet.Batch);
        Assert.Same(plain, message.For(CapabilitySet.None));
        Assert.NotSame(plain, message.For(CapabilitySet.Seq));
        Assert.Same(message.For(CapabilitySet.Seq), message.For(CapabilitySet.Seq | CapabilitySet.AwayNotify));
    }
}
