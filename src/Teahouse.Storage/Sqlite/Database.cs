using SQLitePCL;

namespace Teahouse.Storage.Sqlite;

/// <summary>One connection to a SQLite file with its prepared statements. Used by one thread at a time.</summary>
internal sealed class Database : IDisposable
{
    private readonly sqlite3 _handle;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    private Database(sqlite3 handle) => _handle = handle;

    /// <summary>Opens (and for a writer creates) the file. One that cannot be written is refused to a writer, also where SQLite would open it to read.</summary>
    /// <param name="vfs">Another operating system layer than SQLite's own, for tests; null for its own.</param>
    public static Database Open(string path, bool readOnly, string? vfs = null)
    {
        _ = LibraryVersion.Loaded;
        var flags = raw.SQLITE_OPEN_NOMUTEX | (readOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        var code = raw.sqlite3_open_v2(path, out var handle, flags, vfs!);
        var database = new Database(handle);
        try
        {
            database.Check(code);
            database.Check(raw.sqlite3_extended_result_codes(handle, 1));
            database.Check(raw.sqlite3_busy_timeout(handle, 2000));
            if (!readOnly && raw.sqlite3_db_readonly(handle, "main") == 1) throw new DatabaseException(raw.SQLITE_READONLY, "it can only be read");
            // Closing must not write: the writer makes its last checkpoint itself, and a store that broke makes none.
            database.Check(raw.sqlite3_db_config(handle, raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _));
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Rows changed by the last statement.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    public long LastRowId => raw.sqlite3_last_insert_rowid(_handle);

    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>The statement for this SQL, prepared once; <paramref name="sql"/> is a constant.</summary>
    public Statement Prepare(string sql)
    {
        if (_statements.TryGetValue(sql, out var known)) return known;
        Check(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle));
        var statement = new Statement(this, handle);
        _statements.Add(sql, statement);
        return statement;
    }

    /// <summary>Runs any number of statements whose rows nobody wants.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    /// <summary>Copies what it can of the write-ahead log into the file; true if that was all of it.</summary>
    /// <param name="truncate">Waits for readers, and leaves an empty log.</param>
    public bool Checkpoint(bool truncate)
    {
        var code = raw.sqlite3_wal_checkpoint_v2(_handle, "main",
            truncate ? raw.SQLITE_CHECKPOINT_TRUNCATE : raw.SQLITE_CHECKPOINT_PASSIVE, out var frames, out var copied);
        if ((code & 0xff) == raw.SQLITE_BUSY) return false;
        Check(code);
        return frames == copied;
    }

    /// <summary>Begins a copy of the whole file into another.</summary>
    public sqlite3_backup BackupTo(Database target) =>
        raw.sqlite3_backup_init(target._handle, "main", _handle, "main") ?? throw target.Error(raw.sqlite3_errcode(target._handle));

    public void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw Error(code);
    }

    public DatabaseException Error(int code)
    {
        var extended = raw.sqlite3_extended_errcode(_handle);
        return new((extended & 0xff) == (code & 0xff) ? extended : code, raw.sqlite3_errmsg(_handle).utf8_to_string());
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
        _statements.Clear();
        _handle.Dispose();
    }
}
