using Teahouse.Core.Log;
using static Teahouse.Storage.Suites.Appends;

namespace Teahouse.Storage.Suites;

/// <summary>What retention takes away.</summary>
public abstract partial class MessageLogSuite
{
    [Fact]
    public async Task What_expires_is_read_by_nobody_and_its_numbers_and_keys_stay()
    {
        var head = await Log.TakeAsync(Tea);
        await Log.AppendAsync(After(head, Stored(1, key: Key(7, 1)), Stored(2), Stored(3), Stored(4)));
        Assert.Equal(3, await Log.ExpireAsync(head.Id, 1, 3));
        for (var restarts = 0; restarts < 3; restarts++)
        {
            Assert.Equal(["entry 3", "entry 4"], await Log.TextsAsync(head.Id, new LogRange(1, long.MaxValue, 10)));
            Assert.Equal(["entry 3"], await Log.TextsAsync(head.Id, new LogRange(1, long.MaxValue, 1)));
            Assert.Equal(["entry 4"], await Log.TextsAsync(head.Id, new LogRange(1, long.MaxValue, 1, Newest: true)));
            Assert.Empty(await Log.ReadAsync(head.Id, new LogRange(1, 2, 10)));
            var now = await Log.HeadAsync(head.Id);
            Assert.Equal((4L, 1004L, 3L), (now.LastSequence, now.LastTime, now.OldestSequence));
            Assert.Equal(1, (await Log.FindClientKeyAsync(head.Id, Key(7, 1)))!.Value.Sequence);
            await RestartAsync();
        }
        head = await Log.TakeAsync(Tea);
        Assert.Equal(AppendOutcome.Stored, await Log.AppendAsync(After(head, Stored(5))));
    }

    [Fact]
    public async Task What_expired_does_not_come_back_and_another_epoch_is_left_alone()
    {
        var head = await Log.AppendAsync(await Log.TakeAsync(Tea), 5);
        Assert.Equal(4, await Log.ExpireAsync(head.Id, head.Epoch, 4));
        Assert.Equal(4, await Log.ExpireAsync(head.Id, head.Epoch, 2));
        Assert.Equal(4, await Log.ExpireAsync(head.Id, head.Epoch + 1, 5));
        Assert.Equal(["entry 4", "entry 5"], await Log.TextsAsync(head.Id, new LogRange(1, 9, 10)));
        var born = await Log.BeginEpochAsync(head.Id, head.OwnerEpoch);
        await Log.AppendAsync(After(born!, Stored(1, "new")));
        Assert.Equal(1, await Log.ExpireAsync(head.Id, head.Epoch, 5));
        await RestartAsync();
        Assert.Equal(["new"], await Log.TextsAsync(head.Id, new LogRange(1, 9, 10)));
    }

    [Fact]
    public async Task All_may_expire_and_what_is_said_next_has_the_next_number()
    {
        var head = await Log.AppendAsync(await Log.TakeAsync(Tea), 300);
        Assert.Equal(301, await Log.ExpireAsync(head.Id, head.Epoch, long.MaxValue));
        Assert.Empty(await Log.ReadAsync(head.Id, new LogRange(0, long.MaxValue, 10, Presence: true)));
        Assert.Equal(301, await Log.SequenceAtAsync(head.Id, 0));
        await RestartAsync();
        head = await Log.TakeAsync(Tea);
        Assert.Equal((300L, 301L), (head.LastSequence, head.OldestSequence));
        await Log.AppendAsync(After(head, Stored(301)));
        for (var restarts = 0; restarts < 2; restarts++)
        {
            Assert.Equal(["entry 301"], await Log.TextsAsync(head.Id, new LogRange(1, long.MaxValue, 10)));
            Assert.Equal(301, await Log.SequenceAtAsync(head.Id, 0));
            Assert.Equal(302, await Log.SequenceAtAsync(head.Id, 9999));
            await RestartAsync();
        }
    }

    [Fact]
    public async Task A_time_is_found_among_what_is_left()
    {
        var head = await Log.AppendAsync(await Log.TakeAsync(Tea), 1000);
        await RestartAsync();
        await Log.ExpireAsync(head.Id, head.Epoch, 700);
        for (var restarts = 0; restarts < 2; restarts++)
        {
            Assert.Equal(700, await Log.SequenceAtAsync(head.Id, 0));
            Assert.Equal(700, await Log.SequenceAtAsync(head.Id, 1650));
            Assert.Equal(801, await Log.SequenceAtAsync(head.Id, 1801));
            Assert.Equal(1001, await Log.SequenceAtAsync(head.Id, 5000));
            await RestartAsync();
        }
    }

    [Fact]
    public async Task Presence_goes_with_the_entry_it_stands_behind()
    {
        var head = await Log.TakeAsync(Tea);
        await Log.AppendAsync(After(head, Presence(0, "first"), Stored(1), Presence(1, "between"), Stored(2), Presence(2, "last")));
        await Log.ExpireAsync(head.Id, head.Epoch, 2);
        for (var restarts = 0; restarts < 2; restarts++)
        {
            Assert.Equal(["entry 2", "last"], await Log.TextsAsync(head.Id, new LogRange(0, long.MaxValue, 10, Presence: true)));
            await RestartAsync();
        }
    }

    [Fact]
    public async Task Long_rooms_expire_too_while_they_go_on()
    {
        var head = await Log.AppendAsync(await Log.TakeAsync(Tea), 20_000);
        await RestartAsync();
        head = await Log.TakeAsync(Tea);
        await Log.ExpireAsync(head.Id, head.Epoch, 19_990);
        head = await Log.AppendAsync(head, 20);
        await RestartAsync();
        var expected = Enumerable.Range(19_990, 31).Select(i => $"entry {i}");
        Assert.Equal(expected, await Log.TextsAsync(head.Id, new LogRange(1, long.MaxValue, 100)));
    }

    [Fact]
    public async Task Conversations_are_listed_some_at_a_time()
    {
        var one = await Log.AppendAsync(await Log.TakeAsync(Tea), 2);
        var two = await Log.TakeAsync(ConversationKey.Direct("a1", "a2"));
        var three = await Log.TakeAsync(Milk);
        Assert.Equal([one.Id, two.Id], (await Log.ConversationsAsync(default, 2)).Select(head => head.Id));
        Assert.Equal([three.Id], (await Log.ConversationsAsync(two.Id, 2)).Select(head => head.Id));
        Assert.Empty(await Log.ConversationsAsync(three.Id, 2));
        Assert.Equal(2, (await Log.ConversationsAsync(default, 1))[0].LastSequence);
    }
}
