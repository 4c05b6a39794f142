using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>
/// One row of a timeline: immutable; a change (an own message that is stored now) replaces it under the same <see cref="Key"/>.
/// </summary>
public abstract record TimelineItem
{
    /// <summary>Stable and unique within the client's life: what a list is drawn by.</summary>
    public required long Key { get; init; }

    /// <summary>When the server took it; for an own message still under way, when it was written here.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The server's id, or null if it gave none.</summary>
    public string? MessageId { get; init; }

    /// <summary>Its number in the conversation; null where it has none (presence, own messages under way, other servers).</summary>
    public SequenceTag? Sequence { get; init; }

    /// <summary>Who did it.</summary>
    public required Sender From { get; init; }
}

/// <param name="Nick">As it was at that time; a server's name for what a server did.</param>
/// <param name="Account">Null if not logged in, or not told.</param>
/// <param name="IsMe">True for what this account or this connection did, on whatever device.</param>
/// <param name="IsGuest">They were a guest at that time, as the server says.</param>
public sealed record Sender(string Nick, string? Account = null, bool IsMe = false, bool IsGuest = false);

/// <summary>Something said.</summary>
public sealed record TimelineMessage : TimelineItem
{
    public required string Text { get; init; }

    public MessageKind Kind { get; init; }

    /// <summary>True if it names the reader.</summary>
    public bool Mention { get; init; }

    /// <summary>Whom of the room it calls, as the server has said.</summary>
    public GroupMention Calls { get; init; }

    /// <summary>The id of the message that it answers, or null.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>In the order in which they were first given.</summary>
    public IReadOnlyList<Reaction> Reactions { get; init; } = [];

    /// <summary>That it was taken back: its text is empty then. Otherwise null.</summary>
    public Redaction? Redaction { get; init; }

    /// <summary>How far an own message got; <see cref="Delivery.Stored"/> for everyone else's.</summary>
    public Delivery Delivery { get; init; } = Delivery.Stored;

    /// <summary>Why it failed or is unknown.</summary>
    public Problem? Problem { get; init; }

    /// <summary>With <see cref="Delivery.Failed"/>: whether the same text can succeed later.</summary>
    public bool CanRetry { get; init; }

    /// <summary>The id that an own message was sent with, if it was and the server shows it.</summary>
    internal Guid? ClientId { get; init; }
}

public enum MessageKind
{
    Message,
    Notice,
    /// <summary>CTCP ACTION (/me).</summary>
    Action,
}

public enum Delivery
{
    /// <summary>The server has it, durably, and said so.</summary>
    Stored,
    /// <summary>Not yet given to a connection; goes out by itself.</summary>
    Waiting,
    /// <summary>Given to a connection; no answer yet.</summary>
    Sending,
    /// <summary>Given to a server that confirms nothing.</summary>
    Sent,
    /// <summary>Refused: nobody saw it.</summary>
    Failed,
    /// <summary>The connection broke before the answer and it is not in the history: it may or may not arrive.</summary>
    Unknown,
}

/// <summary>Something that happened rather than was said.</summary>
public sealed record TimelineEvent : TimelineItem
{
    public required EventKind Kind { get; init; }

    /// <summary>Whom it was done to (Kick), the new nick (Nick), or the room's new name (Rename); otherwise empty.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The reason (Part, Quit, Kick, Rename), the new topic (Topic), modes with their parameters (Mode); may be empty.</summary>
    public string Text { get; init; } = "";
}

public enum EventKind
{
    Join,
    Part,
    Quit,
    Kick,
    Nick,
    Topic,
    Mode,
    Rename,
    /// <summary>A numbered entry that one may not see or that this client does not know: drawn as nothing.</summary>
    Placeholder,
}
