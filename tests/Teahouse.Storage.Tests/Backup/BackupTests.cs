using Teahouse.Core.Log;
using Teahouse.Storage.Backup;
using Teahouse.Storage.Folder;
using Teahouse.Storage.Sqlite;
using static Teahouse.Storage.Suites.Appends;

namespace Teahouse.Storage.Tests.Backup;

public sealed class BackupTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(16 * 1024 * 1024)]
    public async Task A_backup_made_while_messages_are_stored_holds_all_that_were_stored_before_it_began_and_no_gap(long tail)
    {
        await using var host = await StoreHost.OpenAsync(new StoreOptions { TailBytes = tail });
        using var place = new TemporaryFolder();
        var head = await host.Log.TakeAsync(Tea);
        head = await host.Log.AppendAsync(head, 3000);
        var backup = Path.Combine(place.Path, "copy.db");

        var copying = host.Store.BackUpAsync(backup, default);
        var during = 0;
        do
        {
            head = await host.Log.AppendAsync(head, 100);
            during += 100;
        }
        while (!copying.IsCompleted && during < 100_000);
        await copying;

        Assert.Equal([backup], Directory.GetFiles(place.Path));
        await using var restored = await RestoredAsync(backup, TimeProvider.System);
        var copy = await restored.Store.Log.TakeAsync(Tea);
        Assert.InRange(copy.LastSequence, 3000, 3000 + during);
        var texts = new List<string>();
        for (var from = 1L; from <= copy.LastSequence; from += 1000) texts.AddRange(await restored.Store.Log.TextsAsync(copy.Id, new LogRange(from, long.MaxValue, 1000)));
        Assert.Equal(Enumerable.Range(1, (int)copy.LastSequence).Select(i => $"entry {i}"), texts);
    }

    [Fact]
    public async Task What_is_restored_counts_on_in_a_new_epoch_and_old_entries_keep_the_epoch_they_were_stored_in()
    {
        await using var host = await StoreHost.OpenAsync();
        using var place = new TemporaryFolder();
        var backup = Path.Combine(place.Path, "copy.db");
        await host.Log.AppendAsync(await host.Log.TakeAsync(Tea), 10);
        await host.Store.BackUpAsync(backup, default);

        await using var once = await RestoredAsync(backup, TimeProvider.System);
        var head = await once.Store.Log.TakeAsync(Tea);
        Assert.Equal((2, 10), (head.Epoch, head.LastSequence));
        Assert.Equal([new Era(1, 10)], head.Before);
        head = await once.Store.Log.AppendAsync(head, 5);
        Assert.Equal([1, 1, 2, 2], new long[] { 1, 10, 11, 15 }.Select(head.Numbering.EpochOf));

        var again = Path.Combine(place.Path, "again.db");
        await once.Store.BackUpAsync(again, default);
        await using var twice = await RestoredAsync(again, TimeProvider.System);
        head = await twice.Store.Log.TakeAsync(Tea);
        Assert.Equal((3, 15), (head.Epoch, head.LastSequence));
        Assert.Equal([1, 2, 3], new long[] { 10, 15, 16 }.Select(head.Numbering.EpochOf));
        Assert.Equal(15, (await twice.Store.Log.TextsAsync(head.Id, new LogRange(1, long.MaxValue, 100))).Length);
    }

    [Fact]
    public async Task A_room_that_was_born_again_has_nothing_of_its_past_after_a_restore()
    {
        await using var host = await StoreHost.OpenAsync(new StoreOptions { TailBytes = 0 });
        using var place = new TemporaryFolder();
        var backup = Path.Combine(place.Path, "copy.db");
        var head = await host.Log.AppendAsync(await host.Log.TakeAsync(Tea), 500);
        head = (await host.Log.BeginEpochAsync(head.Id, head.OwnerEpoch))!;
        await host.Log.AppendAsync(head, 3);
        await host.Store.BackUpAsync(backup, default);

        await using var restored = await RestoredAsync(backup, TimeProvider.System);
        head = await restored.Store.Log.TakeAsync(Tea);
        Assert.Equal((3, 3), (head.Epoch, head.LastSequence));
        Assert.Equal(["entry 1", "entry 2", "entry 3"], await restored.Store.Log.TextsAsync(head.Id, new LogRange(1, long.MaxValue, 100)));
    }

    [Fact]
    public async Task A_backup_that_cannot_be_written_is_said_and_leaves_nothing_and_the_store_goes_on()
    {
        await using var host = await StoreHost.OpenAsync();
        using var place = new TemporaryFolder();
        var head = await host.Log.AppendAsync(await host.Log.TakeAsync(Tea), 10);

        await Assert.ThrowsAsync<DataFolderException>(() => host.Store.BackUpAsync(Path.Combine(place.Path, "missing", "copy.db"), default));
        var taken = Path.Combine(place.Path, "taken.db");
        await File.WriteAllTextAsync(taken, "mine");
        await Assert.ThrowsAsync<DataFolderException>(() => host.Store.BackUpAsync(taken, default));

        Assert.Equal("mine", await File.ReadAllTextAsync(taken));
        Assert.Equal([taken], Directory.GetFiles(place.Path));
        Assert.Equal(20, (await host.Log.AppendAsync(head, 10)).LastSequence);
    }

    [Fact]
    public async Task A_store_that_closes_says_that_the_backup_is_not_whole()
    {
        await using var host = await StoreHost.OpenAsync();
        using var place = new TemporaryFolder();
        await host.CloseAsync();

        var refused = await Assert.ThrowsAsync<DataFolderException>(() => host.Store.BackUpAsync(Path.Combine(place.Path, "copy.db"), default));

        Assert.Equal("The store was closed before the backup was whole.", refused.Message);
        Assert.Empty(Directory.GetFiles(place.Path));
    }

    [Fact]
    public async Task What_is_no_backup_is_not_restored()
    {
        using var place = new TemporaryFolder();
        using var target = new TemporaryFolder();
        using var folder = DataFolder.Lock(target.Path);
        var nothing = Path.Combine(place.Path, "nothing.db");
        var rubbish = Path.Combine(place.Path, "rubbish.db");
        await File.WriteAllTextAsync(rubbish, new string('x', 5000));
        var damaged = Path.Combine(place.Path, "damaged.db");
        await using (var host = await StoreHost.OpenAsync())
        {
            await host.Log.AppendAsync(await host.Log.TakeAsync(Tea), 5000);
            await host.RestartAsync();
            await host.Store.BackUpAsync(damaged, default);
        }
        var bytes = await File.ReadAllBytesAsync(damaged);
        Array.Clear(bytes, 8192, 32 * 1024);
        await File.WriteAllBytesAsync(damaged, bytes);

        foreach (var backup in new[] { nothing, rubbish, damaged })
            Assert.Contains(backup, (await Assert.ThrowsAsync<DataFolderException>(() => StoreBackup.RestoreAsync(backup, folder, TimeProvider.System, default))).Message);

        Assert.Equal(["lock"], Directory.GetFiles(target.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_folder_that_has_a_store_keeps_it()
    {
        await using var host = await StoreHost.OpenAsync();
        using var place = new TemporaryFolder();
        using var target = new TemporaryFolder();
        var backup = Path.Combine(place.Path, "copy.db");
        await host.Store.BackUpAsync(backup, default);
        using var folder = DataFolder.Lock(target.Path);
        await File.WriteAllTextAsync(folder.File(TeahouseStore.FileName), "mine");

        await Assert.ThrowsAsync<DataFolderException>(() => StoreBackup.RestoreAsync(backup, folder, TimeProvider.System, default));

        Assert.Equal("mine", await File.ReadAllTextAsync(folder.File(TeahouseStore.FileName)));
    }

    private static async Task<Restored> RestoredAsync(string backup, TimeProvider time)
    {
        var temporary = new TemporaryFolder();
        var folder = DataFolder.Lock(temporary.Path);
        await StoreBackup.RestoreAsync(backup, folder, time, default);
        return new Restored(temporary, folder, await TeahouseStore.OpenAsync(folder, new StoreOptions(), time));
    }

    private sealed record Restored(TemporaryFolder Temporary, DataFolder Folder, TeahouseStore Store) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Store.DisposeAsync();
            Folder.Dispose();
            Temporary.Dispose();
        }
    }
}
