using Teahouse.Core.Log;
using Teahouse.Storage.Log;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Writing;

/// <summary>Removes what has expired from pages, a little at a time. Used only by the writer, inside a slice's transaction.</summary>
internal sealed class ExpiredEntries(Database database)
{
    private const int Rows = 64;

    private readonly Queue<ConversationId> _waiting = new();
    private readonly HashSet<ConversationId> _known = [];
    private readonly List<ConversationId> _done = [];

    public bool Waiting => _waiting.Count > 0;

    public void Add(ConversationId conversation)
    {
        if (_known.Add(conversation)) _waiting.Enqueue(conversation);
    }

    /// <summary>At start: what was left when the program ended.</summary>
    public void Find()
    {
        var left = database.Prepare("""
            SELECT id FROM conversations WHERE oldest > 1 AND oldest >
                (SELECT last FROM pages WHERE conversation = conversations.id AND epoch = conversations.epoch ORDER BY first LIMIT 1)
            """);
        while (left.Step()) Add(new ConversationId(left.Long(0)));
    }

    public void Remove(ConversationCache conversations)
    {
        if (!_waiting.TryPeek(out var id)) return;
        if (conversations.Get(id) is { } state) state.Unwritten.LastPage = null;
        var (epoch, oldest) = Left(id);
        // Presence first: while pages wait, a start finds the rest.
        var removed = database.Prepare("""
            DELETE FROM presence WHERE (conversation, epoch, after, number) IN
                (SELECT conversation, epoch, after, number FROM presence WHERE conversation = ? AND epoch = ? AND after < ? LIMIT ?)
            """).Bind(1, id.Value).Bind(2, epoch).Bind(3, oldest).Bind(4, 4 * Rows).Run();
        if (removed > 0) return;
        removed = database.Prepare("""
            DELETE FROM pages WHERE id IN (SELECT id FROM pages WHERE conversation = ?1 AND epoch = ?2 AND first < ?3 AND last < ?3 ORDER BY first LIMIT ?4)
            """).Bind(1, id.Value).Bind(2, epoch).Bind(3, oldest).Bind(4, Rows).Run();
        if (removed > 0) return;
        PageEmptying.EmptyBefore(database, id, epoch, oldest);
        _done.Add(_waiting.Dequeue());
    }

    /// <summary>The slice is committed.</summary>
    public void Apply()
    {
        foreach (var id in _done) _known.Remove(id);
        _done.Clear();
    }

    /// <summary>The slice was rolled back.</summary>
    public void Undo()
    {
        foreach (var id in _done) _waiting.Enqueue(id);
        _done.Clear();
    }

    private (int Epoch, long Oldest) Left(ConversationId id)
    {
        var row = database.Prepare("SELECT epoch, oldest FROM conversations WHERE id = ?").Bind(1, id.Value);
        if (!row.Step()) return default;
        var left = (row.Int(0), row.Long(1));
        row.Reset();
        return left;
    }
}
