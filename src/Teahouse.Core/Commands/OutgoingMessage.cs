using Teahouse.Core.Conversations;
using Teahouse.Core.Events;
using Teahouse.Core.Log;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>A message as its sender gave it.</summary>
/// <param name="Target">One target, or several with commas between them.</param>
/// <param name="Text">Empty for TAGMSG; several lines as <see cref="MultilineText"/> has them.</param>
/// <param name="Tags">All that came with it.</param>
internal sealed record OutgoingMessage(EventKind Kind, string Target, string Text, Tags Tags, string? Label)
{
    /// <summary>The sender's id of it.</summary>
    public ClientKey? Key { get; init; }

    /// <summary>See <see cref="Conversations.Post.After"/>.</summary>
    public ClientKey? After { get; init; }

    /// <summary>See <see cref="Conversations.Post.Barred"/>.</summary>
    public Refusal? Barred { get; init; }

    /// <summary>The id as the sender gave it, if it did.</summary>
    public string? Id => Key is { } key ? new OnceId(key.Id).ToString() : null;
}
