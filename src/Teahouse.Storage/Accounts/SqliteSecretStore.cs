using Teahouse.Core.Accounts;
using Teahouse.Storage.Sqlite;
using Teahouse.Storage.Writing;

namespace Teahouse.Storage.Accounts;

/// <summary>Secrets in the store's file, written by its writer.</summary>
internal sealed class SqliteSecretStore(Writer writer, ReadPool pool) : ISecretStore
{
    public ValueTask<byte[]?> GetAsync(string name, CancellationToken cancel = default) =>
        pool.ReadAsync(database => Find(database, name), cancel);

    public async ValueTask SetAsync(string name, byte[]? value, CancellationToken cancel = default)
    {
        await writer.RunAsync(database => Set(database, name, value), cancel);
    }

    public async ValueTask<byte[]> GetOrAddAsync(string name, Func<byte[]> make, CancellationToken cancel = default)
    {
        if (await GetAsync(name, cancel) is { } known) return known;
        return await writer.RunAsync(database =>
        {
            if (Find(database, name) is { } found) return found;
            var made = make();
            Set(database, name, made);
            return made;
        }, cancel);
    }

    private static byte[]? Find(Database database, string name)
    {
        var statement = database.Prepare("SELECT value FROM secrets WHERE name = ?").Bind(1, name);
        if (!statement.Step()) return null;
        var value = statement.Blob(0).ToArray();
        statement.Reset();
        return value;
    }

    private static int Set(Database database, string name, byte[]? value) => value is null
        ? database.Prepare("DELETE FROM secrets WHERE name = ?").Bind(1, name).Run()
        : database.Prepare("INSERT INTO secrets (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value")
            .Bind(1, name).Bind(2, value).Run();
}
