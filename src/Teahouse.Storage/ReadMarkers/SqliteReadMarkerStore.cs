using Teahouse.Core.ReadMarkers;
using Teahouse.Storage.Sqlite;
using Teahouse.Storage.Writing;

namespace Teahouse.Storage.ReadMarkers;

/// <summary>Read markers in the store's file, written by its writer. They go with their account.</summary>
internal sealed class SqliteReadMarkerStore(Writer writer, ReadPool pool) : IReadMarkerStore
{
    public ValueTask<long?> FindAsync(long account, string conversation, CancellationToken cancel = default) =>
        pool.ReadAsync(database => Find(database, account, conversation), cancel);

    public async ValueTask<ReadMark> RaiseAsync(long account, string conversation, long time, CancellationToken cancel = default) =>
        await writer.RunAsync(database => Raise(database, account, conversation, time), cancel);

    private static long? Find(Database database, long account, string conversation)
    {
        var statement = database.Prepare("SELECT time FROM read_markers WHERE account = ? AND conversation = ?").Bind(1, account).Bind(2, conversation);
        if (!statement.Step()) return null;
        var time = statement.Long(0);
        statement.Reset();
        return time;
    }

    private static ReadMark Raise(Database database, long account, string conversation, long time)
    {
        if (Find(database, account, conversation) is { } known)
        {
            if (known >= time) return new ReadMark(known, false);
            database.Prepare("UPDATE read_markers SET time = ? WHERE account = ? AND conversation = ?")
                .Bind(1, time).Bind(2, account).Bind(3, conversation).Run();
            return new ReadMark(time, true);
        }
        database.Prepare("INSERT INTO read_markers (account, conversation, time) SELECT id, ?2, ?3 FROM accounts WHERE id = ?1")
            .Bind(1, account).Bind(2, conversation).Bind(3, time).Run();
        database.Prepare("""
            DELETE FROM read_markers WHERE account = ?1 AND conversation IN (
                SELECT conversation FROM read_markers WHERE account = ?1 AND conversation <> ?2 ORDER BY time
                LIMIT max(0, (SELECT count(*) FROM read_markers WHERE account = ?1) - ?3))
            """).Bind(1, account).Bind(2, conversation).Bind(3, IReadMarkerStore.Most).Run();
        return new ReadMark(time, true);
    }
}
