using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Writing;

/// <summary>A command that is nothing but SQL.</summary>
internal sealed class SqlCommand<T>(Func<Database, T> run) : Command<T>
{
    private T _result = default!;

    protected override void Run(WriteContext context) => _result = run(context.Database);

    protected override T Conclude(WriteContext context) => _result;
}
