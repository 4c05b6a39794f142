using System.Collections.Immutable;
using Teahouse.Core.Files;
using Teahouse.Storage.Sqlite;
using Teahouse.Storage.Writing;

namespace Teahouse.Storage.Files;

/// <summary>Shared files in the store's file, written by its writer: so two that want the same room do not both get it.</summary>
internal sealed class SqliteFileStore(Writer writer, ReadPool pool) : IFileStore
{
    private const string Columns = "key, account, name, type, size, created, expires, whole";

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

    public ValueTask<ImmutableArray<SharedFile>> ListAsync(string after, int limit, CancellationToken cancel = default) =>
        pool.ReadAsync(database => List(database, after, limit), cancel);

    public async ValueTask NoteLeavingAsync(ImmutableArray<LeavingFile> files, CancellationToken cancel = default) =>
        await writer.RunAsync(database => files.Sum(file => database.Prepare("INSERT INTO files_leaving (key, conversation, epoch, sequence, noted) VALUES (?, ?, ?, ?, ?)")
            .Bind(1, file.Key).Bind(2, file.Conversation.Value).Bind(3, file.Epoch).Bind(4, file.Sequence).Bind(5, file.Noted).Run()), cancel);

    public ValueTask<ImmutableArray<LeavingFile>> LeavingAsync(long after, int limit, CancellationToken cancel = default) =>
        pool.ReadAsync(database => Leaving(database, after, limit), cancel);

    public async ValueTask ForgetLeavingAsync(ImmutableArray<long> numbers, CancellationToken cancel = default) =>
        await writer.RunAsync(database => numbers.Sum(number => database.Prepare("DELETE FROM files_leaving WHERE number = ?").Bind(1, number).Run()), cancel);

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
        var statement = database.Prepare($"SELECT {Columns} FROM files WHERE key = ?").Bind(1, key);
        if (!statement.Step()) return null;
        var file = Read(statement);
        statement.Reset();
        return file;
    }

    private static ImmutableArray<SharedFile> List(Database database, string after, int limit)
    {
        var statement = database.Prepare($"SELECT {Columns} FROM files WHERE key > ? ORDER BY key LIMIT ?").Bind(1, after).Bind(2, limit);
        var found = ImmutableArray.CreateBuilder<SharedFile>();
        while (statement.Step()) found.Add(Read(statement));
        return found.DrainToImmutable();
    }

    private static SharedFile Read(Statement row) =>
        new(row.Text(0), row.Long(1), row.Text(2), row.Text(3), row.Long(4), row.Long(5), row.Long(6), row.Bool(7));

    private static ImmutableArray<LeavingFile> Leaving(Database database, long after, int limit)
    {
        var statement = database.Prepare("SELECT number, key, conversation, epoch, sequence, noted FROM files_leaving WHERE number > ? ORDER BY number LIMIT ?").Bind(1, after).Bind(2, limit);
        var found = ImmutableArray.CreateBuilder<LeavingFile>();
        while (statement.Step())
            found.Add(new(statement.Long(0), statement.Text(1), new(statement.Long(2)), statement.Int(3), statement.Long(4), statement.Long(5)));
        return found.DrainToImmutable();
    }
}
