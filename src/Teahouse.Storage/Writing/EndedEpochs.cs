using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Writing;

/// <summary>Removes what ended epochs left, a little at a time. Used only by the writer, inside a slice's transaction.</summary>
internal sealed class EndedEpochs(Database database)
{
    private const int Rows = 64;

    /// <summary>There may be something left.</summary>
    public bool Waiting { get; set; }

    public void Remove()
    {
        if (!Waiting) return;
        var next = database.Prepare("SELECT conversation, epoch FROM ended_epochs LIMIT 1");
        if (!next.Step())
        {
            Waiting = false;
            return;
        }
        var (conversation, epoch) = (next.Long(0), next.Long(1));
        next.Reset();
        var removed = database.Prepare("""
            DELETE FROM pages WHERE id IN (SELECT id FROM pages WHERE conversation = ? AND epoch = ? LIMIT ?)
            """).Bind(1, conversation).Bind(2, epoch).Bind(3, Rows).Run();
        removed += database.Prepare("""
            DELETE FROM presence WHERE (conversation, epoch, after, number) IN
                (SELECT conversation, epoch, after, number FROM presence WHERE conversation = ? AND epoch = ? LIMIT ?)
            """).Bind(1, conversation).Bind(2, epoch).Bind(3, 4 * Rows).Run();
        if (removed == 0)
            database.Prepare("DELETE FROM ended_epochs WHERE conversation = ? AND epoch = ?").Bind(1, conversation).Bind(2, epoch).Run();
    }
}
