using SQLitePCL;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Search;

/// <summary>
/// The file of the search index: SQLite's FTS5 over words that are made before they come here. It holds nothing that the log does
/// not, so it is thrown away whenever it is of no use: damaged, of another version, or of another store.
/// </summary>
internal static class SearchFile
{
    /// <summary>Of the tables and of how words are made.</summary>
    private const int Version = 2;

    /// <param name="store">What tells the store that it follows from others.</param>
    public static Database Open(string path, long store)
    {
        try
        {
            return TryOpen(path, store) ?? Renew(path, store);
        }
        catch (DatabaseException damage) when (IsDamage(damage))
        {
            return Renew(path, store);
        }
    }

    public static bool IsDamage(DatabaseException error) => error.Primary is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;

    public static void Remove(string path)
    {
        foreach (var file in (string[])[path, path + "-wal", path + "-shm"]) File.Delete(file);
    }

    private static Database Renew(string path, long store)
    {
        Remove(path);
        return TryOpen(path, store) ?? throw new InvalidOperationException("A new index is of this version");
    }

    /// <summary>Null if it is of another version, or of another store.</summary>
    private static Database? TryOpen(string path, long store)
    {
        var database = Database.Open(path, readOnly: false);
        try
        {
            // What a crash takes is taken again: the position goes with the words.
            database.Execute("""
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = NORMAL;
                PRAGMA secure_delete = ON;
                PRAGMA temp_store = MEMORY;
                PRAGMA cache_size = -8000;
                """);
            var version = Number(database, "PRAGMA user_version");
            if (version == 0) Make(database, store);
            if (version is 0 or Version && Number(database, "SELECT store FROM origin") == store) return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
        database.Dispose();
        return null;
    }

    private static void Make(Database database, long store) => database.Execute($"""
        BEGIN IMMEDIATE;
        CREATE TABLE origin (store INTEGER NOT NULL) STRICT;
        INSERT INTO origin VALUES ({store});

        -- Up to where each conversation was taken.
        CREATE TABLE positions (
            conversation INTEGER PRIMARY KEY,
            epoch INTEGER NOT NULL,
            sequence INTEGER NOT NULL
        ) STRICT;

        -- Ids ascend with the sequences of a conversation.
        CREATE TABLE entries (
            id INTEGER PRIMARY KEY,
            conversation INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            UNIQUE (conversation, sequence)
        ) STRICT;

        -- Words hold ASCII letters and digits, or anything that is not ASCII: the tokenizer need only see the spaces between them.
        CREATE VIRTUAL TABLE words USING fts5 (room, sender, text, tokenize = 'ascii', columnsize = 0);
        INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
        PRAGMA user_version = {Version};
        COMMIT;
        """);

    private static long Number(Database database, string sql)
    {
        var statement = database.Prepare(sql);
        if (!statement.Step()) return 0;
        var number = statement.Long(0);
        statement.Reset();
        return number;
    }
}
