namespace Teahouse.Client.Sqlite;

/// <summary>An outbox in a SQLite file, for programs; several processes may have it open.</summary>
public sealed class SqliteOutboxStore : IOutboxStore
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        CREATE TABLE IF NOT EXISTS message (
            key TEXT NOT NULL PRIMARY KEY,
            account TEXT NOT NULL,
            session TEXT NOT NULL,
            position REAL NOT NULL UNIQUE,
            body TEXT NOT NULL
        ) STRICT;
        """;

    // Between two messages there is room for the parts of the first.
    private const int Apart = 1 << 20;

    private readonly string _path;
    private readonly SessionLock _life;
    private readonly OutboxDatabase _database;

    private SqliteOutboxStore(string path, SessionLock life, OutboxDatabase database)
    {
        _path = path;
        _life = life;
        _database = database;
    }

    /// <summary>Opens the file, or makes it; its folder is there.</summary>
    /// <exception cref="OutboxException">It cannot be opened, or is something else.</exception>
    public static Task<SqliteOutboxStore> OpenAsync(string path) => Task.Run(() =>
    {
        SessionLock? life = null;
        OutboxDatabase? database = null;
        try
        {
            life = SessionLock.Take(path);
            database = OutboxDatabase.Open(path);
            database.Execute(Schema);
            return new SqliteOutboxStore(path, life, database);
        }
        catch (Exception e)
        {
            database?.Dispose();
            life?.Dispose();
            if (e is IOException or UnauthorizedAccessException) throw new OutboxException(e.Message, e);
            throw;
        }
    });

    public Task<IReadOnlyList<OutboxMessage>> ClaimAsync(string account) => Task.Run<IReadOnlyList<OutboxMessage>>(() =>
    {
        var others = _database.Query("SELECT DISTINCT session FROM message WHERE account = ? AND session <> ?", account, _life.Session);
        var claimed = new List<(double Position, string Body)>();
        foreach (var ended in others.Select(row => (string)row[0]).Where(session => SessionLock.HasEnded(_path, session)).ToArray())
        {
            claimed.AddRange(_database
                .Query("UPDATE message SET session = ? WHERE account = ? AND session = ? RETURNING position, body", _life.Session, account, ended)
                .Select(row => ((double)row[0], (string)row[1])));
        }
        return [.. claimed.OrderBy(c => c.Position).Select(c => OutboxCodec.Decode(c.Body))];
    });

    public Task AddAsync(OutboxMessage message) => Task.Run(() => _database.Run(
        "INSERT INTO message (key, account, session, position, body) VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + ? FROM message), ?)",
        Name(message.Key), message.Account, _life.Session, Apart, OutboxCodec.Encode(message)));

    public Task<bool> ReplaceAsync(OutboxMessage message, OutboxMessage? rest = null) => Task.Run(() => _database.InTransaction(() =>
    {
        var changed = _database.Run(
            "UPDATE message SET body = ? WHERE key = ? AND session = ?", OutboxCodec.Encode(message), Name(message.Key), _life.Session);
        if (changed == 0) return false;
        if (rest is not null) Insert(rest, behind: message.Key);
        return true;
    }));

    public Task RemoveAsync(Guid key) => Task.Run(() => _database.Run("DELETE FROM message WHERE key = ? AND session = ?", Name(key), _life.Session));

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        _life.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Insert(OutboxMessage rest, Guid behind) => _database.Run(
        """
        WITH place AS (
            SELECT position AS own, (SELECT min(position) FROM message AS later WHERE later.position > message.position) AS next
            FROM message WHERE key = ?
        )
        INSERT INTO message (key, account, session, position, body)
        SELECT ?, ?, ?, CASE WHEN next IS NULL OR next > own + 1 THEN own + 1 ELSE (own + next) / 2 END, ? FROM place
        """,
        Name(behind), Name(rest.Key), rest.Account, _life.Session, OutboxCodec.Encode(rest));

    private static string Name(Guid key) => key.ToString("D");
}
