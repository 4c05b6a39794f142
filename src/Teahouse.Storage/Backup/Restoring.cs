using Teahouse.Core.Log;
using Teahouse.Storage.Log;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Backup;

/// <summary>
/// Makes a copy count on in new epochs, so that no number and no msgid given after the copy was made is given again to something else.
/// What it holds keeps its numbers and its msgids.
/// </summary>
internal static class Restoring
{
    /// <summary>In one transaction, on a database whose entries are all in pages.</summary>
    /// <exception cref="DatabaseException">It cannot be written, or is damaged.</exception>
    public static void BeginEpochs(Database database)
    {
        database.Execute("BEGIN IMMEDIATE");
        try
        {
            // Afterwards whatever is not the running epoch's is taken for its pages.
            database.Execute("""
                DELETE FROM pages WHERE (conversation, epoch) IN (SELECT conversation, epoch FROM ended_epochs);
                DELETE FROM presence WHERE (conversation, epoch) IN (SELECT conversation, epoch FROM ended_epochs);
                DELETE FROM ended_epochs;
                """);
            var last = new ConversationId(0);
            while (ConversationRow.After(database, last, 500) is { Count: > 0 } rows)
            {
                foreach (var row in rows) BeginEpoch(database, row);
                last = rows[^1].Id;
            }
            database.Execute("COMMIT");
        }
        catch
        {
            if (database.InTransaction) database.Execute("ROLLBACK");
            throw;
        }
    }

    private static void BeginEpoch(Database database, ConversationRow row)
    {
        var (id, figures) = (row.Id.Value, row.Figures);
        var before = figures.LastSequence > (figures.Before.IsEmpty ? 0 : figures.Before[^1].LastSequence)
            ? figures.Before.Add(new Era(figures.Epoch, figures.LastSequence))
            : figures.Before;
        foreach (var table in new[] { "pages", "presence" })
            database.Prepare($"UPDATE {table} SET epoch = ? WHERE conversation = ? AND epoch = ?").Bind(1, figures.Epoch + 1).Bind(2, id).Bind(3, figures.Epoch).Run();
        database.Prepare("UPDATE conversations SET epoch = ?, before = ? WHERE id = ?").Bind(1, figures.Epoch + 1).Bind(2, Eras.Encode(before)).Bind(3, id).Run();
    }
}
