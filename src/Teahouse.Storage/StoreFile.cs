using SQLitePCL;
using Teahouse.Storage.Schema;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage;

/// <summary>Opens the database file as the writer needs it.</summary>
internal static class StoreFile
{
    public static Database Open(string path, StoreOptions options, TimeProvider time)
    {
        var database = Database.Open(path, readOnly: false, options.Vfs);
        try
        {
            database.Execute($"""
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA wal_autocheckpoint = 0;
                PRAGMA journal_size_limit = {4 * options.CheckpointBytes};
                PRAGMA foreign_keys = ON;
                PRAGMA temp_store = MEMORY;
                PRAGMA cache_size = -8000;
                """);
            Migrations.Apply(database, time.GetUtcNow().ToUnixTimeMilliseconds());
            if (options.MostDatabasePages > 0) database.Execute($"PRAGMA max_page_count = {options.MostDatabasePages}");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Why it cannot be opened, for the person who started the program.</summary>
    public static string Sentence(string path, Exception error) => error is not DatabaseException database
        ? $"{path} cannot be used: {error.Message} Restore a backup."
        : database.Primary switch
        {
            raw.SQLITE_FULL => $"{path} cannot be used: the disk is full.",
            raw.SQLITE_BUSY => $"{path} is in use by another program.",
            raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM => $"{path} cannot be opened for writing: {database.Message}.",
            raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT => $"{path} is damaged or not a database: {database.Message}. Restore a backup.",
            _ => $"{path} cannot be used: {database.Reason}.",
        };
}
