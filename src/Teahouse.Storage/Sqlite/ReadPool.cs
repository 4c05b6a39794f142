using System.Collections.Concurrent;
using Teahouse.Core.Log;
using Teahouse.Storage.Codec;

namespace Teahouse.Storage.Sqlite;

/// <summary>
/// A few connections that only read. A read sees one moment of the database and runs on its caller's thread; when all are
/// busy it waits. Whatever a read meets beside a busy database closes the store: a damaged file is not written on.
/// </summary>
internal sealed class ReadPool(string path, string? vfs, int size, StoreHealth health) : IAsyncDisposable
{
    private readonly SemaphoreSlim _free = new(size);
    private readonly ConcurrentStack<Database> _idle = new();

    public async ValueTask<T> ReadAsync<T>(Func<Database, T> read, CancellationToken cancel)
    {
        health.ThrowIfClosed();
        // A thread that watches sockets is never held up by a disk.
        if (!Thread.CurrentThread.IsThreadPoolThread) await Task.Yield();
        await _free.WaitAsync(cancel);
        Database? database = null;
        try
        {
            health.ThrowIfClosed();
            if (!_idle.TryPop(out database)) database = Open();
            var result = InTransaction(database, read);
            // Nothing is read back from a store that broke.
            health.ThrowIfClosed();
            _idle.Push(database);
            database = null;
            return result;
        }
        catch (Exception error) when (error is DatabaseException { Passing: false } or DamagedException)
        {
            var sentence = $"The message store could not be read and was closed ({Reason(error)}).";
            health.Break(StoreFile.IsDamage(error) ? $"{sentence} {StoreFile.Remedy}" : sentence);
            throw new StoreClosedException(health.Closed!);
        }
        finally
        {
            // A connection that failed is not used again.
            database?.Dispose();
            _free.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        for (var i = 0; i < size; i++) await _free.WaitAsync();
        while (_idle.TryPop(out var database)) database.Dispose();
        _free.Release(size);
    }

    private static string Reason(Exception error) => error is DatabaseException database ? database.Reason : error.Message;

    private static T InTransaction<T>(Database database, Func<Database, T> read)
    {
        database.Prepare("BEGIN").Run();
        var result = read(database);
        database.Prepare("COMMIT").Run();
        return result;
    }

    private Database Open()
    {
        var database = Database.Open(path, readOnly: true, vfs);
        database.Execute("PRAGMA cache_size = -1000; PRAGMA query_only = ON");
        return database;
    }
}
