using System.Collections.Immutable;
using Teahouse.Core.Files;
using Teahouse.Storage.Sqlite;
using Teahouse.Storage.Writing;

namespace Teahouse.Storage.Files;

/// <summary>Shared files in the store's file, written by its writer: so two that want the same room do not both get it.</summary>
internal sealed class SqliteFileStore(Writer writer, ReadPool pool) : IFileStore
{
    public async ValueTask<FileOutcome> AddAsync(SharedFile file, long accountBytes, long allBytes, CancellationToken cancel = default) =>
        await writer.RunAsync(database => Add(database, file, accountBytes, allBytes), cancel);

    public ValueTask<SharedFile?> FindAsync(string key, CancellationToken cancel = default) =>
        pool.ReadAsync(database => Find(database, key), cancel);

    public async ValueTask<bool> FinishAsync(string key, long expires, CancellationToken cancel = default) =>
        await writer.RunAsync(database => database.Prepare("UPDATE files SET whole = 1, expires = ? WHERE key = ?").Bind(1, expires).Bind(2, key).Run(), cancel) > 0;

    public async ValueTask<bool> RemoveAsync(string key, CancellationToken cancel = default) =>
        await writer.RunAsync(database => database.Prepare("DELETE FROM files WHERE key = ?").Bind(1, key).Run(), cancel) > 0;

    public async ValueTask<int> ExpireAsync(long now, CancellationToken cancel = default) =>
        await writer.RunAsync(database => database.Prepare("DELETE FROM files WHERE expires <= ?").Bind(1, now).Run(), cancel);

    public ValueTask<ImmutableArray<string>> UnknownAsync(ImmutableArray<string> keys, CancellationToken cancel = default) =>
        pool.ReadAsync<ImmutableArray<string>>(database => [.. keys.Where(key => Find(database, key) is null)], cancel);

    private static FileOutcome Add(Database database, SharedFile file, long accountBytes, long allBytes)
    {
        if (Sum(database.Prepare("SELECT coalesce(sum(size), 0) FROM files WHERE account = ?").Bind(1, file.Account)) + file.Size > accountBytes) return FileOutcome.AccountFull;
        if (Sum(database.Prepare("SELECT coalesce(sum(size), 0) FROM files")) + file.Size > allBytes) return FileOutcome.AllFull;
        database.Prepare("INSERT INTO files (key, account, name, type, size, created, expires, whole) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
            .Bind(1, file.Key).Bind(2, file.Account).Bind(3, file.Name).Bind(4, file.Type).Bind(5, file.Size)
            .Bind(6, file.Created).Bind(7, file.Expires).Bind(8, file.Whole).Run();
        return FileOutcome.Done;
    }

    private static long Sum(Statement statement)
    {
        statement.Step();
        var sum = statement.Long(0);
        statement.Reset();
        return sum;
    }

    private static SharedFile? Find(Database database, string key)
    {
        var statement = database.Prepare("SELECT account, name, type, size, created, expires, whole FROM files WHERE key = ?").Bind(1, key);
        if (!statement.Step()) return null;
        var file = new SharedFile(key, statement.Long(0), statement.Text(1), statement.Text(2), statement.Long(3), statement.Long(4), statement.Long(5), statement.Bool(6));
        statement.Reset();
        return file;
    }
}
