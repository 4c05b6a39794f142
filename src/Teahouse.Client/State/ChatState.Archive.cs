namespace Teahouse.Client;

/// <summary>What goes into the archive of this device, and comes out of it.</summary>
public sealed partial class ChatState
{
    /// <summary>Whether there is an archive that wants to know.</summary>
    internal bool IsArchived { get; set; }

    /// <summary>What it has not been told yet.</summary>
    internal List<ArchiveChange> ArchiveChanges { get; } = [];

    /// <summary>Puts back what an earlier visit saw, as if the connection had been lost since. Before the first connection only.</summary>
    internal void Restore(Login login, IReadOnlyList<ArchivedConversation> kept, DateTimeOffset now)
    {
        if (kept.Count == 0) return;
        // Own messages are known by it.
        Set(new Identity(login.Nick, login.AccountName, login is Login.Guest));
        foreach (var (name, lines) in kept)
        {
            // A room that one has left is none of this list.
            if (lines.Count == 0 || (IsRoomName(name) ? FindRoom(name) : (Conversation)GetChat(name)) is not { } conversation) continue;
            Replay(conversation, lines, now);
            conversation.Timeline.IsLoaded = true;
            conversation.IsRestored = true;
        }
        SortChats();
    }

    /// <summary>What the archive has for the conversation's timeline.</summary>
    /// <returns>How many entries are new there.</returns>
    internal int Replay(Conversation conversation, IReadOnlyList<string> lines, DateTimeOffset now)
    {
        var before = conversation.Timeline.StoredCount;
        var isArchived = IsArchived;
        IsArchived = false;
        foreach (var line in lines.Select(ArchiveLine.Decode).OfType<IncomingLine>())
            Take(conversation, new(line.Message, null, now, SenderOf(line.Message), line.Text), replay: true);
        IsArchived = isArchived;
        conversation.Timeline.HasOlder = true;
        Touch(conversation);
        return conversation.Timeline.StoredCount - before;
    }

    private void Archive(Conversation conversation, Happening h, TimelineItem item)
    {
        if (IsArchived && item.Sequence is { } at) ArchiveChanges.Add(new ArchiveChange.Entry(conversation.Name, at, item.Time, ArchiveLine.Encode(h.Message, h.Whole)));
    }

    internal void Archive(ArchiveChange change)
    {
        if (IsArchived) ArchiveChanges.Add(change);
    }
}
