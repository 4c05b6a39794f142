namespace Teahouse.Client;

/// <summary>An own message that is not known to be stored; its row in the timeline has the same key.</summary>
internal sealed class PendingMessage(Conversation conversation, long key, MessageKind kind, string text, DateTimeOffset written)
{
    public Conversation Conversation { get; } = conversation;

    public long Key { get; } = key;

    public MessageKind Kind { get; } = kind;

    public string Text { get; set; } = text;

    public DateTimeOffset Written { get; } = written;

    /// <summary>The id of the message that it answers, or null.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The label it was sent with on this connection; null where there are none.</summary>
    public string? Label { get; set; }

    /// <summary>The line on its way, of several the last: without it there is no message. Null before it was given to a connection.</summary>
    public OutgoingLine? Line { get; set; }

    /// <summary>How many lines it took.</summary>
    public int LineCount { get; set; }

    /// <summary>The connection that may have carried it is gone: it is found again by its id or its text only.</summary>
    public bool Interrupted { get; set; }

    /// <summary>An answer can still come on this connection.</summary>
    public bool InFlight => Line is not null && !Interrupted;

    /// <summary>Its id for the server; null before the first attempt.</summary>
    public Guid? Id { get; set; }

    /// <summary>Every attempt carried the id.</summary>
    public bool Repeatable { get; set; }

    /// <summary>Bytes of text in a line, as the first attempt had them: sent again, it is cut at the same places. 0 before.</summary>
    public int LineBytes { get; set; }

    /// <summary>The server has forgotten which ids there were in its time: only the history can tell, and is to be asked.</summary>
    public bool IsSought { get; set; }

    /// <summary>How often it was tried again after an answer that asked for it.</summary>
    public int Repeats { get; set; }

    /// <summary>The repetition that has waited its time.</summary>
    public int RepeatsWaited { get; set; }

    /// <summary>The server's time of the first attempt by a session before this one: what is older in the history is another message.</summary>
    public DateTimeOffset NotBefore { get; set; }

    /// <summary>In the client's uptime: not to be tried before; null if it need not wait.</summary>
    public TimeSpan? TryAt { get; set; }

    /// <summary>What the outbox has of it.</summary>
    public KeptMessage Kept { get; } = new();
}

/// <summary>What the outbox keeps of a message.</summary>
internal sealed class KeptMessage
{
    public Guid Key { get; set; }

    /// <summary>It was given to the store at least.</summary>
    public bool IsAdded { get; set; }

    /// <summary>Null: not added yet.</summary>
    public Delivery? As { get; set; }

    /// <summary>What the store was told of it and has not done yet; before it is done the message does not go out.</summary>
    public int Saves { get; set; }

    /// <summary>It may be given to a connection: the store knows that it was.</summary>
    public bool IsCleared { get; set; }
}
