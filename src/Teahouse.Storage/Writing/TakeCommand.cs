using Teahouse.Core.Log;
using Teahouse.Storage.Log;

namespace Teahouse.Storage.Writing;

/// <summary>Finds or creates a conversation and raises its owner epoch.</summary>
internal sealed class TakeCommand(ConversationKey key) : Command<ConversationHead>
{
    private ConversationState? _state;
    private ConversationFigures _figures;
    private bool _created;

    protected override void Run(WriteContext context)
    {
        _state = context.Conversations.Load(context.Database, key);
        if (_state is null)
        {
            context.Database.Prepare("""
                INSERT INTO conversations (kind, a, b, owner_epoch, epoch, head, last_time, oldest, applied, state)
                VALUES (?, ?, ?, 0, 1, 0, 0, 1, 0, zeroblob(0))
                """).Bind(1, (long)key.Kind).Bind(2, key.A).Bind(3, key.B).Run();
            _state = new ConversationState(new ConversationId(context.Database.LastRowId), key);
            _state.SetPending(context.Attempt, new ConversationFigures(0, 1, 0, 0, 1));
            _created = true;
            context.Conversations.Add(_state);
        }
        _figures = _state.Pending(context.Attempt);
        _figures = _figures with { OwnerEpoch = _figures.OwnerEpoch + 1 };
        context.Database.Prepare("UPDATE conversations SET owner_epoch = ? WHERE id = ?")
            .Bind(1, _figures.OwnerEpoch).Bind(2, _state.Id.Value).Run();
        _state.SetPending(context.Attempt, _figures);
    }

    protected override ConversationHead Conclude(WriteContext context)
    {
        if (_created) _state!.Publish(_figures, ReadOnlyMemory<byte>.Empty, 0);
        return _state!.PublishOwner(_figures.OwnerEpoch);
    }

    protected override void Undo(WriteContext context)
    {
        if (_created) context.Conversations.Remove(_state!);
        _created = false;
    }
}
