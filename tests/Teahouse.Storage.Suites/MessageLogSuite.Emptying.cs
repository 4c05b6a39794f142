using Teahouse.Core.Log;
using static Teahouse.Storage.Suites.Appends;

namespace Teahouse.Storage.Suites;

/// <summary>An append that takes the payload of an earlier entry away.</summary>
public abstract partial class MessageLogSuite
{
    [Fact]
    public async Task An_append_empties_an_earlier_entry_and_leaves_its_place_time_and_key()
    {
        var head = await Log.TakeAsync(Tea);
        await Log.AppendAsync(After(head, Stored(1), Stored(2, "to be gone", time: 2000, key: Key(7, 1)), Stored(3, time: 2001)));
        head = await Log.HeadAsync(head.Id);
        Assert.Equal(AppendOutcome.Stored, await Log.AppendAsync(After(head, Stored(4, "gone", time: 2002)) with { Emptied = [2] }));
        for (var restarts = 0; restarts < 3; restarts++)
        {
            Assert.Equal(["entry 1", "", "entry 3", "gone"], await Log.TextsAsync(head.Id, new LogRange(1, long.MaxValue, 10)));
            var emptied = Assert.Single(await Log.ReadAsync(head.Id, new LogRange(2, 2, 1)));
            Assert.Equal((2L, 2000L), (emptied.Sequence, emptied.Time));
            Assert.Equal(2, (await Log.FindClientKeyAsync(head.Id, Key(7, 1)))!.Value.Sequence);
            Assert.Equal(1, (await Log.HeadAsync(head.Id)).OldestSequence);
            await RestartAsync();
        }
    }

    [Fact]
    public async Task An_entry_that_was_stored_before_a_restart_is_emptied_too()
    {
        var head = await Log.AppendAsync(await Log.TakeAsync(Tea), 300);
        await RestartAsync();
        head = await Log.TakeAsync(Tea);
        await Log.AppendAsync(After(head, Stored(301)) with { Emptied = [1, 150, 300] });
        await RestartAsync();
        var texts = await Log.TextsAsync(head.Id, new LogRange(1, long.MaxValue, 400));
        var expected = Enumerable.Range(1, 301).Select(i => i is 1 or 150 or 300 ? "" : $"entry {i}");
        Assert.Equal(expected, texts);
        Assert.Equal(151, await Log.SequenceAtAsync(head.Id, 1151));
    }

    [Fact]
    public async Task Appends_sent_together_empty_what_one_of_them_brings()
    {
        var head = await Log.TakeAsync(Tea);
        var first = Log.AppendAsync(After(head, Stored(1, "to be gone"))).AsTask();
        var second = Log.AppendAsync(After(head with { LastSequence = 1 }, Stored(2)) with { Emptied = [1] }).AsTask();
        Assert.Equal((AppendOutcome.Stored, AppendOutcome.Stored), (await first, await second));
        Assert.Equal(["", "entry 2"], await Log.TextsAsync(head.Id, new LogRange(1, 2, 10)));
        await RestartAsync();
        Assert.Equal(["", "entry 2"], await Log.TextsAsync(head.Id, new LogRange(1, 2, 10)));
    }

    [Fact]
    public async Task A_fenced_append_empties_nothing()
    {
        var head = await Log.AppendAsync(await Log.TakeAsync(Tea), 2);
        var outcome = await Log.AppendAsync(After(head with { OwnerEpoch = 99 }, Stored(3)) with { Emptied = [1] });
        Assert.Equal(AppendStatus.Fenced, outcome.Status);
        Assert.Equal(["entry 1", "entry 2"], await Log.TextsAsync(head.Id, new LogRange(1, 2, 10)));
    }

    [Fact]
    public async Task What_is_emptied_already_or_of_an_ended_epoch_stays_as_it_is()
    {
        var head = await Log.AppendAsync(await Log.TakeAsync(Tea), 2);
        await Log.AppendAsync(After(head, Stored(3)) with { Emptied = [1] });
        await Log.AppendAsync(After(head with { LastSequence = 3 }, Stored(4)) with { Emptied = [1, 1] });
        Assert.Equal(["", "entry 2", "entry 3", "entry 4"], await Log.TextsAsync(head.Id, new LogRange(1, 9, 10)));
        var born = await Log.BeginEpochAsync(head.Id, head.OwnerEpoch);
        await Log.AppendAsync(After(born!, Stored(1, "new")));
        await Log.AppendAsync(After(born! with { LastSequence = 1 }, Stored(2)) with { Emptied = [1] });
        await RestartAsync();
        Assert.Equal(["", "entry 2"], await Log.TextsAsync(head.Id, new LogRange(1, 9, 10)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Emptying_what_is_not_there_is_the_owners_bug(long sequence)
    {
        var head = await Log.AppendAsync(await Log.TakeAsync(Tea), 2);
        await Assert.ThrowsAsync<ArgumentException>(async () => await Log.AppendAsync(After(head, Stored(3)) with { Emptied = [sequence] }));
        Assert.Equal(2, (await Log.HeadAsync(head.Id)).LastSequence);
    }
}
