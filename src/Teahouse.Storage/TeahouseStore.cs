using Teahouse.Core.Accounts;
using Teahouse.Core.Files;
using Teahouse.Core.Log;
using Teahouse.Core.Metadata;
using Teahouse.Core.Operators;
using Teahouse.Core.ReadMarkers;
using Teahouse.Core.Search;
using Teahouse.Storage.Accounts;
using Teahouse.Storage.Backup;
using Teahouse.Storage.Files;
using Teahouse.Storage.Folder;
using Teahouse.Storage.Log;
using Teahouse.Storage.Metadata;
using Teahouse.Storage.Operators;
using Teahouse.Storage.ReadMarkers;
using Teahouse.Storage.Schema;
using Teahouse.Storage.Search;
using Teahouse.Storage.Sqlite;
using Teahouse.Storage.Writing;

namespace Teahouse.Storage;

/// <summary>The embedded store: the file <c>teahouse.db</c> of a data folder that this process holds.</summary>
public sealed class TeahouseStore : IAsyncDisposable
{
    public const string FileName = "teahouse.db";
    public const string SearchFileName = "search.db";

    private readonly Writer _writer;
    private readonly ReadPool _pool;
    private readonly SqliteSearchIndex _search;
    private readonly Lock _lock = new();
    private Task? _disposal;

    private TeahouseStore(Database database, string path, string search, StoreOptions options, TimeProvider time)
    {
        var health = new StoreHealth();
        var cache = new ConversationCache(options.CachedConversations);
        _pool = new ReadPool(path, options.Vfs, options.Readers, health);
        _writer = new Writer(database, cache, options, health, time);
        Log = new SqliteMessageLog(_writer, cache, _pool, health, DisposeAsync);
        Accounts = new SqliteAccountStore(_writer, _pool);
        Secrets = new SqliteSecretStore(_writer, _pool);
        Bans = new SqliteBanStore(_writer, _pool);
        Audit = new SqliteAuditStore(_writer, _pool);
        _search = new SqliteSearchIndex(search, Migrations.Begun(database));
        ReadMarkers = new SqliteReadMarkerStore(_writer, _pool);
        Files = new SqliteFileStore(_writer, _pool);
        Metadata = new SqliteMetadataStore(_writer, _pool);
    }

    public IMessageLog Log { get; }

    public IAccountStore Accounts { get; }

    public ISecretStore Secrets { get; }

    public IMetadataStore Metadata { get; }

    public IReadMarkerStore ReadMarkers { get; }

    public IFileStore Files { get; }

    public ISearchIndex Search => _search;

    public IBanStore Bans { get; }

    public IAuditStore Audit { get; }

    /// <summary>Opens the store, makes or upgrades its tables, and reads what the last run left to be written behind.</summary>
    /// <exception cref="DataFolderException">It cannot be used; the message says why in a sentence.</exception>
    public static async Task<TeahouseStore> OpenAsync(
        DataFolder folder, StoreOptions options, TimeProvider time, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.TailBytes, options.MostTailBytes);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Readers, 1);
        if (LibraryVersion.Refusal(LibraryVersion.Loaded) is { } refusal) throw new DataFolderException(refusal);
        return await Task.Run(() => Open(folder.File(FileName), folder.File(SearchFileName), options, time), cancel);
    }

    /// <summary>Copies the database, as it is at the end of the copying, while everything goes on.</summary>
    /// <param name="path">Of a file that is not there yet.</param>
    /// <exception cref="DataFolderException">It cannot be written, or the store closes before it is whole. Nothing is left of it.</exception>
    public async Task BackUpAsync(string path, CancellationToken cancel)
    {
        var part = path + ".part";
        try
        {
            Durable.Remove(part);
            await _writer.Backups.CopyAsync(part, cancel);
            await Task.Run(() => Durable.Move(part, path), cancel);
        }
        catch (Exception error)
        {
            Durable.Remove(part);
            if (error is IOException or UnauthorizedAccessException) throw new DataFolderException($"The backup cannot be written to {path}: {error.Message}", error);
            throw;
        }
    }

    /// <summary>Commits what waits, writes all pages, and closes. What comes later fails.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_lock) return new(_disposal ??= CloseAsync());
    }

    private static TeahouseStore Open(string path, string search, StoreOptions options, TimeProvider time)
    {
        Database? database = null;
        try
        {
            database = StoreFile.Open(path, options, time);
            var store = new TeahouseStore(database, path, search, options, time);
            store._writer.Start();
            return store;
        }
        catch (Exception error) when (error is DatabaseException or Codec.DamagedException)
        {
            database?.Dispose();
            throw new DataFolderException(StoreFile.Advice(path, error), error);
        }
        catch
        {
            database?.Dispose();
            throw;
        }
    }

    private async Task CloseAsync()
    {
        await _search.DisposeAsync();
        await _writer.DisposeAsync();
        await _pool.DisposeAsync();
    }
}
