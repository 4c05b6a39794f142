using System.Collections.Immutable;
using Teahouse.Core.Log;
using Teahouse.Core.Search;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Search;

/// <summary>
/// The index in a SQLite file of its own, opened when it is first needed; a file that is damaged is thrown away. One call at a time,
/// on a thread of the pool.
/// </summary>
/// <param name="store">See <see cref="SearchFile.Open"/>.</param>
internal sealed class SqliteSearchIndex(string path, long store) : ISearchIndex, IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private Database? _database;
    private bool _closed;

    public async ValueTask<long> PositionAsync(ConversationId conversation, int epoch, CancellationToken cancel = default) =>
        await RunAsync(database => SearchRows.Position(database, conversation, epoch), cancel);

    public async ValueTask TakeAsync(SearchBatch batch, CancellationToken cancel = default) => await RunAsync(database => Take(database, batch), cancel);

    public async ValueTask<ImmutableArray<long>> FindAsync(SearchRequest request, CancellationToken cancel = default) =>
        await RunAsync(database => SearchRows.Find(database, request), cancel);

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        _closed = true;
        Close();
        _turn.Release();
    }

    private static bool Take(Database database, SearchBatch batch)
    {
        database.Execute("BEGIN IMMEDIATE");
        try
        {
            SearchRows.Take(database, batch);
            database.Execute("COMMIT");
        }
        catch
        {
            if (database.InTransaction) database.Execute("ROLLBACK");
            throw;
        }
        // What is gone from the file is not to be read in its log either.
        return batch.Removed.IsEmpty || database.Checkpoint(truncate: true);
    }

    private async Task<T> RunAsync<T>(Func<Database, T> run, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => run(_database ??= Open()), cancel);
        }
        catch (DatabaseException error)
        {
            Close();
            if (SearchFile.IsDamage(error)) SearchFile.Remove(path);
            throw new SearchIndexException($"The search index {path} cannot be used: {error.Reason}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SearchIndexException($"The search index {path} cannot be used: {error.Message}", error);
        }
        finally
        {
            _turn.Release();
        }
    }

    private Database Open()
    {
        if (_closed) throw new IOException("it is closed");
        return SearchFile.Open(path, store);
    }

    private void Close()
    {
        _database?.Dispose();
        _database = null;
    }
}
