using Teahouse.Storage.Codec;
using Teahouse.Storage.Log;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Writing;

/// <summary>Writes the unwritten tail of one conversation to its pages. Used only by the writer, inside a slice's transaction.</summary>
internal sealed class PageWriter(Database database)
{
    // A page grows to this; a reader of a hundred messages then decodes one or two.
    private const int PageBytes = 16 * 1024;
    // A last page below this is continued: a quiet room must not become a row per message.
    private const int ContinueBytes = 4 * 1024;
    // One slice takes no more of one conversation, so that it stays short.
    private const int SliceBytes = 256 * 1024;

    private readonly ByteWriter _writer = new();

    public PagePlan Write(ConversationState conversation)
    {
        var (segments, stored, presence, bytes, applied) = (0, 0, 0, 0L, 0L);
        foreach (var segment in conversation.Unwritten.Segments)
        {
            // A group is covered as a whole, or the next start would take its rest for written.
            if (bytes > SliceBytes && segment.Group.Id != applied) break;
            segments++;
            stored += segment.Stored;
            presence += segment.Presence;
            bytes += segment.Bytes;
            applied = segment.Group.Id;
        }
        var lastPage = conversation.Unwritten.LastPage ?? FindLastPage(conversation);
        if (stored > 0) lastPage = WriteStored(conversation, stored, lastPage);
        for (var i = 0; i < presence; i++) WritePresence(conversation, conversation.PresenceRows[i]);
        WriteRow(conversation, stored, applied);
        return new PagePlan(conversation, segments, stored, presence, bytes, applied, lastPage);
    }

    private LastPage FindLastPage(ConversationState conversation)
    {
        var statement = database.Prepare("""
            SELECT pages.id, first, length(body), last_time FROM pages JOIN conversations ON conversations.id = pages.conversation
            WHERE conversation = ? AND pages.epoch = ? ORDER BY first DESC LIMIT 1
            """).Bind(1, conversation.Id.Value).Bind(2, conversation.Figures.Epoch);
        if (!statement.Step()) return default;
        var found = new LastPage(statement.Long(0), statement.Long(1), statement.Int(2), statement.Long(3));
        statement.Reset();
        return found;
    }

    private LastPage WriteStored(ConversationState conversation, int count, LastPage page)
    {
        var (entries, oldest) = (conversation.Stored, conversation.Figures.Oldest);
        var i = 0;
        while (i < count)
        {
            var continued = page.Id != 0 && page.Bytes < ContinueBytes;
            var first = continued ? page.First : entries[i].Sequence;
            var firstTime = entries[i].Time;
            var time = continued ? page.LastTime : firstTime;
            PageCodec.Begin(_writer, continued ? Content(page.Id) : default);
            do
            {
                // What has expired meanwhile keeps nothing but its place.
                PageCodec.Add(_writer, entries[i].Sequence < oldest ? entries[i] with { Payload = default } : entries[i], time);
                time = entries[i].Time;
                i++;
            }
            while (i < count && _writer.Length < PageBytes);
            Sealed.End(_writer);
            var id = continued
                ? Update(page.Id, entries[i - 1].Sequence)
                : Insert(conversation, first, entries[i - 1].Sequence, firstTime);
            page = new LastPage(id, first, _writer.Length, time);
        }
        return page;
    }

    private byte[] Content(long page)
    {
        var statement = database.Prepare("SELECT body FROM pages WHERE id = ?").Bind(1, page);
        if (!statement.Step()) throw new DamagedException("a page is missing");
        var body = statement.Blob(0).ToArray();
        statement.Reset();
        return Sealed.Open(body).ToArray();
    }

    private long Insert(ConversationState conversation, long first, long last, long time)
    {
        database.Prepare("INSERT INTO pages (conversation, epoch, first, last, time, body) VALUES (?, ?, ?, ?, ?, ?)")
            .Bind(1, conversation.Id.Value).Bind(2, conversation.Figures.Epoch).Bind(3, first).Bind(4, last).Bind(5, time)
            .Bind(6, _writer.Written).Run();
        return database.LastRowId;
    }

    private long Update(long page, long last)
    {
        database.Prepare("UPDATE pages SET last = ?, body = ? WHERE id = ?").Bind(1, last).Bind(2, _writer.Written).Bind(3, page).Run();
        return page;
    }

    private void WritePresence(ConversationState conversation, PresenceRow row) =>
        database.Prepare("INSERT INTO presence (conversation, epoch, after, number, time, payload) VALUES (?, ?, ?, ?, ?, ?)")
            .Bind(1, conversation.Id.Value).Bind(2, conversation.Figures.Epoch).Bind(3, row.Entry.Sequence).Bind(4, row.Number)
            .Bind(5, row.Entry.Time).Bind(6, row.Entry.Payload.Span).Run();

    // The state is the newest, though later groups may be left: they are read again at start, and end with the same state.
    private void WriteRow(ConversationState conversation, int stored, long applied)
    {
        var figures = conversation.Figures;
        var left = conversation.Stored.Count - stored;
        var head = figures.LastSequence - left;
        var time = left == 0 ? figures.LastTime : stored > 0 ? conversation.Stored[stored - 1].Time : (long?)null;
        if (time is { } known)
        {
            database.Prepare("UPDATE conversations SET head = ?, last_time = ?, applied = ? WHERE id = ?")
                .Bind(1, head).Bind(2, known).Bind(3, applied).Bind(4, conversation.Id.Value).Run();
        }
        else
        {
            database.Prepare("UPDATE conversations SET applied = ? WHERE id = ?").Bind(1, applied).Bind(2, conversation.Id.Value).Run();
        }
        if (!conversation.Unwritten.StateChanged) return;
        database.Prepare("UPDATE conversations SET state = ? WHERE id = ?")
            .Bind(1, conversation.DurableState.Span).Bind(2, conversation.Id.Value).Run();
    }
}
