using Teahouse.Core.Accounts;
using Teahouse.Core.Files;
using Teahouse.Core.Log;
using Teahouse.Core.Metadata;
using Teahouse.Core.Operators;
using Teahouse.Core.ReadMarkers;
using Teahouse.Core.Search;
using Teahouse.Storage;
using Teahouse.Storage.Folder;

namespace Teahouse.Server.Hosting;

/// <summary>What the program keeps, whichever store keeps it.</summary>
/// <param name="Folder">Held as long as the store is open.</param>
/// <param name="BackUp">Copies the database to a file that is not there yet, while everything goes on.</param>
/// <param name="Kept">What closes it.</param>
internal sealed record DataStore(
    IMessageLog Log, IAccountStore Accounts, ISecretStore Secrets, IMetadataStore Metadata, IBanStore Bans, IAuditStore Audit,
    IReadMarkerStore ReadMarkers, ISearchIndex Search, IFileStore Files, DataFolder Folder,
    Func<string, CancellationToken, Task> BackUp, IAsyncDisposable Kept) : IAsyncDisposable
{
    /// <exception cref="DataFolderLockedException">Another process has it open.</exception>
    /// <exception cref="DataFolderException">The data folder is not writable, or what is in it cannot be read.</exception>
    public static async Task<DataStore> OpenAsync(string path, TimeProvider time, CancellationToken cancel)
    {
        var folder = DataFolder.Lock(path);
        try
        {
            var store = await TeahouseStore.OpenAsync(folder, new StoreOptions(), time, cancel);
            return new(store.Log, store.Accounts, store.Secrets, store.Metadata, store.Bans, store.Audit, store.ReadMarkers, store.Search, store.Files, folder, store.BackUpAsync, store);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Kept.DisposeAsync();
        Folder.Dispose();
    }
}
