using Teahouse.Core.Log;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Log;

/// <summary>A row of <c>conversations</c>.</summary>
internal readonly record struct ConversationRow(
    ConversationId Id, ConversationKey Key, ConversationFigures Figures, long Applied, byte[] State)
{
    private const string Columns = "id, kind, a, b, owner_epoch, epoch, head, last_time, oldest, applied, state, before";

    public ConversationHead Head => new(
        Id, Key, Figures.OwnerEpoch, Figures.Epoch, Figures.LastSequence, Figures.LastTime, Figures.Oldest, State) { Before = Figures.Before };

    public static ConversationRow? Find(Database database, ConversationId id) =>
        One(database.Prepare($"SELECT {Columns} FROM conversations WHERE id = ?").Bind(1, id.Value));

    public static ConversationRow? Find(Database database, ConversationKey key) =>
        One(database.Prepare($"SELECT {Columns} FROM conversations WHERE kind = ? AND a = ? AND b = ?")
            .Bind(1, (long)key.Kind).Bind(2, key.A).Bind(3, key.B));

    public static List<ConversationRow> DirectChats(Database database, string identity) =>
        All(database.Prepare($"""
            SELECT {Columns} FROM conversations WHERE kind = 2 AND a = ?1
            UNION ALL
            SELECT {Columns} FROM conversations WHERE kind = 2 AND b = ?1 AND a <> ?1
            """).Bind(1, identity));

    public static List<ConversationRow> Channels(Database database) =>
        All(database.Prepare($"SELECT {Columns} FROM conversations WHERE kind = 1"));

    public static List<ConversationRow> After(Database database, ConversationId id, int limit) =>
        All(database.Prepare($"SELECT {Columns} FROM conversations WHERE id > ? ORDER BY id LIMIT ?").Bind(1, id.Value).Bind(2, limit));

    private static ConversationRow? One(Statement statement)
    {
        if (!statement.Step()) return null;
        var row = Read(statement);
        statement.Reset();
        return row;
    }

    private static List<ConversationRow> All(Statement statement)
    {
        var rows = new List<ConversationRow>();
        while (statement.Step()) rows.Add(Read(statement));
        return rows;
    }

    private static ConversationRow Read(Statement row) => new(
        new ConversationId(row.Long(0)),
        new ConversationKey((ConversationKind)row.Int(1), row.Text(2), row.Text(3)),
        new ConversationFigures(row.Long(4), row.Int(5), row.Long(6), row.Long(7), row.Long(8)) { Before = Eras.Decode(row.Blob(11)) },
        row.Long(9), row.Blob(10).ToArray());
}
