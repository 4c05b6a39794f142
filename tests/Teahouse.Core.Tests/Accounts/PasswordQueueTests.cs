using Teahouse.Core.Accounts;

namespace Teahouse.Core.Tests.Accounts;

public sealed class PasswordQueueTests
{
    [Fact]
    public async Task No_more_run_at_once_than_allowed_and_a_full_line_says_so()
    {
        using var queue = new PasswordQueue(atOnce: 1, capacity: 1);
        using var started = new SemaphoreSlim(0);
        using var release = new ManualResetEventSlim();
        var first = queue.TryRun(Hold, CancellationToken.None);
        await started.WaitAsync();
        var second = queue.TryRun(Hold, CancellationToken.None);
        Assert.Null(queue.TryRun(Hold, CancellationToken.None));
        Assert.Equal(0, started.CurrentCount);
        release.Set();
        Assert.Equal(1, await first!);
        Assert.Equal(1, await second!);

        int Hold()
        {
            started.Release();
            release.Wait();
            return 1;
        }
    }

    [Fact]
    public async Task Work_whose_asker_has_gone_is_not_begun()
    {
        using var queue = new PasswordQueue(atOnce: 1);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        var begun = false;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queue.TryRun(() => begun = true, gone.Token)!);
        Assert.False(begun);
    }

    [Fact]
    public async Task Work_that_fails_fails_only_its_asker()
    {
        using var queue = new PasswordQueue(atOnce: 1);
        await Assert.ThrowsAsync<FormatException>(() => queue.TryRun<int>(() => throw new FormatException(), CancellationToken.None)!);
        Assert.Equal(7, await queue.TryRun(() => 7, CancellationToken.None)!);
    }

    [Fact]
    public async Task Closing_ends_what_still_waits_and_takes_nothing_more()
    {
        var queue = new PasswordQueue(atOnce: 1, capacity: int.MaxValue);
        using var started = new SemaphoreSlim(0);
        using var release = new ManualResetEventSlim();
        var running = queue.TryRun(
            () =>
            {
                started.Release();
                release.Wait();
                return 1;
            },
            CancellationToken.None);
        await started.WaitAsync();
        var waiting = queue.TryRun(() => 2, CancellationToken.None);
        var closing = Task.Run(queue.Dispose);
        // Taken or refused: sooner or later it is refused, because it is closing, never because the line is full.
        while (queue.TryRun(() => 3, CancellationToken.None) is not null) await Task.Yield();
        release.Set();
        await closing;
        Assert.Equal(1, await running!);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting!);
        Assert.Null(queue.TryRun(() => 4, CancellationToken.None));
    }
}
