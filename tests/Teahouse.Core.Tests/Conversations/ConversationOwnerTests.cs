using Teahouse.Core.Conversations;
using Teahouse.Core.Events;
using Teahouse.Core.Log;
using Teahouse.Protocol;
using Teahouse.Storage.Suites.Faults;
using static Teahouse.Core.Tests.Conversations.OwnerStage;

namespace Teahouse.Core.Tests.Conversations;

public sealed class ConversationOwnerTests
{
    [Fact]
    public async Task Messages_posted_together_are_stored_with_one_append_and_told_in_order()
    {
        await using var stage = new OwnerStage();
        var (ann, bob) = (await stage.JoinAsync("ann"), await stage.JoinAsync("bob"));
        ann.Said();
        bob.Said();
        var held = stage.Log.HoldNext();
        var posted = stage.PostAsync(PostOf(ann, "a"), PostOf(ann, "b"), PostOf(ann, "c"));
        var append = await held;
        Assert.Equal(3, append.Append.Entries.Length);
        Assert.Empty(ann.Said());
        Assert.Empty(bob.Said());
        await append.ReleaseAsync();
        Assert.Equal([OutcomeStatus.Done, OutcomeStatus.Done, OutcomeStatus.Done], await posted);
        string[] told = ["1-1 PRIVMSG a", "1-2 PRIVMSG b", "1-3 PRIVMSG c"];
        Assert.Equal(told, ann.Said());
        Assert.Equal(told, bob.Said());
    }

    [Fact]
    public async Task What_queues_up_behind_an_append_goes_into_the_next_one()
    {
        await using var stage = new OwnerStage();
        var ann = await stage.JoinAsync("ann");
        var (held, next) = (stage.Log.HoldNext(), stage.Log.HoldNext());
        var first = stage.PostAsync(PostOf(ann, "a"));
        var append = await held;
        Task[] rest = [.. Enumerable.Range(0, 10).Select(i => stage.PostAsync(PostOf(ann, $"b{i}")))];
        await append.ReleaseAsync();
        await first;
        var second = await next;
        Assert.Equal(10, second.Append.Entries.Length);
        await second.ReleaseAsync();
        await Task.WhenAll(rest);
        Assert.Equal(["1 a", .. Enumerable.Range(0, 10).Select(i => $"{i + 2} b{i}")], await stage.StoredAsync());
    }

    [Fact]
    public async Task After_five_seconds_what_the_store_has_is_unknown_and_what_waits_behind_is_not_stored()
    {
        await using var stage = new OwnerStage();
        var ann = await stage.JoinAsync("ann");
        ann.Said();
        var held = stage.Log.HoldNext();
        var first = stage.PostAsync(PostOf(ann, "slow"));
        var append = await held;
        var behind = stage.PostAsync(PostOf(ann, "behind"));
        stage.GiveUpAfter(4);
        Assert.False(first.IsCompleted);
        stage.GiveUpAfter(1);
        Assert.Equal([OutcomeStatus.Unknown], await first);
        Assert.Equal([OutcomeStatus.NotStored], await behind);
        Assert.Empty(ann.Said());
        await append.ReleaseAsync();
        await stage.AskAsync(new Look());
        Assert.Equal(["1-1 PRIVMSG slow"], ann.Said());
        Assert.Equal(["1 slow"], await stage.StoredAsync());
    }

    [Fact]
    public async Task A_post_that_was_given_up_before_it_was_decided_is_not_posted_later()
    {
        await using var stage = new OwnerStage();
        var ann = await stage.JoinAsync("ann");
        stage.Log.Next(AppendFault.UnknownNotStored);
        var held = stage.Log.HoldNext();
        // The owner waits in its turn for the fate of the first append.
        var first = stage.PostAsync(PostOf(ann, "a"));
        Assert.Equal([OutcomeStatus.Unknown], await first);
        var mode = stage.AskAsync(new SetModes(ann.User, null, [new ModeChange(true, 'm', null)]));
        var append = await held;
        stage.GiveUpAfter(6);
        Assert.Equal(OutcomeStatus.Unknown, (await mode).Status);
        append.Answer(new AppendOutcome(AppendStatus.Failed, "full"));
        Assert.False((await stage.AskAsync(new Look())).View!.Settings.Has(ChannelFlags.Moderated));
        Assert.Empty(await stage.StoredAsync());
    }

    [Theory]
    [InlineData(AppendFault.Fail, OutcomeStatus.NotStored, false)]
    [InlineData(AppendFault.UnknownStored, OutcomeStatus.Unknown, true)]
    [InlineData(AppendFault.UnknownNotStored, OutcomeStatus.Unknown, false)]
    public async Task After_a_fault_everybody_hears_exactly_what_the_log_holds(AppendFault fault, OutcomeStatus outcome, bool stored)
    {
        await using var stage = new OwnerStage();
        var (ann, bob) = (await stage.JoinAsync("ann"), await stage.JoinAsync("bob"));
        ann.Said();
        bob.Said();
        await stage.PostAsync(PostOf(ann, "a"));
        stage.Log.Next(fault);
        Assert.Equal([outcome, outcome], await stage.PostAsync(PostOf(bob, "b"), PostOf(bob, "c")));
        await stage.PostAsync(PostOf(ann, "d"));
        string[] texts = stored ? ["a", "b", "c", "d"] : ["a", "d"];
        Assert.Equal(texts.Select((text, i) => $"{i + 1} {text}"), await stage.StoredAsync());
        string[] told = [.. texts.Select((text, i) => $"1-{i + 1} PRIVMSG {text}")];
        Assert.Equal(told, ann.Said());
        Assert.Equal(told, bob.Said());
    }

    [Fact]
    public async Task Nobody_has_to_speak_for_the_others_to_hear_what_was_stored_after_all()
    {
        await using var stage = new OwnerStage();
        var (ann, bob) = (await stage.JoinAsync("ann"), await stage.JoinAsync("bob"));
        bob.Said();
        stage.Log.Next(AppendFault.UnknownStored);
        await stage.PostAsync(PostOf(ann, "a"));
        // The answer may come before the delivery: a question waits for both.
        await stage.AskAsync(new Consult(new HistoryReader(bob.User.Id, bob.User.Identity, 0)));
        Assert.Equal(["1-1 PRIVMSG a"], bob.Said());
    }

    [Fact]
    public async Task A_bug_in_a_turn_leaves_nobody_waiting_and_what_was_stored_is_told()
    {
        await using var stage = new OwnerStage();
        var (ann, bob) = (await stage.JoinAsync("ann"), await stage.JoinAsync("bob"));
        ann.Said();
        bob.Said();
        stage.Audience.FaultAt = 1;
        Assert.Equal([OutcomeStatus.Unknown, OutcomeStatus.Unknown], await stage.PostAsync(PostOf(ann, "a"), PostOf(ann, "b")));
        Assert.Single(stage.Recorder.Faults);
        Assert.Equal([OutcomeStatus.Done], await stage.PostAsync(PostOf(ann, "c")));
        Assert.Equal(["1 a", "2 b", "3 c"], await stage.StoredAsync());
        // The one that met the bug is lost to those who hear now, not to the log; nothing comes twice.
        Assert.Equal(["1-2 PRIVMSG b", "1-3 PRIVMSG c"], bob.Said());
        Assert.Equal(["1-2 PRIVMSG b", "1-3 PRIVMSG c"], ann.Said());
    }

    [Fact]
    public async Task Who_quits_in_a_turn_that_breaks_is_out_all_the_same()
    {
        await using var stage = new OwnerStage();
        var (ann, bob) = (await stage.JoinAsync("ann"), await stage.JoinAsync("bob"));
        var held = stage.Log.HoldNext();
        var slow = stage.PostAsync(PostOf(ann, "slow"));
        var append = await held;
        var posted = stage.PostAsync(PostOf(ann, "meets the bug"));
        var topic = stage.AskAsync(new SetTopic(ann.User, null, "never decided"));
        var quit = stage.AskAsync(new ChangeMember(bob.User, null, Leaves: true));
        stage.Audience.FaultAt = 2;
        await append.ReleaseAsync();
        await Task.WhenAll(slow, posted, topic, quit);
        Assert.Equal(OutcomeStatus.Unknown, (await topic).Status);
        Assert.Null((await stage.AskAsync(new Look())).View!.Member(bob.User.Id));
    }

    [Fact]
    public async Task A_closed_store_makes_every_outcome_unknown_and_nobody_waits()
    {
        await using var stage = new OwnerStage();
        var ann = await stage.JoinAsync("ann");
        ann.Said();
        stage.Log.Break();
        Assert.Equal([OutcomeStatus.Unknown], await stage.PostAsync(PostOf(ann, "a")));
        Assert.Equal([OutcomeStatus.Unknown], await stage.PostAsync(PostOf(ann, "b")));
        Assert.Equal(OutcomeStatus.Unknown, (await stage.AskAsync(new SetTopic(ann.User, null, "leaves"))).Status);
        Assert.Empty(ann.Said());
        Assert.Empty(stage.Recorder.Faults);
    }

    [Fact]
    public async Task A_doubt_that_could_not_be_settled_is_looked_at_again()
    {
        await using var stage = new OwnerStage();
        var (ann, bob) = (await stage.JoinAsync("ann"), await stage.JoinAsync("bob"));
        bob.Said();
        stage.Log.Next(AppendFault.UnknownStored);
        // The recovery meets a bug.
        stage.Audience.FaultAt = 1;
        await stage.PostAsync(PostOf(ann, "a"));
        stage.Owner.Reconsider();
        await stage.AskAsync(new Look());
        await stage.PostAsync(PostOf(ann, "b"));
        Assert.Equal("1-2 PRIVMSG b", bob.Said()[^1]);
        Assert.Equal(["1 a", "2 b"], await stage.StoredAsync());
    }

    [Fact]
    public async Task Where_no_history_is_kept_nothing_is_numbered_and_the_log_is_never_asked()
    {
        await using var stage = new OwnerStage(recorded: false);
        var ann = await stage.JoinAsync("ann", account: 7);
        ann.Said();
        stage.Log.Break();
        Assert.Equal([OutcomeStatus.Done], await stage.PostAsync(PostOf(ann, "a")));
        Assert.Equal(OutcomeStatus.Done, (await stage.AskAsync(new SetTopic(ann.User, null, "leaves"))).Status);
        Assert.Equal(["PRIVMSG a", "TOPIC leaves"], ann.Said());
        Assert.Null((await stage.AskAsync(new Consult(new HistoryReader(ann.User.Id, ann.User.Identity, 7)))).Access);
        var keyed = PostOf(ann, "b") with { Key = new ClientKey(7, 1, 1) };
        Assert.Equal([OutcomeStatus.Refused], await stage.PostAsync(keyed));
    }

    [Fact]
    public async Task An_owner_is_dropped_ten_minutes_after_its_last_member_and_then_ends_an_unregistered_room()
    {
        await using var stage = new OwnerStage();
        var ann = await stage.JoinAsync("ann");
        await stage.PostAsync(PostOf(ann, "a"));
        Assert.False(await stage.Owner.TryDropAsync(TimeSpan.Zero));
        await stage.AskAsync(new Part(ann.User, null, ""));
        stage.Time.Advance(TimeSpan.FromMinutes(9));
        await stage.AskAsync(new Look());
        Assert.False(await stage.Owner.TryDropAsync(TimeSpan.FromMinutes(10)));
        stage.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await stage.Owner.TryDropAsync(TimeSpan.FromMinutes(10)));
        Assert.False(stage.Owner.TryAsk(new Ask(new Look())));
        Assert.True((await stage.Inner.FindAsync(stage.Owner.Key, TestContext.Current.CancellationToken))!.State.IsEmpty);
    }

    [Fact]
    public async Task An_owner_of_nothing_is_dropped_at_once()
    {
        await using var stage = new OwnerStage();
        Assert.Null((await stage.AskAsync(new Look())).View);
        Assert.True(await stage.Owner.TryDropAsync(TimeSpan.FromMinutes(10)));
        Assert.Null(await stage.Inner.FindAsync(stage.Owner.Key, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_time_that_goes_back_does_not_go_back_in_the_conversation()
    {
        await using var stage = new OwnerStage();
        var ann = await stage.JoinAsync("ann");
        var later = (await stage.AskAsync(PostOf(ann, "a"))).Event!.Time;
        stage.Time.AdjustTime(stage.Time.GetUtcNow().AddHours(-1));
        var events = new List<Event>();
        for (var i = 0; i < 3; i++) events.Add((await stage.AskAsync(PostOf(ann, "b"))).Event!);
        Assert.All(events, e => Assert.True(e.Time >= later));
        Assert.Equal(events.Count, events.Select(e => e.MsgId).Distinct().Count());
    }
}
