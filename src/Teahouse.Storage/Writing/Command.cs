using Teahouse.Core.Accounts;
using Teahouse.Core.Log;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Writing;

/// <summary>A request that runs statements of its own and answers with a value.</summary>
internal abstract class Command<T> : WriteRequest
{
    private readonly TaskCompletionSource<T> _completion = new();
    private Exception? _fault;
    private T _result = default!;

    public Task<T> Task => _completion.Task;

    /// <summary>Runs the statements, in a savepoint: an exception takes back this command only.</summary>
    protected abstract void Run(WriteContext context);

    /// <summary>The answer, after the commit.</summary>
    protected abstract T Conclude(WriteContext context);

    /// <summary>Forgets what <see cref="Run"/> left in memory.</summary>
    protected virtual void Undo(WriteContext context)
    {
    }

    public override void Execute(WriteContext context)
    {
        context.Database.Prepare("SAVEPOINT command").Run();
        try
        {
            Run(context);
        }
        catch (Exception error) when (error is not DatabaseException { Constraint: false })
        {
            _fault = error;
            Undo(context);
            context.Database.Prepare("ROLLBACK TO command").Run();
        }
        context.Database.Prepare("RELEASE command").Run();
    }

    public override void Commit(WriteContext context)
    {
        if (_fault is null) _result = Conclude(context);
        Concluded = true;
    }

    public override void Fail(WriteContext context, string reason)
    {
        Concluded = true;
        Undo(context);
        _fault = new StoreFullException($"Nothing was stored: {reason}.");
    }

    public override void Refuse(string reason) => Lose(reason);

    public override void Lose(string sentence)
    {
        Concluded = true;
        _fault = new StoreClosedException(sentence);
    }

    public override void Deliver()
    {
        if (_fault is null) _completion.SetResult(_result);
        else _completion.SetException(_fault);
    }
}
