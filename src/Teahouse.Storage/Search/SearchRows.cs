using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Teahouse.Core.Log;
using Teahouse.Core.Search;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Search;

/// <summary>What is read from and written to a search file.</summary>
internal static class SearchRows
{
    public static long Position(Database database, ConversationId conversation, int epoch)
    {
        var statement = database.Prepare("SELECT sequence FROM positions WHERE conversation = ? AND epoch = ?").Bind(1, conversation.Value).Bind(2, epoch);
        if (!statement.Step()) return 0;
        var position = statement.Long(0);
        statement.Reset();
        return position;
    }

    public static void Take(Database database, SearchBatch batch)
    {
        var conversation = batch.Conversation.Value;
        if (batch.Anew) Remove(database, conversation, long.MaxValue);
        else Remove(database, conversation, batch.Oldest);
        foreach (var entry in batch.Added) Add(database, batch.Conversation, entry);
        foreach (var sequence in batch.Removed) RemoveOne(database, conversation, sequence);
        database.Prepare("INSERT INTO positions (conversation, epoch, sequence) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET epoch = ?2, sequence = ?3")
            .Bind(1, conversation).Bind(2, batch.Epoch).Bind(3, batch.UpTo).Run();
    }

    public static ImmutableArray<long> Find(Database database, SearchRequest request)
    {
        if (Position(database, request.Conversation, request.Epoch) == 0) return [];
        var conversation = request.Conversation.Value;
        var from = Edge(database, "SELECT id FROM entries WHERE conversation = ? AND sequence >= ? ORDER BY sequence LIMIT 1", conversation, request.From);
        var to = Edge(database, "SELECT id FROM entries WHERE conversation = ? AND sequence <= ? ORDER BY sequence DESC LIMIT 1", conversation, request.To);
        if (from is null || to is null) return [];
        var statement = (request.Newest
            ? database.Prepare("""
                SELECT sequence FROM words JOIN entries ON entries.id = words.rowid
                WHERE words MATCH ? AND words.rowid BETWEEN ? AND ? ORDER BY words.rowid DESC LIMIT ?
                """)
            : database.Prepare("""
                SELECT sequence FROM words JOIN entries ON entries.id = words.rowid
                WHERE words MATCH ? AND words.rowid BETWEEN ? AND ? ORDER BY words.rowid LIMIT ?
                """)).Bind(1, Match(request)).Bind(2, from.Value).Bind(3, to.Value).Bind(4, request.Limit);
        var found = ImmutableArray.CreateBuilder<long>();
        while (statement.Step()) found.Add(statement.Long(0));
        return found.ToImmutable();
    }

    private static void Add(Database database, ConversationId conversation, SearchEntry entry)
    {
        database.Prepare("INSERT INTO entries (conversation, sequence) VALUES (?, ?)").Bind(1, conversation.Value).Bind(2, entry.Sequence).Run();
        database.Prepare("INSERT INTO words (rowid, room, sender, text) VALUES (?, ?, ?, ?)")
            .Bind(1, database.LastRowId).Bind(2, Room(conversation)).Bind(3, string.Join(' ', entry.Senders)).Bind(4, string.Join(' ', entry.Words)).Run();
    }

    /// <summary>What is older than a sequence goes.</summary>
    private static void Remove(Database database, long conversation, long before)
    {
        if (Edge(database, "SELECT id FROM entries WHERE conversation = ? AND sequence < ? LIMIT 1", conversation, before) is null) return;
        database.Prepare("DELETE FROM words WHERE rowid IN (SELECT id FROM entries WHERE conversation = ? AND sequence < ?)").Bind(1, conversation).Bind(2, before).Run();
        database.Prepare("DELETE FROM entries WHERE conversation = ? AND sequence < ?").Bind(1, conversation).Bind(2, before).Run();
    }

    private static void RemoveOne(Database database, long conversation, long sequence)
    {
        database.Prepare("DELETE FROM words WHERE rowid IN (SELECT id FROM entries WHERE conversation = ? AND sequence = ?)").Bind(1, conversation).Bind(2, sequence).Run();
        database.Prepare("DELETE FROM entries WHERE conversation = ? AND sequence = ?").Bind(1, conversation).Bind(2, sequence).Run();
    }

    private static long? Edge(Database database, string sql, long conversation, long sequence)
    {
        var statement = database.Prepare(sql).Bind(1, conversation).Bind(2, sequence);
        if (!statement.Step()) return null;
        var id = statement.Long(0);
        statement.Reset();
        return id;
    }

    /// <summary>https://www.sqlite.org/fts5.html#full_text_query_syntax; words hold nothing that would have to be escaped.</summary>
    private static string Match(SearchRequest request)
    {
        var match = new StringBuilder();
        match.Append(CultureInfo.InvariantCulture, $"room : \"{Room(request.Conversation)}\"");
        if (request.Sender is { } sender) match.Append(CultureInfo.InvariantCulture, $" AND sender : \"{sender}\"");
        foreach (var term in request.Terms) match.Append(CultureInfo.InvariantCulture, $" AND text : \"{string.Join(' ', term)}\" *");
        return match.ToString();
    }

    private static string Room(ConversationId conversation) => string.Create(CultureInfo.InvariantCulture, $"c{conversation.Value}");
}
