using Teahouse.Core.Log;
using Teahouse.Storage.Log;

namespace Teahouse.Storage.Writing;

/// <summary>Ends a conversation's epoch: its pages go behind, its clients' keys stay.</summary>
internal sealed class BeginEpochCommand(ConversationId id, long ownerEpoch) : Command<ConversationHead?>
{
    private ConversationState? _state;
    private ConversationFigures _figures;

    protected override void Run(WriteContext context)
    {
        var state = context.Conversations.Load(context.Database, id) ?? throw new KeyNotFoundException($"There is no conversation {id}.");
        var pending = state.Pending(context.Attempt);
        if (pending.OwnerEpoch != ownerEpoch) return;
        // What the tail holds is dropped unread at the next start, so its keys must be indexed now.
        var keys = new ClientIdIndex(context.Database);
        foreach (var entry in state.Stored) keys.Add(state, entry);
        foreach (var entry in context.EarlierInGroup(id)) keys.Add(state, entry);
        keys.Write(() => true);
        context.Database.Prepare("INSERT INTO ended_epochs (conversation, epoch) VALUES (?, ?)").Bind(1, id.Value).Bind(2, pending.Epoch).Run();
        context.Database.Prepare("""
            UPDATE conversations SET epoch = ?, head = 0, last_time = 0, oldest = 1, state = zeroblob(0), before = zeroblob(0) WHERE id = ?
            """).Bind(1, pending.Epoch + 1).Bind(2, id.Value).Run();
        _figures = pending with { Epoch = pending.Epoch + 1, LastSequence = 0, LastTime = 0, Oldest = 1, Before = [] };
        state.SetPending(context.Attempt, _figures);
        _state = state;
    }

    protected override ConversationHead? Conclude(WriteContext context)
    {
        if (_state is null) return null;
        context.Behind.Forget(_state);
        return _state.PublishEpoch(_figures);
    }
}
