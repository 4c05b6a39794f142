using System.Threading.Tasks.Sources;
using Teahouse.Core.Log;
using Teahouse.Storage.Log;

namespace Teahouse.Storage.Writing;

/// <summary>One append on its way through the writer; the only object that an append allocates here.</summary>
internal sealed class AppendRequest(Append append) : WriteRequest, IValueTaskSource<AppendOutcome>
{
    // Not asynchronous: the caller goes on inside the group's work item, in arrival order.
    private ManualResetValueTaskSourceCore<AppendOutcome> _core;
    private ConversationState? _state;
    private ConversationState? _other;
    private AppendOutcome _outcome;
    private Exception? _fault;

    public Append Append => append;

    public override int Bytes { get; } = TailSize.Of(append);

    public ValueTask<AppendOutcome> Task => new(this, _core.Version);

    public override void Execute(WriteContext context)
    {
        var state = context.Conversations.Load(context.Database, append.Conversation);
        if (state is null)
        {
            _fault = new KeyNotFoundException($"There is no conversation {append.Conversation}.");
            return;
        }
        var pending = state.Pending(context.Attempt);
        if (AppendRules.Fence(append, pending.OwnerEpoch, pending.LastSequence) is { } reason)
        {
            _outcome = new AppendOutcome(AppendStatus.Fenced, reason);
            return;
        }
        try
        {
            AppendRules.Check(append, pending.LastTime);
        }
        catch (ArgumentException fault)
        {
            _fault = fault;
            return;
        }
        context.Accept(append, pending.Epoch);
        if (!append.Emptied.IsDefaultOrEmpty) PageEmptying.Empty(context.Database, state, append.Emptied);
        if (append.Key is { } key) _other = ConversationRename.Run(context, state, key);
        foreach (var entry in append.Entries)
        {
            if (!entry.Presence) pending = pending with { LastSequence = entry.Sequence, LastTime = entry.Time };
        }
        state.SetPending(context.Attempt, pending);
        _state = state;
    }

    public override void Commit(WriteContext context)
    {
        Concluded = true;
        if (_state is null) return;
        _state.Empty(append.Emptied);
        if (append.Key is { } key && key != _state.Key) context.Conversations.Rename(_state, key, _other);
        context.NextPresence = _state.Publish(context.Group, append.Entries, append.State, context.NextPresence);
        context.Behind.Add(_state, context.Group, append.Entries, append.State is not null, Bytes);
        _outcome = AppendOutcome.Stored;
    }

    public override void Fail(WriteContext context, string reason) => Refuse(reason);

    // A fence is forgotten too: it may have been one that this group set up.
    public override void Refuse(string reason)
    {
        Concluded = true;
        _outcome = new AppendOutcome(AppendStatus.Failed, reason);
    }

    public override void Lose(string sentence)
    {
        Concluded = true;
        (_fault, _outcome) = (null, new AppendOutcome(AppendStatus.Unknown, sentence));
    }

    public override void Deliver()
    {
        if (_fault is null) _core.SetResult(_outcome);
        else _core.SetException(_fault);
    }

    public AppendOutcome GetResult(short token) => _core.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
