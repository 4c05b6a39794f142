using System.Collections.Immutable;
using Teahouse.Core.Events;
using Teahouse.Core.Users;

namespace Teahouse.Core.Conversations;

/// <summary>REDACT: takes a message back, or away. https://ircv3.net/specs/extensions/message-redaction</summary>
/// <param name="Target">As the receivers see it: the channel's name, or the receiver's nick.</param>
/// <param name="MsgId">Of the message.</param>
/// <param name="Reason">Empty: none.</param>
public sealed record Redact(UserSnapshot By, Origin? Origin, string Target, string MsgId, string Reason) : Request(Origin)
{
    /// <summary>For a message to a status: what the channel said of it.</summary>
    public StatusPost? Status { get; init; }

    /// <summary>The message, once its owner has read it; null if there is none.</summary>
    public Event? Original { get; init; }
}

/// <summary>A message is to be gone: stored and told as an event of its own, and what it said is not kept.</summary>
/// <param name="Original">The message.</param>
internal sealed record Withdrawn(Draft Draft, Event Original) : Decision
{
    /// <summary>Who is told; default: everybody.</summary>
    public ImmutableArray<UserId> To { get; init; }
    /// <summary>Of a message to a status: the identities that hear it.</summary>
    public ImmutableArray<string> Hearers { get; init; }
}
