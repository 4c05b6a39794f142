using Teahouse.Core.Delivery;
using static Teahouse.Core.Tests.Delivery.QueueScene;

namespace Teahouse.Core.Tests.Delivery;

/// <summary>What happens in a queue whose peer can fetch what it misses.</summary>
public sealed class SendQueueRecoveryTests
{
    private readonly SendBudget _budget = new(0);

    [Fact]
    public async Task For_who_can_fetch_only_fan_out_is_dropped_and_a_line_stands_where_it_is_missing()
    {
        var (queue, pipe) = Make(_budget, 250, 100);
        var fell = 0;
        queue.Recovery = () => Line("[behind]");
        queue.FellBehind = () => fell++;
        queue.Offer(Hundred);
        queue.Flush();
        await queue.WriteAsync(Line("one;"));
        queue.Offer(Line("dropped;"));
        await queue.WriteAsync(Line("two;"));
        queue.Offer(new byte[100]);
        Assert.False(queue.IsBehind);
        queue.Offer(Hundred);
        Assert.True(queue.IsBehind);
        queue.Offer(Line("dropped too;"));
        queue.Keep(Line("three;"), answer: true);
        Assert.True(queue.IsOpen);
        Assert.Equal(1, fell);
        Assert.EndsWith("one;[behind]two;three;", Read(pipe), StringComparison.Ordinal);
        Assert.Equal(0, _budget.Waiting);
    }

    [Fact]
    public void What_was_meant_for_an_era_is_not_heard_in_the_next()
    {
        var (queue, pipe) = Make(_budget, 1000, 0);
        queue.Recovery = () => Line("[behind]");
        var before = queue.Era;
        queue.Overflow("");
        var between = queue.Era;
        queue.Resume();
        queue.Offer(Line("before;"), before);
        queue.Offer(Line("between;"), between);
        queue.Offer(Line("now;"), queue.Era);
        queue.Offer(Line("always;"));
        queue.Flush();
        Assert.Equal("[behind]now;always;", Read(pipe));
    }

    [Fact]
    public void What_concerns_the_peer_itself_may_take_twice_the_bound_and_no_more()
    {
        var (queue, _) = Make(_budget, 250, 1);
        List<string> reasons = [];
        queue.Overflowed = reasons.Add;
        queue.Recovery = () => Line("[behind]");
        for (var i = 0; i < 5; i++) queue.Keep(Hundred, answer: false);
        Assert.True(queue.IsOpen);
        queue.Keep(Hundred, answer: false);
        Assert.False(queue.IsOpen);
        Assert.Single(reasons);
    }

    [Fact]
    public async Task Room_is_when_half_of_the_bound_is_free()
    {
        var (queue, pipe) = Make(_budget, 200, 1);
        queue.Keep(Hundred, answer: true);
        await queue.RoomAsync();
        queue.Keep(Hundred, answer: true);
        queue.Keep(Hundred, answer: true);
        queue.Flush();
        Assert.True(queue.IsOverfull);
        var room = queue.RoomAsync().AsTask();
        Assert.False(room.IsCompleted);
        Read(pipe);
        await room;
        Assert.False(queue.IsOverfull);
    }

    [Fact]
    public void Of_all_queues_together_the_longest_loses_its_fan_out_and_stays_if_it_can_fetch_it()
    {
        var budget = new SendBudget(1000);
        var queues = Enumerable.Range(0, 3).Select(_ => new SendQueue(PipeOf(1).Writer, 0, budget) { Recovery = () => Line("[]") }).ToArray();
        foreach (var queue in queues) budget.Enter(queue);
        for (var i = 0; i < 2; i++) queues[0].Offer(Hundred);
        for (var i = 0; i < 5; i++) queues[1].Offer(Hundred);
        for (var i = 0; i < 4; i++) queues[2].Offer(Hundred);
        Assert.Equal([false, true, false], queues.Select(queue => queue.IsBehind));
        Assert.All(queues, queue => Assert.True(queue.IsOpen));
        Assert.Equal(602, budget.Waiting);
    }
}
