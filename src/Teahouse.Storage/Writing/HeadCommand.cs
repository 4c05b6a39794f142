using Teahouse.Core.Log;

namespace Teahouse.Storage.Writing;

/// <summary>Asks for a head behind everything that waited before it, whatever became of that.</summary>
internal sealed class HeadCommand(ConversationId id) : WriteRequest
{
    private readonly TaskCompletionSource<ConversationHead> _completion = new();
    private ConversationHead? _head;
    private string? _lost;

    public Task<ConversationHead> Task => _completion.Task;

    public override bool Writes => false;

    public override void Execute(WriteContext context)
    {
    }

    public override void Commit(WriteContext context)
    {
        _head = context.Conversations.Load(context.Database, id)?.Head();
        Concluded = true;
    }

    public override void Fail(WriteContext context, string reason) => Commit(context);

    public override void Refuse(string reason) => Lose(reason);

    public override void Lose(string sentence)
    {
        _lost = sentence;
        Concluded = true;
    }

    public override void Deliver()
    {
        if (_lost is not null) _completion.SetException(new StoreClosedException(_lost));
        else if (_head is not null) _completion.SetResult(_head);
        else _completion.SetException(new KeyNotFoundException($"There is no conversation {id}."));
    }
}
