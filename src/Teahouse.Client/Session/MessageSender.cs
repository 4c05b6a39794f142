using System.Globalization;
using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>Puts own messages on the wire. Used only from the client's loop.</summary>
/// <param name="send">Queues a message and gives its line.</param>
internal sealed class MessageSender(ChatState state, Func<Message, OutgoingLine> send, Func<string> nextLabel)
{
    /// <param name="pieces">What it says, line by line.</param>
    /// <param name="after">The id of the one before it; null if there is none.</param>
    public void Send(PendingMessage pending, TextPiece[] pieces, Guid? after)
    {
        pending.Label = state.Has(Capabilities.LabeledResponse) ? nextLabel() : null;
        var tags = pending.Label is null ? Tags.Empty : Tags.Empty.With(TagNames.Label, pending.Label);
        if (pending is { Repeatable: true, Id: { } id } && state.CanRepeat(pending.Conversation))
        {
            tags = tags.With(TagNames.Id, id.ToString());
            if (after is not null) tags = tags.With(TagNames.After, after.Value.ToString());
        }
        // https://ircv3.net/specs/client-tags/reply: both names are in use.
        if (pending.ReplyTo is { } reply && state.CanReact) tags = tags.With(TagNames.Reply, reply).With(TagNames.DraftReply, reply);
        state.SetDelivery(pending, Delivery.Sending);
        pending.LineCount = pieces.Length;
        pending.Line = pieces.Length == 1 ? send(Line(pending, pieces[0], tags)) : SendBatch(pending, pieces, tags);
        // Answered in order, so it says that the message was processed.
        if (!state.Has(Capabilities.EchoMessage)) send(new("PING", ChatState.ConfirmationToken(pending.Key)));
    }

    // https://ircv3.net/specs/extensions/multiline: only its last line makes it a message.
    private OutgoingLine SendBatch(PendingMessage pending, TextPiece[] pieces, Tags tags)
    {
        var reference = "m" + pending.Key.ToString(CultureInfo.InvariantCulture);
        send(new(tags, null, "BATCH", "+" + reference, BatchTypes.Multiline, pending.Conversation.Name));
        var inBatch = Tags.Empty.With(TagNames.Batch, reference);
        foreach (var piece in pieces)
            send(Line(pending, piece, piece.Continues ? inBatch.With(TagNames.MultilineConcat, null) : inBatch));
        return send(new("BATCH", "-" + reference));
    }

    private static Message Line(PendingMessage pending, TextPiece piece, Tags tags)
    {
        var text = pending.Kind == MessageKind.Action ? $"\u0001ACTION {piece.Text}\u0001" : piece.Text;
        return new(tags, null, pending.Kind == MessageKind.Notice ? "NOTICE" : "PRIVMSG", pending.Conversation.Name, text);
    }
}
