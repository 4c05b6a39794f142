namespace Teahouse.Client;

/// <summary>
/// A room or a direct chat. Used only from the client's loop (see <see cref="ChatState"/>).
/// </summary>
public abstract class Conversation
{
    private protected Conversation(string name) => Name = name;

    /// <summary>Raised after any change of this conversation or its timeline.</summary>
    public event Action? Changed;

    /// <summary>The room with its <c>#</c>, or the other person's nick.</summary>
    public string Name { get; internal set; }

    public Timeline Timeline { get; } = new();

    /// <summary>Where one looks at what was said long before; null while one is at the end of the timeline.</summary>
    public Excursion? Excursion { get; internal set; }

    /// <summary>What one looks at now.</summary>
    public Timeline Shown => Excursion?.Timeline ?? Timeline;

    /// <summary>Up to where it has been read; null before anything was.</summary>
    public ReadPosition? ReadPosition { get; internal set; }

    /// <summary>Messages of others after the read position.</summary>
    public int UnreadCount { get; private set; }

    /// <summary>Those of them that are for the reader: naming them, or any in a direct chat.</summary>
    public int MentionCount { get; private set; }

    /// <summary>The <see cref="TimelineItem.Key"/> of the first unread message; null if all is read.</summary>
    public long? FirstUnread { get; private set; }

    /// <summary>Nicks that are typing now.</summary>
    public IReadOnlyCollection<string> Typing => Typists.Keys;

    /// <summary>True while what was missed is being fetched.</summary>
    public bool IsCatchingUp => Attachment is Attachment.Behind or Attachment.Filling;

    internal Attachment Attachment { get; set; }

    /// <summary>Who types, and until when that is believed.</summary>
    internal Dictionary<string, DateTimeOffset> Typists { get; } = new(Protocol.AsciiCase.Comparer);

    /// <summary>When something was last said here.</summary>
    internal DateTimeOffset LastActivity { get; set; }

    /// <summary>The id of the own message that was stored last.</summary>
    internal Guid? LastOwnId { get; set; }

    /// <summary>Messages with ids are refused here: it has no history, or the other person no account.</summary>
    internal bool TakesNoIds { get; set; }

    /// <summary>The read position is only where one came in: what another device has read counts more, even if it is less.</summary>
    internal bool IsReadPositionGuess { get; set; }

    /// <summary>How far the server knows that one has read; null if it knows nothing.</summary>
    internal DateTimeOffset? MarkedUpTo { get; set; }

    /// <summary>What an earlier visit saw stands in the timeline.</summary>
    internal bool IsRestored { get; set; }

    internal Annotations Annotations { get; } = new();

    internal void RaiseChanged() => Changed?.Invoke();

    /// <param name="isIgnored">Whose messages do not count.</param>
    internal void CountUnread(Func<Sender, bool> isIgnored)
    {
        (UnreadCount, MentionCount, FirstUnread) = (0, 0, null);
        for (var i = Timeline.StoredCount - 1; i >= 0; i--)
        {
            var item = Timeline.Items[i];
            if (ReadPosition?.Covers(item) == true) break;
            if (item is not TimelineMessage { From.IsMe: false, Redaction: null } message || isIgnored(message.From)) continue;
            UnreadCount++;
            if (message.Mention || this is DirectChat) MentionCount++;
            FirstUnread = message.Key;
        }
    }
}

/// <summary>How far a conversation's connection to the server is.</summary>
internal enum Attachment
{
    /// <summary>Nothing arrives: offline, or not a member.</summary>
    None,
    /// <summary>Live delivery is on; what was said last is not fetched yet.</summary>
    Behind,
    /// <summary>The newest is here; holes before it are being filled.</summary>
    Filling,
    /// <summary>Complete up to now.</summary>
    Current,
}
