using Teahouse.Server.Transport;

namespace Teahouse.Server.Tests.Transport;

public sealed class ArrivalRoundsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Every_round_ends_however_many_ask_for_one_at_once()
    {
        using var rounds = await ArrivalRounds.StartAsync(1);
        Assert.Equal(1, rounds.Threads);
        for (var i = 0; i < 100; i++)
        {
            var all = Enumerable.Range(0, 20).Select(_ => Task.Run(rounds.RoundAsync, TestContext.Current.CancellationToken));
            await Task.WhenAll(all).WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Who_asks_while_a_round_is_under_way_gets_one_that_begins_later()
    {
        using var bell = new Bell();
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new ManualResetEventSlim();
        bell.Heard += () =>
        {
            heard.TrySetResult();
            goOn.Wait();
        };
        using var rounds = new ArrivalRounds([bell]);
        var first = rounds.RoundAsync();
        await heard.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        var second = rounds.RoundAsync();
        Assert.NotSame(first, second);
        Assert.Same(second, rounds.RoundAsync());
        Assert.False(first.IsCompleted || second.IsCompleted);
        goOn.Set();
        await Task.WhenAll(first, second).WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Nobody_waits_for_a_round_of_a_server_that_has_stopped()
    {
        var rounds = await ArrivalRounds.StartAsync(1);
        rounds.Dispose();
        await rounds.RoundAsync().WaitAsync(Patience, TestContext.Current.CancellationToken);
    }
}
