using SQLitePCL;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Backup;

/// <summary>
/// A copy of the database under way, on the writer's own connection: what the writer changes meanwhile SQLite brings to the copy too,
/// so it never starts over. Used only by the writer's thread. https://sqlite.org/backup.html
/// </summary>
internal sealed class BackupCopy : IDisposable
{
    /// <summary>Per step, between two commit groups: a quarter of a megabyte.</summary>
    private const int Pages = 64;

    private readonly Database _target;
    private readonly sqlite3_backup _backup;

    /// <exception cref="DatabaseException">The file cannot be made.</exception>
    public BackupCopy(Database source, string path)
    {
        _target = Database.Open(path, readOnly: false);
        try
        {
            // Synchronized as a whole when it is finished, and not on the thread that everybody's messages wait for.
            _target.Execute("PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF");
            _backup = source.BackupTo(_target);
        }
        catch
        {
            _target.Dispose();
            throw;
        }
    }

    /// <summary>True when all is copied.</summary>
    /// <exception cref="DatabaseException">It cannot be written; the copy is of no use.</exception>
    public bool Step()
    {
        var code = raw.sqlite3_backup_step(_backup, Pages);
        if (code == raw.SQLITE_DONE) return true;
        // Somebody else writes to the source at this moment: another program, for it cannot be the writer.
        if (code is raw.SQLITE_BUSY or raw.SQLITE_LOCKED) return false;
        _target.Check(code);
        return false;
    }

    public void Dispose()
    {
        _backup.Dispose();
        _target.Dispose();
    }
}
