using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Writing;

/// <summary>
/// Copies the write-ahead log into the file between groups: a checkpointer beside steady writing lets it grow without end.
/// Used only by the writer.
/// </summary>
internal sealed class Checkpoints(Database database, long after)
{
    // The log's bytes for a transaction beyond its content: leaves of trees, frame headers.
    private const long PerTransaction = 20_000;
    // Readers that are always there keep the log from starting over; then it waits for them.
    private const int Patience = 8;

    private long _written;
    private int _unfinished;

    public void Wrote(long bytes) => _written += bytes + PerTransaction;

    public void IfDue()
    {
        if (_written < after) return;
        _written = 0;
        try
        {
            if (database.Checkpoint(truncate: _unfinished >= Patience)) _unfinished = 0;
            else _unfinished++;
        }
        catch (DatabaseException error) when (error.Passing)
        {
            // The file has no room to grow; nothing is lost, what was to be copied stays in the log.
            _unfinished++;
        }
    }

    /// <summary>At the end: an empty log, where nobody else reads.</summary>
    public void Last()
    {
        try
        {
            database.Checkpoint(truncate: true);
        }
        catch (DatabaseException error) when (error.Passing)
        {
            _unfinished++;
        }
    }
}
