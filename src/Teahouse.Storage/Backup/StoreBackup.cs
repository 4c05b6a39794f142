using Teahouse.Storage.Codec;
using Teahouse.Storage.Folder;
using Teahouse.Storage.Log;
using Teahouse.Storage.Sqlite;
using Teahouse.Storage.Writing;

namespace Teahouse.Storage.Backup;

/// <summary>Makes a store out of a backup.</summary>
public static class StoreBackup
{
    /// <summary>
    /// Copies the backup into a data folder that has no store, checks it, and lets all conversations begin a new epoch.
    /// Whatever fails, the folder has no store afterwards.
    /// </summary>
    /// <param name="backup">The backup's database.</param>
    /// <exception cref="DataFolderException">There is a store already, the backup cannot be read or is damaged, or the copy cannot be written.</exception>
    public static async Task RestoreAsync(string backup, DataFolder folder, TimeProvider time, CancellationToken cancel)
    {
        var (store, part) = (folder.File(TeahouseStore.FileName), folder.File(TeahouseStore.FileName + ".part"));
        if (File.Exists(store)) throw new DataFolderException($"There is a database already: {store}. Move it away, or name another data folder.");
        // SQLite would take what is in it for this database's.
        var log = new FileInfo(store + "-wal");
        if (log is { Exists: true, Length: > 0 }) throw new DataFolderException($"There is the log of another database: {log.FullName}. Move it away to where that one is.");
        if (!File.Exists(backup)) throw new DataFolderException($"There is no backup: {backup} is missing.");
        try
        {
            Remove(part);
            await using (var from = File.OpenRead(backup))
            await using (var to = File.Create(part)) await from.CopyToAsync(to, cancel);
            await Task.Run(() => Check(part, backup), cancel);
            await WritePagesAsync(part, time);
            await Task.Run(() => BeginEpochs(part), cancel);
            // Of another store: it is made anew.
            Remove(folder.File(TeahouseStore.SearchFileName));
            Durable.Move(part, store);
        }
        catch (Exception error) when (error is DatabaseException or DamagedException)
        {
            throw new DataFolderException(StoreFile.Sentence(backup, error), error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"{backup} cannot be restored: {error.Message}", error);
        }
        finally
        {
            Remove(part);
        }
    }

    private static void Check(string path, string backup)
    {
        using var database = Database.Open(path, readOnly: false);
        var check = database.Prepare("PRAGMA quick_check(1)");
        var found = check.Step() ? check.Text(0) : "";
        check.Reset();
        if (found != "ok") throw new DataFolderException($"{backup} is damaged: {found}");
    }

    /// <summary>Brings the tables up to date, and what waited to be written behind into pages.</summary>
    private static async Task WritePagesAsync(string path, TimeProvider time)
    {
        var options = new StoreOptions();
        await using var writer = new Writer(StoreFile.Open(path, options, time), new ConversationCache(options.CachedConversations), options, new StoreHealth(), time);
        writer.Start();
    }

    private static void BeginEpochs(string path)
    {
        using var database = Database.Open(path, readOnly: false);
        Restoring.BeginEpochs(database);
        // The write-ahead log goes into the file: it is the file alone that gets the store's name.
        database.Execute("PRAGMA journal_mode = DELETE");
    }

    private static void Remove(string path)
    {
        foreach (var file in new[] { path, path + "-wal", path + "-shm" }) Durable.Remove(file);
    }
}
