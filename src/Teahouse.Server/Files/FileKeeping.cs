using System.Threading.Channels;
using Teahouse.Core.Accounts;
using Teahouse.Core.Files;
using Teahouse.Core.Log;

namespace Teahouse.Server.Files;

/// <summary>What happens to files without anybody asking: once an hour those that are over go, and with a message that is taken away those that it showed.</summary>
internal sealed partial class FileKeeping : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    // Only says that there is something: what it is, is stored.
    private readonly Channel<bool> _taken = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
    private readonly CancellationTokenSource _stop = new();
    private readonly FileShelf _shelf;
    private readonly LeavingFiles _leaving;
    private readonly ILogger _log;
    private readonly Task _removing;
    private readonly Task _sweeping;

    public FileKeeping(FileShelf shelf, LeavingFiles leaving, TimeProvider time, ILogger log)
    {
        (_shelf, _leaving, _log) = (shelf, leaving, log);
        _removing = RemoveAsync();
        _sweeping = SweepAsync(time);
    }

    /// <summary>A message of the account was taken away. Waits for nothing.</summary>
    public void NoteTakenAway(long account, string text)
    {
        if (text.Contains(FileLinks.Prefix, StringComparison.Ordinal)) _taken.Writer.TryWrite(true);
    }

    public async ValueTask DisposeAsync()
    {
        _taken.Writer.Complete();
        await _removing;
        await _stop.CancelAsync();
        await _sweeping;
        _stop.Dispose();
    }

    private async Task RemoveAsync()
    {
        await foreach (var _ in _taken.Reader.ReadAllAsync()) await RunAsync(() => _leaving.RemoveAsync(_shelf, default));
    }

    private async Task SweepAsync(TimeProvider time)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await RunAsync(() => _shelf.SweepAsync(_stop.Token));
                await RunAsync(() => _leaving.RemoveAsync(_shelf, _stop.Token));
            }
            while (await timer.WaitForNextTickAsync(_stop.Token));
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private async Task RunAsync(Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (Exception fault) when (fault is StoreClosedException or StoreFullException or IOException or UnauthorizedAccessException)
        {
            // The next hour tries again; what is over is not served meanwhile.
            LogFault(_log, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Files could not be removed")]
    private static partial void LogFault(ILogger log, Exception fault);
}
