using Teahouse.Core.Conversations;

namespace Teahouse.Core.Tests.Conversations;

public sealed class InFlightTests
{
    private readonly InFlight _inFlight = new();

    [Fact]
    public void Nothing_is_waited_for_when_nothing_was_asked() => Assert.True(_inFlight.SettledAsync().IsCompleted);

    [Fact]
    public async Task What_came_before_is_waited_for_and_what_comes_after_is_not()
    {
        var before = _inFlight.Enter();
        var settled = _inFlight.SettledAsync();
        var after = _inFlight.Enter();
        Assert.False(settled.IsCompleted);
        before.Leave();
        await settled;
        after.Leave();
        Assert.True(_inFlight.SettledAsync().IsCompleted);
    }

    [Fact]
    public async Task A_later_wait_ends_no_earlier_than_an_earlier_one()
    {
        var first = _inFlight.Enter();
        var one = _inFlight.SettledAsync();
        var second = _inFlight.Enter();
        var other = _inFlight.SettledAsync();
        second.Leave();
        Assert.False(other.IsCompleted);
        first.Leave();
        await one;
        await other;
    }
}
