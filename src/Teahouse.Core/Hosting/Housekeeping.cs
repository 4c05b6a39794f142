using Microsoft.Extensions.Logging;
using Teahouse.Core.History;
using Teahouse.Core.Log;
using Teahouse.Core.Network;
using Teahouse.Core.Once;
using Teahouse.Core.Services.Channels;
using Teahouse.Core.Sessions;

namespace Teahouse.Core.Hosting;

/// <summary>
/// One timer for all. Each second: silent peers, and posts that the store leaves unanswered. Beside that, because it waits for
/// the store: users who did not come back, owners that nobody needs, and once an hour guests not seen for long and ids that are too old; and a step of the search index.
/// </summary>
internal sealed partial class Housekeeping(Engine engine, LocalNetwork network, Expiry expiry, OnceMark mark, Func<IEnumerable<Session>> sessions)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AccountsEvery = TimeSpan.FromHours(1);
    private static readonly TimeSpan HeardEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StorePatience = TimeSpan.FromSeconds(5);

    private long _accountsLooked = engine.Time.GetTimestamp();
    private readonly CrowdMemory _memory = new(() => engine.Users.Count + engine.Users.Strangers);
    private long _heardNoted = engine.Time.GetTimestamp();

    /// <summary>Until <paramref name="stop"/>; never throws.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Every, engine.Time);
        var tidying = Task.CompletedTask;
        var indexing = Task.CompletedTask;
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                Look();
                _memory.Look();
                if (tidying.IsCompleted) tidying = TidyAsync();
                if (indexing.IsCompleted) indexing = engine.Indexer.StepAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
        await tidying;
        await indexing;
    }

    /// <summary>What must not wait for anything.</summary>
    public void Look()
    {
        try
        {
            network.Look(StorePatience);
            foreach (var session in sessions()) SessionWatch.Look(session);
        }
        catch (Exception fault)
        {
            // A bug in one look must not end all others.
            LogFault(engine.Logger, fault);
        }
    }

    /// <summary>What may have to wait for the store.</summary>
    public async Task TidyAsync()
    {
        try
        {
            await engine.Presence.SweepAsync();
            await engine.Presence.MoveAsync();
            await network.TidyAsync();
            await expiry.StepAsync();
            await NoteHeardAsync();
            await mark.StepAsync();
            if (engine.Time.GetElapsedTime(_accountsLooked) < AccountsEvery) return;
            _accountsLooked = engine.Time.GetTimestamp();
            long[] online = [.. engine.Users.All.Where(u => !u.Snapshot.Offline).Select(u => u.Snapshot.AccountId).Where(id => id != 0)];
            await engine.Accounts.SweepAsync(online);
            await engine.Presence.ReviewStaysAsync();
            await Heirs.ReviewAsync(engine, 0);
            await engine.Bans.SweepAsync();
        }
        catch (StoreClosedException)
        {
            // The process ends; whoever reads this has the store's own sentence.
        }
        catch (Exception fault)
        {
            LogFault(engine.Logger, fault);
        }
    }

    /// <summary>So that a crash makes little be told again.</summary>
    private async ValueTask NoteHeardAsync()
    {
        const int atOnce = 200;
        if (engine.Time.GetElapsedTime(_heardNoted) < HeardEvery) return;
        _heardNoted = engine.Time.GetTimestamp();
        foreach (var some in sessions().Chunk(atOnce)) await Task.WhenAll(some.Select(session => Replay.NoteAsync(session, gone: false).AsTask()));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Housekeeping failed")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
