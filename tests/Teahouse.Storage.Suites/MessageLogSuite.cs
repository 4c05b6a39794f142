using System.Text;
using Teahouse.Core.Log;
using static Teahouse.Storage.Suites.Appends;

namespace Teahouse.Storage.Suites;

/// <summary>What every log does: appends, the fence, heads and epochs. A derived class says which log.</summary>
public abstract partial class MessageLogSuite : LogSuite
{
    [Fact]
    public async Task A_new_conversation_is_empty_and_in_its_first_epoch()
    {
        var head = await Log.TakeAsync(Tea);
        Assert.True(head.Id.Value > 0);
        Assert.Equal(Tea, head.Key);
        Assert.Equal((1L, 1, 0L, 0L, 1L), (head.OwnerEpoch, head.Epoch, head.LastSequence, head.LastTime, head.OldestSequence));
        Assert.True(head.State.IsEmpty);
        Assert.Empty(await Log.ReadAsync(head.Id, new LogRange(0, long.MaxValue, 10, Presence: true)));
    }

    [Fact]
    public async Task Taking_it_again_finds_the_same_conversation_and_raises_the_owner_epoch()
    {
        var first = await Log.TakeAsync(Tea);
        await RestartAsync();
        var second = await Log.TakeAsync(Tea);
        Assert.Equal((first.Id, first.OwnerEpoch + 1), (second.Id, second.OwnerEpoch));
    }

    [Fact]
    public async Task What_was_never_taken_is_not_found()
    {
        Assert.Null(await Log.FindAsync(Tea));
        var head = await Log.TakeAsync(Tea);
        var found = await Log.FindAsync(Tea);
        Assert.Equal((head.Id, head.OwnerEpoch), (found!.Id, found.OwnerEpoch));
    }

    [Fact]
    public async Task Conversations_of_other_kinds_with_the_same_name_are_others()
    {
        var channel = await Log.TakeAsync(Tea);
        var status = await Log.TakeAsync(new ConversationKey(ConversationKind.Status, "#tea", "@"));
        var direct = await Log.TakeAsync(ConversationKey.Direct("#tea", ""));
        Assert.Equal(3, new[] { channel.Id, status.Id, direct.Id }.Distinct().Count());
    }

    [Fact]
    public async Task A_stored_append_moves_the_head_and_is_read_back_after_a_restart()
    {
        var head = await Log.TakeAsync(Tea);
        Assert.Equal(AppendOutcome.Stored, await Log.AppendAsync(After(head, Stored(1, "one", 500), Stored(2, "两杯茶", 600))));
        var moved = await Log.HeadAsync(head.Id);
        Assert.Equal((2L, 600L), (moved.LastSequence, moved.LastTime));
        await RestartAsync();
        Assert.Equal(["one", "两杯茶"], await Log.TextsAsync(head.Id, new LogRange(1, long.MaxValue, 10)));
        var found = await Log.FindAsync(Tea);
        Assert.Equal((2L, 600L, 1L), (found!.LastSequence, found.LastTime, found.OwnerEpoch));
    }

    [Fact]
    public async Task An_append_after_another_head_is_fenced_and_changes_nothing()
    {
        var head = await Log.AppendAsync(await Log.TakeAsync(Tea), 3);
        var stale = head with { LastSequence = 2 };
        Assert.Equal(AppendStatus.Fenced, (await Log.AppendAsync(After(stale, Stored(3)))).Status);
        var ahead = head with { LastSequence = 4 };
        Assert.Equal(AppendStatus.Fenced, (await Log.AppendAsync(After(ahead, Stored(5)))).Status);
        Assert.Equal(3, (await Log.HeadAsync(head.Id)).LastSequence);
    }

    [Fact]
    public async Task An_owner_of_yesterday_is_fenced()
    {
        var yesterday = await Log.TakeAsync(Tea);
        var today = await Log.TakeAsync(Tea);
        var outcome = await Log.AppendAsync(After(yesterday, Stored(1)));
        Assert.Equal(AppendStatus.Fenced, outcome.Status);
        Assert.NotEmpty(outcome.Reason);
        Assert.Equal(AppendOutcome.Stored, await Log.AppendAsync(After(today, Stored(1))));
    }

    [Fact]
    public async Task One_conflict_fails_no_other_append_sent_with_it()
    {
        var heads = new List<ConversationHead>();
        for (var i = 0; i < 20; i++) heads.Add(await Log.TakeAsync(ConversationKey.Channel($"#{i}")));
        var appends = heads.Select((head, i) => Log.AppendAsync(After(i % 2 == 0 ? head : head with { OwnerEpoch = 99 }, Stored(1))).AsTask());
        var outcomes = await Task.WhenAll(appends);
        for (var i = 0; i < outcomes.Length; i++)
            Assert.Equal(i % 2 == 0 ? AppendStatus.Stored : AppendStatus.Fenced, outcomes[i].Status);
    }

    [Fact]
    public async Task The_state_travels_with_an_append_or_alone_and_survives()
    {
        var head = await Log.TakeAsync(Tea);
        await Log.AppendAsync(After(head, Stored(1)) with { State = "first"u8.ToArray() });
        Assert.Equal("first", Encoding.UTF8.GetString((await Log.HeadAsync(head.Id)).State.Span));
        await Log.AppendAsync(After(head with { LastSequence = 1 }, Stored(2)));
        Assert.Equal("first", Encoding.UTF8.GetString((await Log.HeadAsync(head.Id)).State.Span));
        await Log.AppendAsync(After(head with { LastSequence = 2 }) with { State = "second"u8.ToArray() });
        await RestartAsync();
        var found = await Log.FindAsync(Tea);
        Assert.Equal(("second", 2L), (Encoding.UTF8.GetString(found!.State.Span), found.LastSequence));
    }

    [Theory]
    [InlineData(2, 2, 3)]
    [InlineData(1, 3, 3)]
    [InlineData(1, 1, 3)]
    public async Task A_hole_or_a_repetition_is_the_owners_bug(long one, long two, long three)
    {
        var head = await Log.TakeAsync(Tea);
        await Assert.ThrowsAsync<ArgumentException>(async () => await Log.AppendAsync(After(head, Stored(one), Stored(two), Stored(three))));
        Assert.Equal(0, (await Log.HeadAsync(head.Id)).LastSequence);
    }

    [Fact]
    public async Task Time_going_back_is_the_owners_bug_and_harms_nobody_else()
    {
        var tea = await Log.TakeAsync(Tea);
        var milk = await Log.TakeAsync(ConversationKey.Channel("#milk"));
        await Log.AppendAsync(After(tea, Stored(1, time: 2000)));
        var wrong = WrongAsync();
        var right = Log.AppendAsync(After(milk, Stored(1, time: 5))).AsTask();
        await Assert.ThrowsAsync<ArgumentException>(() => wrong);
        Assert.Equal(AppendOutcome.Stored, await right);
        Assert.Equal(1, (await Log.HeadAsync(tea.Id)).LastSequence);

        async Task WrongAsync() => await Log.AppendAsync(After(tea with { LastSequence = 1 }, Stored(2, time: 1999)));
    }

    [Fact]
    public async Task An_unknown_conversation_is_an_error()
    {
        var nowhere = new ConversationId(4711);
        await Assert.ThrowsAsync<KeyNotFoundException>(async () => await Log.HeadAsync(nowhere));
        await Assert.ThrowsAsync<KeyNotFoundException>(async () => await Log.ReadAsync(nowhere, new LogRange(1, 9, 9)));
        await Assert.ThrowsAsync<KeyNotFoundException>(async () => await Log.SequenceAtAsync(nowhere, 0));
        await Assert.ThrowsAsync<KeyNotFoundException>(async () => await Log.BeginEpochAsync(nowhere, 1));
        await Assert.ThrowsAsync<KeyNotFoundException>(async () => await Log.FindClientKeyAsync(nowhere, Key(1, 1)));
        await Assert.ThrowsAsync<KeyNotFoundException>(async () => await Log.AppendAsync(new Append(nowhere, 1, 0, [Stored(1)])));
    }

    [Fact]
    public async Task A_new_epoch_counts_from_one_and_hides_what_was_before()
    {
        var head = await Log.AppendAsync(await Log.TakeAsync(Tea), 3);
        await Log.AppendAsync(After(head, Presence(3, "ann leaves")) with { State = "old"u8.ToArray() });
        var born = await Log.BeginEpochAsync(head.Id, head.OwnerEpoch);
        Assert.Equal((2, 0L, 0L, 1L), (born!.Epoch, born.LastSequence, born.LastTime, born.OldestSequence));
        Assert.True(born.State.IsEmpty);
        Assert.Empty(await Log.ReadAsync(head.Id, new LogRange(0, long.MaxValue, 10, Presence: true)));
        await Log.AppendAsync(After(born, Stored(1, "new")));
        await RestartAsync();
        Assert.Equal(["new"], await Log.TextsAsync(head.Id, new LogRange(0, long.MaxValue, 10, Presence: true)));
        var found = await Log.FindAsync(Tea);
        Assert.Equal((2, 1L), (found!.Epoch, found.LastSequence));
    }

    [Fact]
    public async Task Only_the_owner_begins_an_epoch()
    {
        var head = await Log.AppendAsync(await Log.TakeAsync(Tea), 1);
        Assert.Null(await Log.BeginEpochAsync(head.Id, head.OwnerEpoch - 1));
        Assert.Equal((1, 1L), ((await Log.HeadAsync(head.Id)).Epoch, (await Log.HeadAsync(head.Id)).LastSequence));
    }

    [Fact]
    public async Task The_head_comes_after_every_append_before_it()
    {
        var head = await Log.TakeAsync(Tea);
        var append = Log.AppendAsync(After(head, Stored(1))).AsTask();
        Assert.Equal(1, (await Log.HeadAsync(head.Id)).LastSequence);
        Assert.Equal(AppendOutcome.Stored, await append);
    }
}
