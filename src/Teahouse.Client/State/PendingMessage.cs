namespace Teahouse.Client;

/// <summary>An own message that is not known to be stored; its row in the timeline has the same key.</summary>
internal sealed class PendingMessage(Conversation conversation, long key, MessageKind kind, string text)
{
    public Conversation Conversation { get; } = conversation;

    public long Key { get; } = key;

    public MessageKind Kind { get; } = kind;

    public string Text { get; set; } = text;

    /// <summary>The label it was sent with on this connection; null where there are none.</summary>
    public string? Label { get; set; }

    /// <summary>The line on its way, of several the last: without it there is no message. Null before it was given to a connection.</summary>
    public OutgoingLine? Line { get; set; }

    /// <summary>How many lines it took.</summary>
    public int LineCount { get; set; }

    /// <summary>The connection that may have carried it is gone: it is found again by its text only.</summary>
    public bool Interrupted { get; set; }

    /// <summary>An answer can still come on this connection.</summary>
    public bool InFlight => Line is not null && !Interrupted;
}
