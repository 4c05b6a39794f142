using Teahouse.Protocol;

namespace Teahouse.Client;

public sealed partial class ChatClient
{
    private readonly Dictionary<Conversation, TimeSpan> _typingSent = [];

    /// <summary>
    /// Says something: one message, whatever lines it has, and a row at the end of the timeline. Without a connection it waits for one.
    /// What the server does not take as one message goes as several: then the rest of the text has a row of its own.
    /// </summary>
    /// <param name="replyTo">The message that it answers, or null.</param>
    /// <returns>The row as it is now, to be replaced under its key as it gets on; null if the text says nothing.</returns>
    public TimelineMessage? Send(Conversation conversation, string text, MessageKind kind = MessageKind.Message, TimelineMessage? replyTo = null) => Send(conversation, text, kind, replyTo?.MessageId);

    private TimelineMessage? Send(Conversation conversation, string text, MessageKind kind, string? replyTo)
    {
        _typingSent.Remove(conversation);
        var row = _outbox.Write(conversation, text, kind, Now, replyTo);
        _mailbox.Nudge();
        return row;
    }

    /// <summary>Writes an own message that failed, or of which nothing is known, once more; the row moves to the end.</summary>
    /// <returns>The new row; null if it is stored or on its way.</returns>
    public TimelineMessage? Retry(Conversation conversation, TimelineMessage message) =>
        Discard(conversation, message) ? Send(conversation, message.Text, message.Kind, message.ReplyTo) : null;

    /// <summary>Takes an own message that is not stored out of the timeline; false if it is stored or on its way.</summary>
    public bool Discard(Conversation conversation, TimelineMessage message)
    {
        var discarded = _outbox.Discard(conversation, message);
        _mailbox.Nudge();
        return discarded;
    }

    /// <summary>Tells the others that something is being written, or no longer; call it as often as keys are pressed.</summary>
    public void SetTyping(Conversation conversation, bool active)
    {
        if (!State.Connection.IsOnline || !State.Has(Capabilities.MessageTags)) return;
        if (active && _typingSent.TryGetValue(conversation, out var sent) && Uptime - sent < TypingTimes.Throttle) return;
        if (!active && !_typingSent.Remove(conversation)) return;
        if (active) _typingSent[conversation] = Uptime;
        Send(new(Tags.Empty.With(TagNames.Typing, active ? "active" : "done"), null, "TAGMSG", conversation.Name));
    }

    /// <summary>The chat with a person, begun if there was none.</summary>
    public DirectChat OpenChat(string nick)
    {
        var chat = State.GetChat(nick);
        if (State.Connection.IsOnline && chat.Attachment == Attachment.None) chat.Attachment = Attachment.Behind;
        _mailbox.Nudge();
        return chat;
    }

    /// <summary>Takes a chat from the list; it comes back with the next message.</summary>
    public void CloseChat(DirectChat chat)
    {
        State.Remove(chat);
        _mailbox.Nudge();
    }

    /// <summary>Loads a page of what was said before; see <see cref="Timeline.HasOlder"/>.</summary>
    public Task<Problem?> LoadOlderAsync(Conversation conversation)
    {
        if (!State.Connection.IsOnline) return conversation.Excursion is null ? LoadOlderFromArchiveAsync(conversation) : Task.FromResult<Problem?>(new(ProblemKind.Offline));
        if (conversation.Excursion is { } excursion) return LoadOlderAsync(conversation, excursion);
        var loading = _sync.LoadOlderAsync(conversation);
        _mailbox.Nudge();
        return loading;
    }

    /// <summary>Nobody looks at what was loaded additionally any more: the memory for it can go.</summary>
    public void ReleaseOlder(Conversation conversation)
    {
        conversation.Excursion = null;
        conversation.Timeline.Shrink();
        Touch(conversation);
    }

    /// <summary>Everything here has been read.</summary>
    public void MarkRead(Conversation conversation)
    {
        if (conversation.Timeline.StoredCount == 0) return;
        SetReadPosition(conversation, Client.ReadPosition.At(conversation.Timeline.Items[conversation.Timeline.StoredCount - 1]));
    }

    /// <summary>This message and what follows it is unread again, on this device: others keep what they have read.</summary>
    public void MarkUnread(Conversation conversation, TimelineMessage message)
    {
        if (conversation.Timeline.StoredCount == 0) return;
        SetReadPosition(conversation, Client.ReadPosition.Before(message, conversation.Timeline.Items[conversation.Timeline.StoredCount - 1].Time));
    }

    /// <summary>Puts the read position somewhere, from what was kept of the last visit for example.</summary>
    public void SetReadPosition(Conversation conversation, ReadPosition position)
    {
        if (conversation.ReadPosition == position) return;
        conversation.ReadPosition = position;
        conversation.IsReadPositionGuess = false;
        Touch(conversation);
    }

    /// <summary>Whose messages are not shown, counted or told of from now on.</summary>
    /// <param name="names">Accounts, or nicks of people without one.</param>
    public void SetIgnored(IEnumerable<string> names)
    {
        State.SetIgnored(names);
        _mailbox.Nudge();
    }

    private void Touch(Conversation conversation)
    {
        State.Touch(conversation);
        _mailbox.Nudge();
    }
}
