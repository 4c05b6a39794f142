using SQLitePCL;

namespace Teahouse.Client.Sqlite;

/// <summary>One connection to the outbox's file. Used by one thread at a time.</summary>
internal sealed class OutboxDatabase : IDisposable
{
    // Another process may write for a moment.
    private const int PatienceMillis = 5000;

    private readonly sqlite3 _handle;

    private OutboxDatabase(sqlite3 handle) => _handle = handle;

    public static OutboxDatabase Open(string path)
    {
        Batteries_V2.Init();
        var code = raw.sqlite3_open_v2(path, out var handle, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_FULLMUTEX, null!);
        var database = new OutboxDatabase(handle);
        try
        {
            database.Check(code);
            database.Check(raw.sqlite3_busy_timeout(handle, PatienceMillis));
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    /// <summary>The rows of one statement, whose parameters are text or numbers.</summary>
    public List<object[]> Query(string sql, params ReadOnlySpan<object> parameters)
    {
        Check(raw.sqlite3_prepare_v2(_handle, sql, out var statement));
        using (statement)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                Check(parameters[i] is string text ? raw.sqlite3_bind_text(statement, i + 1, text) : raw.sqlite3_bind_int64(statement, i + 1, (int)parameters[i]));
            }
            var rows = new List<object[]>();
            int code;
            while ((code = raw.sqlite3_step(statement)) == raw.SQLITE_ROW) rows.Add(Row(statement));
            if (code != raw.SQLITE_DONE) Check(code);
            return rows;
        }
    }

    /// <returns>How many rows it changed.</returns>
    public int Run(string sql, params ReadOnlySpan<object> parameters)
    {
        Query(sql, parameters);
        return raw.sqlite3_changes(_handle);
    }

    /// <summary>All of it or, if it throws, nothing.</summary>
    public T InTransaction<T>(Func<T> work)
    {
        Execute("BEGIN IMMEDIATE");
        try
        {
            var result = work();
            Execute("COMMIT");
            return result;
        }
        catch (OutboxException)
        {
            // After some errors SQLite has rolled back by itself.
            if (raw.sqlite3_get_autocommit(_handle) == 0) Execute("ROLLBACK");
            throw;
        }
    }

    public void Dispose() => _handle.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw new OutboxException($"The outbox cannot be used: {raw.sqlite3_errmsg(_handle).utf8_to_string()} (SQLite {code}).");
    }

    private static object[] Row(sqlite3_stmt statement)
    {
        var row = new object[raw.sqlite3_column_count(statement)];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = raw.sqlite3_column_type(statement, i) == raw.SQLITE_FLOAT
                ? raw.sqlite3_column_double(statement, i)
                : raw.sqlite3_column_text(statement, i).utf8_to_string();
        }
        return row;
    }
}
