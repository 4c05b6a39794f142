using System.Collections.Immutable;
using Teahouse.Core.Log;

namespace Teahouse.Storage.Suites.Faults;

/// <summary>
/// A log whose appends go wrong as a test asks: faults are used up in the order they were asked for, one per append.
/// The head of a conversation waits for its held append, as a store's does.
/// </summary>
public sealed class FaultyMessageLog(IMessageLog inner) : IMessageLog
{
    private readonly Lock _lock = new();
    private readonly Queue<AppendFault> _faults = new();
    private readonly List<HeldAppend> _held = [];
    private readonly TaskCompletionSource<string> _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<TaskCompletionSource<HeldAppend>> _waiting = new();

    public Task<string> Broken => _broken.Task;

    /// <summary>The next append without a fault meets this one.</summary>
    public void Next(AppendFault fault)
    {
        lock (_lock) _faults.Enqueue(fault);
    }

    /// <summary>What was asked for and has not come true is forgotten.</summary>
    public void NoMore()
    {
        lock (_lock) _faults.Clear();
    }

    /// <summary>The next append hangs; the task ends when it has arrived.</summary>
    public Task<HeldAppend> HoldNext()
    {
        lock (_lock)
        {
            _faults.Enqueue(AppendFault.Hang);
            var arrival = new TaskCompletionSource<HeldAppend>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(arrival);
            return arrival.Task;
        }
    }

    /// <summary>The store closes itself: held and later appends are unknown, reads throw.</summary>
    public void Break(string sentence = "the store broke")
    {
        HeldAppend[] held;
        lock (_lock) held = [.. _held];
        _broken.TrySetResult(sentence);
        foreach (var append in held) append.Answer(new AppendOutcome(AppendStatus.Unknown, sentence));
    }

    public ValueTask<AppendOutcome> AppendAsync(Append append)
    {
        if (_broken.Task.IsCompleted) return new(new AppendOutcome(AppendStatus.Unknown, Sentence));
        HeldAppend held;
        TaskCompletionSource<HeldAppend>? arrival;
        lock (_lock)
        {
            if (!_faults.TryDequeue(out var fault)) return inner.AppendAsync(append);
            if (fault != AppendFault.Hang) return FaultAsync(append, fault);
            held = new HeldAppend(append, inner, Forget);
            _held.Add(held);
            _waiting.TryDequeue(out arrival);
        }
        arrival?.SetResult(held);
        return new(held.Outcome);
    }

    public async ValueTask<ConversationHead> TakeAsync(ConversationKey key, CancellationToken cancel = default)
    {
        ThrowIfBroken();
        if (await inner.FindAsync(key, cancel) is { } found) await DecidedAsync(found.Id, cancel);
        return await inner.TakeAsync(key, cancel);
    }

    public async ValueTask<ConversationHead> HeadAsync(ConversationId conversation, CancellationToken cancel = default)
    {
        await DecidedAsync(conversation, cancel);
        ThrowIfBroken();
        return await inner.HeadAsync(conversation, cancel);
    }

    public async ValueTask<ConversationHead?> BeginEpochAsync(ConversationId conversation, long ownerEpoch, CancellationToken cancel = default)
    {
        await DecidedAsync(conversation, cancel);
        ThrowIfBroken();
        return await inner.BeginEpochAsync(conversation, ownerEpoch, cancel);
    }

    public ValueTask<ConversationHead?> FindAsync(ConversationKey key, CancellationToken cancel = default)
    {
        ThrowIfBroken();
        return inner.FindAsync(key, cancel);
    }

    public ValueTask<long> ExpireAsync(ConversationId conversation, int epoch, long oldest, CancellationToken cancel = default)
    {
        ThrowIfBroken();
        return inner.ExpireAsync(conversation, epoch, oldest, cancel);
    }

    public ValueTask<ImmutableArray<LogEntry>> ReadAsync(ConversationId conversation, LogRange range, CancellationToken cancel = default)
    {
        ThrowIfBroken();
        return inner.ReadAsync(conversation, range, cancel);
    }

    public ValueTask<long> SequenceAtAsync(ConversationId conversation, long time, CancellationToken cancel = default)
    {
        ThrowIfBroken();
        return inner.SequenceAtAsync(conversation, time, cancel);
    }

    public ValueTask<ClientKeyMatch?> FindClientKeyAsync(ConversationId conversation, ClientKey key, CancellationToken cancel = default)
    {
        ThrowIfBroken();
        return inner.FindClientKeyAsync(conversation, key, cancel);
    }

    public ValueTask<ClientKeySpan> ClientKeysAsync(CancellationToken cancel = default)
    {
        ThrowIfBroken();
        return inner.ClientKeysAsync(cancel);
    }

    public ValueTask<bool> ForgetClientKeysAsync(long time, CancellationToken cancel = default)
    {
        ThrowIfBroken();
        return inner.ForgetClientKeysAsync(time, cancel);
    }

    public ValueTask<ImmutableArray<ConversationHead>> DirectChatsAsync(string identity, CancellationToken cancel = default)
    {
        ThrowIfBroken();
        return inner.DirectChatsAsync(identity, cancel);
    }

    public ValueTask<ImmutableArray<ConversationHead>> ChannelsAsync(CancellationToken cancel = default)
    {
        ThrowIfBroken();
        return inner.ChannelsAsync(cancel);
    }

    public ValueTask<ImmutableArray<ConversationHead>> ConversationsAsync(ConversationId after, int limit, CancellationToken cancel = default)
    {
        ThrowIfBroken();
        return inner.ConversationsAsync(after, limit, cancel);
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private string Sentence => _broken.Task.IsCompletedSuccessfully ? _broken.Task.Result : "";

    private async ValueTask<AppendOutcome> FaultAsync(Append append, AppendFault fault)
    {
        if (fault == AppendFault.Fail) return new AppendOutcome(AppendStatus.Failed, "the disk is full");
        if (fault == AppendFault.UnknownStored) await inner.AppendAsync(append);
        return new AppendOutcome(AppendStatus.Unknown, "the store did not answer");
    }

    private async Task DecidedAsync(ConversationId conversation, CancellationToken cancel)
    {
        Task[] held;
        lock (_lock) held = [.. _held.Where(each => each.Append.Conversation == conversation).Select(each => each.Outcome)];
        await Task.WhenAll(held).WaitAsync(cancel);
    }

    private void Forget(HeldAppend held)
    {
        lock (_lock) _held.Remove(held);
    }

    private void ThrowIfBroken()
    {
        if (_broken.Task.IsCompleted) throw new StoreClosedException(Sentence);
    }
}
