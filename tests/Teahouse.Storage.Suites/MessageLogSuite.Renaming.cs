using Teahouse.Core.Log;
using static Teahouse.Storage.Suites.Appends;

namespace Teahouse.Storage.Suites;

/// <summary>An append with which the conversation gets another key.</summary>
public abstract partial class MessageLogSuite
{
    private static readonly ConversationKey Milk = ConversationKey.Channel("#milk");

    [Fact]
    public async Task An_append_gives_the_conversation_another_key()
    {
        var head = await Log.TakeAsync(Tea);
        await Log.AppendAsync(After(head, Stored(1)));
        head = await Log.HeadAsync(head.Id);
        Assert.Equal(AppendOutcome.Stored, await Log.AppendAsync(After(head, Stored(2, "renamed")) with { Key = Milk, State = new byte[] { 7 } }));
        for (var restarts = 0; restarts < 3; restarts++)
        {
            Assert.Null(await Log.FindAsync(Tea));
            var found = (await Log.FindAsync(Milk))!;
            Assert.Equal((head.Id, Milk, 2L), (found.Id, found.Key, found.LastSequence));
            Assert.Equal(new byte[] { 7 }, found.State.ToArray());
            Assert.Equal(["entry 1", "renamed"], await Log.TextsAsync(head.Id, new LogRange(1, 2, 10)));
            Assert.Equal(Milk, Assert.Single(await Log.ChannelsAsync()).Key);
            await RestartAsync();
        }
        Assert.NotEqual(head.Id, (await Log.TakeAsync(Tea)).Id);
        Assert.Equal(head.Id, (await Log.TakeAsync(Milk)).Id);
    }

    [Fact]
    public async Task What_was_found_by_the_key_before_is_found_by_the_old_one()
    {
        var ended = await Log.TakeAsync(Milk);
        await Log.AppendAsync(After(ended, Stored(1, "of long ago")));
        var head = await Log.TakeAsync(Tea);
        Assert.Equal(AppendOutcome.Stored, await Log.AppendAsync(After(head, Stored(1, "tea")) with { Key = Milk }));
        for (var restarts = 0; restarts < 3; restarts++)
        {
            Assert.Equal(head.Id, (await Log.FindAsync(Milk))!.Id);
            Assert.Equal(ended.Id, (await Log.FindAsync(Tea))!.Id);
            Assert.Equal(["tea"], await Log.TextsAsync(head.Id, new LogRange(1, 9, 10)));
            await RestartAsync();
        }
        Assert.Equal(ended.Id, (await Log.TakeAsync(Tea)).Id);
    }

    [Fact]
    public async Task An_append_that_is_fenced_gives_no_key()
    {
        var head = await Log.TakeAsync(Tea);
        await Log.TakeAsync(Tea);
        Assert.Equal(AppendStatus.Fenced, (await Log.AppendAsync(After(head, Stored(1)) with { Key = Milk })).Status);
        Assert.Equal(head.Id, (await Log.FindAsync(Tea))!.Id);
        Assert.Null(await Log.FindAsync(Milk));
    }

    [Fact]
    public async Task A_key_that_it_has_already_changes_nothing()
    {
        var head = await Log.TakeAsync(Tea);
        Assert.Equal(AppendOutcome.Stored, await Log.AppendAsync(After(head, Stored(1)) with { Key = Tea }));
        Assert.Equal(head.Id, (await Log.FindAsync(Tea))!.Id);
    }
}
