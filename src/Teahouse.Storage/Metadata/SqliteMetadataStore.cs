using System.Collections.Immutable;
using Teahouse.Core.Metadata;
using Teahouse.Storage.Sqlite;
using Teahouse.Storage.Writing;

namespace Teahouse.Storage.Metadata;

/// <summary>Metadata in the store's file, written by its writer. What is an account's goes with the account: a trigger sees to that.</summary>
internal sealed class SqliteMetadataStore(Writer writer, ReadPool pool) : IMetadataStore
{
    public ValueTask<ImmutableDictionary<string, string>> ReadAsync(string scope, CancellationToken cancel = default) =>
        pool.ReadAsync(database => Read(database, scope), cancel);

    public async ValueTask SetAsync(string scope, ImmutableArray<MetadataEntry> entries, CancellationToken cancel = default) =>
        await writer.RunAsync(database => entries.Sum(entry => Set(database, scope, entry)), cancel);

    public async ValueTask RemoveAsync(string scope, CancellationToken cancel = default) =>
        await writer.RunAsync(database => database.Prepare("DELETE FROM metadata WHERE scope = ?").Bind(1, scope).Run(), cancel);

    public ValueTask<ImmutableArray<string>> ScopesAsync(string prefix, CancellationToken cancel = default) =>
        pool.ReadAsync(database => Scopes(database, prefix), cancel);

    private static ImmutableDictionary<string, string> Read(Database database, string scope)
    {
        var statement = database.Prepare("SELECT key, value FROM metadata WHERE scope = ?").Bind(1, scope);
        var values = ImmutableDictionary.CreateBuilder<string, string>();
        while (statement.Step()) values.Add(statement.Text(0), statement.Text(1));
        return values.ToImmutable();
    }

    private static int Set(Database database, string scope, MetadataEntry entry) => entry.Value is { } value
        ? database.Prepare("INSERT INTO metadata (scope, key, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value")
            .Bind(1, scope).Bind(2, entry.Key).Bind(3, value).Run()
        : database.Prepare("DELETE FROM metadata WHERE scope = ? AND key = ?").Bind(1, scope).Bind(2, entry.Key).Run();

    private static ImmutableArray<string> Scopes(Database database, string prefix)
    {
        var statement = database.Prepare("SELECT DISTINCT scope FROM metadata WHERE substr(scope, 1, length(?1)) = ?1 ORDER BY scope").Bind(1, prefix);
        var scopes = ImmutableArray.CreateBuilder<string>();
        while (statement.Step()) scopes.Add(statement.Text(0));
        return scopes.ToImmutable();
    }
}
