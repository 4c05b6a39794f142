using Teahouse.Core.Tests.Transcripts;
using Teahouse.Core.Users;

namespace Teahouse.Core.Tests.Users;

public sealed class UserGateTests
{
    private readonly UserGate _gate = new();

    private Task Enter(bool change) => _gate.EnterAsync(change).AsTask();

    [Fact]
    public void Posts_enter_together_and_a_change_alone()
    {
        Assert.True(Enter(change: false).IsCompleted);
        Assert.True(Enter(change: false).IsCompleted);
        var change = Enter(change: true);
        Assert.False(change.IsCompleted);
        _gate.Leave();
        Assert.False(change.IsCompleted);
        _gate.Leave();
        Assert.True(change.IsCompletedSuccessfully);
        Assert.False(Enter(change: false).IsCompleted);
    }

    [Fact]
    public async Task First_come_first_served_also_for_posts_behind_a_change()
    {
        await Enter(change: false);
        var change = Enter(change: true);
        var (post, next) = (Enter(change: false), Enter(change: false));
        var last = Enter(change: true);
        Assert.False(post.IsCompleted);
        _gate.Leave();
        await change;
        Assert.False(post.IsCompleted);
        _gate.Leave();
        await Task.WhenAll(post, next);
        Assert.False(last.IsCompleted);
        _gate.Leave();
        _gate.Leave();
        await last;
    }

    [Fact]
    public async Task However_many_come_at_once_a_change_is_never_beside_anybody()
    {
        var (inside, changing, wrong) = (0, 0, 0);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < 500; i++)
            {
                var change = (worker + i) % 4 == 0;
                await _gate.EnterAsync(change);
                var others = Interlocked.Increment(ref inside);
                if (change && (Interlocked.Increment(ref changing) != 1 || others != 1)) Interlocked.Increment(ref wrong);
                if (!change && Volatile.Read(ref changing) != 0) Interlocked.Increment(ref wrong);
                await Task.Yield();
                if (change) Interlocked.Decrement(ref changing);
                Interlocked.Decrement(ref inside);
                _gate.Leave();
            }
        }))).WaitAsync(WireClient.Patience, TestContext.Current.CancellationToken);
        Assert.Equal(0, wrong);
        Assert.True(Enter(change: true).IsCompleted);
    }
}
