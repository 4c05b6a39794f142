using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>One line with all that is known about it.</summary>
/// <param name="Label">Its own or its batch's.</param>
/// <param name="Whole">The text of a message of several lines; null for all else.</param>
internal sealed record Happening(Message Message, string? Label, DateTimeOffset Now, Sender From, string? Whole = null)
{
    public DateTimeOffset Time { get; } = ServerTime.TryParse(Message.Tags[TagNames.Time], out DateTimeOffset time) ? time : Now;

    public string? MessageId { get; } = Message.Tags[TagNames.MsgId] is { Length: > 0 } id ? id : null;

    /// <summary>The id that its sender gave it; only own messages show theirs.</summary>
    public Guid? ClientId { get; } = Guid.TryParseExact(Message.Tags[TagNames.Id], "D", out var id) ? id : null;

    public SequenceTag? Sequence { get; } = SequenceTag.TryParse(Message.Tags[TagNames.Sequence], out var sequence) ? sequence : null;
}
