using System.Collections.Immutable;
using Teahouse.Core.Log;

namespace Teahouse.Check.Tests.Planted;

/// <summary>
/// The store of a server in trouble: now and then an append fails as with a full disk, and now and then the process "is killed" just before
/// or just after one is on the disk. From then on nothing is stored or read.
/// </summary>
/// <param name="troubles">Counts the appends of messages over all starts.</param>
internal sealed class TroubledLog(IMessageLog inner, Troubles troubles) : IMessageLog
{
    private readonly TaskCompletionSource _killed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Killed => _killed.Task;

    public Task<string> Broken => inner.Broken;

    public async ValueTask<AppendOutcome> AppendAsync(Append append)
    {
        if (_killed.Task.IsCompleted) return new(AppendStatus.Unknown, "killed");
        var trouble = append.Entries.Any(entry => !entry.Presence) ? troubles.Next() : Trouble.None;
        if (trouble == Trouble.Fails) return new(AppendStatus.Failed, "no space left");
        if (trouble != Trouble.KilledBefore)
        {
            var outcome = await inner.AppendAsync(append);
            if (trouble == Trouble.None) return outcome;
        }
        _killed.TrySetResult();
        return new(AppendStatus.Unknown, "killed");
    }

    public ValueTask<ConversationHead> TakeAsync(ConversationKey key, CancellationToken cancel = default) => Alive.TakeAsync(key, cancel);

    public ValueTask<ConversationHead?> FindAsync(ConversationKey key, CancellationToken cancel = default) => Alive.FindAsync(key, cancel);

    public ValueTask<ConversationHead> HeadAsync(ConversationId conversation, CancellationToken cancel = default) => Alive.HeadAsync(conversation, cancel);

    public ValueTask<ConversationHead?> BeginEpochAsync(ConversationId conversation, long ownerEpoch, CancellationToken cancel = default) =>
        Alive.BeginEpochAsync(conversation, ownerEpoch, cancel);

    public ValueTask<long> ExpireAsync(ConversationId conversation, int epoch, long oldest, CancellationToken cancel = default) =>
        Alive.ExpireAsync(conversation, epoch, oldest, cancel);

    public ValueTask<ImmutableArray<LogEntry>> ReadAsync(ConversationId conversation, LogRange range, CancellationToken cancel = default) =>
        Alive.ReadAsync(conversation, range, cancel);

    public ValueTask<long> SequenceAtAsync(ConversationId conversation, long time, CancellationToken cancel = default) =>
        Alive.SequenceAtAsync(conversation, time, cancel);

    public ValueTask<ClientKeyMatch?> FindClientKeyAsync(ConversationId conversation, ClientKey key, CancellationToken cancel = default) =>
        Alive.FindClientKeyAsync(conversation, key, cancel);

    public ValueTask<ClientKeySpan> ClientKeysAsync(CancellationToken cancel = default) => Alive.ClientKeysAsync(cancel);

    public ValueTask<bool> ForgetClientKeysAsync(long time, CancellationToken cancel = default) => Alive.ForgetClientKeysAsync(time, cancel);

    public ValueTask<ImmutableArray<ConversationHead>> DirectChatsAsync(string identity, CancellationToken cancel = default) =>
        Alive.DirectChatsAsync(identity, cancel);

    public ValueTask<ImmutableArray<ConversationHead>> ChannelsAsync(CancellationToken cancel = default) => Alive.ChannelsAsync(cancel);

    public ValueTask<ImmutableArray<ConversationHead>> ConversationsAsync(ConversationId after, int limit, CancellationToken cancel = default) =>
        Alive.ConversationsAsync(after, limit, cancel);

    /// <summary>The store outlives it.</summary>
    public ValueTask DisposeAsync() => default;

    private IMessageLog Alive => _killed.Task.IsCompleted ? throw new StoreClosedException("killed") : inner;
}

internal enum Trouble
{
    None,
    Fails,
    KilledBefore,
    KilledAfter,
}

/// <summary>Which append meets what. Any thread.</summary>
internal sealed class Troubles
{
    private const int FailsEach = 50;
    private const int KilledEach = 90;
    private const int MostKills = 4;

    private int _appends;
    private int _kills;

    public int Kills => _kills;

    public Trouble Next()
    {
        var number = Interlocked.Increment(ref _appends);
        if (number % KilledEach == 0 && number / KilledEach <= MostKills)
            return Interlocked.Increment(ref _kills) % 2 == 0 ? Trouble.KilledBefore : Trouble.KilledAfter;
        return number % FailsEach == 0 ? Trouble.Fails : Trouble.None;
    }
}
