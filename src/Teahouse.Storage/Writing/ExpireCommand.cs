using Teahouse.Core.Log;
using Teahouse.Storage.Log;

namespace Teahouse.Storage.Writing;

/// <summary>Raises the oldest entry that is left. Readers see no more of what is before it; pages go behind.</summary>
internal sealed class ExpireCommand(ConversationId id, int epoch, long oldest) : Command<long>
{
    private ConversationState? _state;
    private ConversationFigures _figures;
    private bool _raised;

    protected override void Run(WriteContext context)
    {
        _state = context.Conversations.Load(context.Database, id) ?? throw new KeyNotFoundException($"There is no conversation {id}.");
        _figures = _state.Pending(context.Attempt);
        var wanted = Math.Min(oldest, _figures.LastSequence + 1);
        if (_figures.Epoch != epoch || wanted <= _figures.Oldest) return;
        context.Database.Prepare("UPDATE conversations SET oldest = ? WHERE id = ?").Bind(1, wanted).Bind(2, id.Value).Run();
        _figures = _figures with { Oldest = wanted };
        _state.SetPending(context.Attempt, _figures);
        _raised = true;
    }

    protected override long Conclude(WriteContext context)
    {
        if (!_raised) return _figures.Oldest;
        _state!.PublishOldest(_figures.Oldest);
        context.Behind.Expire(_state);
        return _figures.Oldest;
    }
}
