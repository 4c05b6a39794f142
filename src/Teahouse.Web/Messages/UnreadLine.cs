using Teahouse.Client;

namespace Teahouse.Web.Messages;

/// <summary>
/// Where the line "new messages" stands: above what was unread when the reader came, until the conversation is left. It moves only
/// when new unread messages gather unseen.
/// </summary>
public sealed class UnreadLine
{
    private bool _wasBehind;

    /// <summary>The entry that it stands above; null for no line.</summary>
    public long? Key { get; private set; }

    /// <summary>Another conversation is opened.</summary>
    public void Begin()
    {
        Key = null;
        _wasBehind = true;
    }

    /// <summary>Told of every change, also of those that are not drawn.</summary>
    public void Watch(Conversation conversation) => _wasBehind |= conversation.IsCatchingUp;

    /// <param name="isHere">What the conversation holds has been fetched.</param>
    /// <param name="isSeen">The reader looks at the end of it: what arrives is read at once, unless it was missed before.</param>
    public void Update(Conversation conversation, bool isHere, bool isSeen)
    {
        // To somebody who is here for the first time everything is new, and nothing is missed.
        if (conversation.ReadPosition is not null && conversation.FirstUnread is { } first && (!isSeen || _wasBehind)) Key = first;
        if (isHere) _wasBehind = false;
    }
}
