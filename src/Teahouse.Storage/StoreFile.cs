using SQLitePCL;
using Teahouse.Storage.Codec;
using Teahouse.Storage.Schema;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage;

/// <summary>Opens the database file as the writer needs it.</summary>
internal static class StoreFile
{
    /// <summary>What the person who runs a server does about a damaged one. The log beside it belongs to it.</summary>
    public const string Remedy = $"Move {TeahouseStore.FileName} and {TeahouseStore.FileName}-wal away and run `teahouse restore FOLDER` with the folder of a backup.";

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

    /// <summary>Why the store itself cannot be opened, for the person who started the program, and what to do.</summary>
    public static string Advice(string path, Exception error) => IsDamage(error) ? $"{Sentence(path, error)} {Remedy}" : Sentence(path, error);

    /// <summary>Whether only a backup helps.</summary>
    public static bool IsDamage(Exception error) =>
        error is DamagedException or DatabaseException { Primary: raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT };

    /// <summary>Why a file cannot be opened.</summary>
    public static string Sentence(string path, Exception error) => error is not DatabaseException database
        ? $"{path} cannot be used: {error.Message}"
        : database.Primary switch
        {
            raw.SQLITE_FULL => $"{path} cannot be used: the disk is full.",
            raw.SQLITE_BUSY => $"{path} is in use by another program.",
            raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM => $"{path} cannot be opened for writing: {database.Message}.",
            raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT => $"{path} is damaged or not a database: {database.Message}.",
            _ => $"{path} cannot be used: {database.Reason}.",
        };
}
