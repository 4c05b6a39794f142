using Teahouse.Protocol;

namespace Teahouse.Client;

public sealed partial class ChatState
{
    /// <summary>Whether the server passes on replies, reactions and that somebody types.</summary>
    public bool CanReact => Has(Protocol.Capabilities.MessageTags);

    /// <summary>Whether one may take this message back: one's own, or anyone's in a room that one runs.</summary>
    public bool CanRedact(Conversation conversation, TimelineMessage message) =>
        Has(Protocol.Capabilities.MessageRedaction) && message is { MessageId: not null, Redaction: null }
        && (message.From.IsMe || (conversation is Room room && room.Member(Me.Nick) is { } me && me.Prefixes.AsSpan().IndexOfAny("~&@%") >= 0));

    /// <summary>Whether the server finds messages.</summary>
    public bool CanSearch => Has(Protocol.Capabilities.Search) && Has(Protocol.Capabilities.Batch) && Has(Protocol.Capabilities.LabeledResponse);

    private void ApplyRedact(Happening h)
    {
        if (ConversationOf(h) is not { } conversation) return;
        if (SequenceOf(h) is null) Annotate(conversation, h);
        else Take(conversation, h, replay: false);
    }

    // https://ircv3.net/specs/client-tags/react, https://ircv3.net/specs/extensions/message-redaction
    private void Annotate(Conversation conversation, Happening h)
    {
        var m = h.Message;
        if (m is { Command: "REDACT", Count: >= 2 })
        {
            conversation.Annotations.Redact(m[1], new(h.From, h.Time, m.Count > 2 ? m[2] : ""));
            Archive(new ArchiveChange.TakenBack(conversation.Name, m[1]));
            Annotated(conversation, m[1]);
        }
        else if (m.Command == "TAGMSG" && ReplyOf(m) is { } about)
        {
            var added = m.Tags[TagNames.DraftReact] ?? m.Tags[TagNames.React];
            if ((added ?? m.Tags[TagNames.DraftUnreact] ?? m.Tags[TagNames.Unreact]) is { } text
                && conversation.Annotations.React(about, text, h.From, added is not null, SequenceOf(h), h.Time))
                Annotated(conversation, about);
        }
    }

    private void Annotated(Conversation conversation, string messageId)
    {
        conversation.Timeline.Update(messageId, conversation.Annotations.Apply);
        conversation.Excursion?.Timeline.Update(messageId, conversation.Annotations.Apply);
        Touch(conversation);
    }

    private static string? ReplyOf(Message m) => m.Tags[TagNames.DraftReply] is { Length: > 0 } draft ? draft : m.Tags[TagNames.Reply] is { Length: > 0 } reply ? reply : null;
}
