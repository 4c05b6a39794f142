using SQLitePCL;

namespace Teahouse.Storage.Sqlite;

/// <summary>What SQLite answered instead of OK.</summary>
/// <param name="code">The extended result code: https://www.sqlite.org/rescode.html</param>
internal sealed class DatabaseException(int code, string message) : Exception(message)
{
    /// <summary>SQLITE_IOERR_SHMSIZE: no room for the file by which connections share the log's index.</summary>
    private const int NoRoomForIndex = raw.SQLITE_IOERR | 19 << 8;

    public int Code { get; } = code;

    /// <summary>The primary result code, the low byte of the extended one.</summary>
    public int Primary => Code & 0xff;

    /// <summary>Nothing was written, and the same may succeed later: the disk is full, or another program holds the database.</summary>
    public bool Passing => Primary is raw.SQLITE_FULL or raw.SQLITE_BUSY;

    /// <summary>The statement broke a rule of the schema; the transaction goes on without it.</summary>
    public bool Constraint => Primary == raw.SQLITE_CONSTRAINT;

    /// <summary>What whoever waits is told.</summary>
    public string Reason => Primary switch
    {
        raw.SQLITE_FULL => "the disk is full",
        _ when Code == NoRoomForIndex => "the disk is full",
        raw.SQLITE_BUSY => "the database is in use by another program",
        _ => $"{Message} (SQLite {Code})",
    };
}
