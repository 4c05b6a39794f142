namespace Teahouse.Client;

/// <summary>An own message as an outbox keeps it.</summary>
/// <param name="Key">Its name in the outbox.</param>
/// <param name="Account">Who wrote it: the name that one logs in with.</param>
/// <param name="Conversation">The room or the person it is for.</param>
/// <param name="Text">LF between its lines.</param>
/// <param name="Written">By this device's clock.</param>
public sealed record OutboxMessage(Guid Key, string Account, string Conversation, MessageKind Kind, string Text, DateTimeOffset Written)
{
    /// <summary>Its id for the server, a UUIDv7 of the server's time just before the first attempt; null before.</summary>
    public Guid? Id { get; init; }

    /// <summary>The server was told the id with every attempt: it may be sent again as often as one likes.</summary>
    public bool Repeatable { get; init; }

    /// <summary>Bytes of text in a line with the first attempt: sent again, it is cut at the same places. 0 before.</summary>
    public int LineBytes { get; init; }

    /// <summary>
    /// <see cref="Delivery.Waiting"/>: no connection was given it. <see cref="Delivery.Sending"/>: one may have been.
    /// <see cref="Delivery.Failed"/> and <see cref="Delivery.Unknown"/>: a person decides.
    /// </summary>
    public Delivery Delivery { get; init; } = Delivery.Waiting;

    /// <summary>The server's id of the message that it answers, or null.</summary>
    public string? ReplyTo { get; init; }

    public Problem? Problem { get; init; }

    /// <summary>With <see cref="Delivery.Failed"/>: whether the same text can succeed later.</summary>
    public bool CanRetry { get; init; }
}
