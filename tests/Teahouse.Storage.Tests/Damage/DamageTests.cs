using Teahouse.Core.Log;
using Teahouse.Storage.Backup;
using Teahouse.Storage.Folder;
using static Teahouse.Storage.Suites.Appends;

namespace Teahouse.Storage.Tests.Damage;

public sealed class DamageTests
{
    [Fact]
    public async Task A_damaged_page_closes_the_store_with_the_way_back_to_a_backup()
    {
        await using var host = await StoreHost.OpenAsync();
        var head = await host.Log.AppendAsync(await host.Log.TakeAsync(Tea), 5000);
        await host.RestartAsync();
        await using (var file = new FileStream(host.File, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            // All but the page that says which tables there are.
            file.Position = 4096;
            file.Write(new byte[file.Length - 4096]);
        }

        await Assert.ThrowsAsync<StoreClosedException>(() => host.Log.ReadAsync(head.Id, new LogRange(1, long.MaxValue, 1000)).AsTask());

        Assert.EndsWith(StoreFile.Remedy, await host.Log.Broken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_restored_beside_the_log_of_another_database()
    {
        await using var host = await StoreHost.OpenAsync();
        using var place = new TemporaryFolder();
        using var target = new TemporaryFolder();
        using var folder = DataFolder.Lock(target.Path);
        var backup = Path.Combine(place.Path, "copy.db");
        await host.Store.BackUpAsync(backup, default);
        var log = folder.File(TeahouseStore.FileName + "-wal");
        await File.WriteAllTextAsync(log, "what was not in the database yet");

        var refused = await Assert.ThrowsAsync<DataFolderException>(() => StoreBackup.RestoreAsync(backup, folder, TimeProvider.System, default));

        Assert.Contains(log, refused.Message, StringComparison.Ordinal);
        Assert.Equal("what was not in the database yet", await File.ReadAllTextAsync(log));
        Assert.False(File.Exists(folder.File(TeahouseStore.FileName)));
        // What a store that was closed in peace leaves there says nothing.
        await File.WriteAllTextAsync(log, "");
        await StoreBackup.RestoreAsync(backup, folder, TimeProvider.System, default);
    }
}
