using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Writing;

/// <summary>Makes sure that nothing is left of a transaction that met a full disk.</summary>
internal static class Rollback
{
    /// <summary>
    /// SQLite has ended the transaction itself after most such errors (https://www.sqlite.org/lang_transaction.html), not after all:
    /// the connection knows. Its commit is one frame of the write-ahead log, written last, so one that could not be written
    /// is no commit, and the next transaction writes over it. An error here says that nobody knows: it closes the store.
    /// </summary>
    public static void AfterPassing(Database database)
    {
        if (database.InTransaction) database.Prepare("ROLLBACK").Run();
        if (database.InTransaction) throw new InvalidOperationException("A transaction did not end.");
    }

    /// <summary>The same for a commit group: its row must not be there.</summary>
    public static void AfterPassing(Database database, long group)
    {
        AfterPassing(database);
        var statement = database.Prepare("SELECT 1 FROM groups WHERE id = ?").Bind(1, group);
        if (!statement.Step()) return;
        statement.Reset();
        throw new InvalidOperationException("A commit that failed is in the database.");
    }
}
