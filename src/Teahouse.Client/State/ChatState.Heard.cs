using Teahouse.Protocol;

namespace Teahouse.Client;

public sealed partial class ChatState
{
    // More at once nobody wants to be told of one by one.
    private const int MostHeard = 100;

    private readonly List<(Conversation Conversation, TimelineMessage Message)> _heard = [];
    private HashSet<string> _ignored = new(AsciiCase.Comparer);

    // What the history brings of the time before the first connection is no news.
    private DateTimeOffset? _missedSince;

    /// <summary>
    /// Raised for each message of somebody else that has just been said, or was said while the connection was lost; after
    /// <see cref="Changed"/>. Of more than a hundred at once, the newest.
    /// </summary>
    public event Action<Conversation, TimelineMessage>? Heard;

    /// <summary>Whether this person's messages are not to be shown, counted or told of.</summary>
    public bool Ignores(Sender sender) => !sender.IsMe && _ignored.Count > 0 && _ignored.Contains(sender.Account ?? sender.Nick);

    /// <param name="names">Accounts, or nicks of people without one: both are of one namespace.</param>
    internal void SetIgnored(IEnumerable<string> names)
    {
        _ignored = new(names, AsciiCase.Comparer);
        foreach (var conversation in Conversations) Touch(conversation);
        Touch();
    }

    private void Hear(Conversation conversation, TimelineMessage message, bool replay)
    {
        if (message.From.IsMe || message.Redaction is not null || Ignores(message.From)) return;
        if (replay && !(message.Time > _missedSince)) return;
        if (_heard.Count == MostHeard) _heard.RemoveAt(0);
        _heard.Add((conversation, message));
    }

    // Of a room it is told too, with the room's name: its JOIN has said it.
    private void ApplyFellBehind(string where)
    {
        if (where != "*") return;
        FellBehind = true;
        // What was said after the last that came is news, though it comes by the history.
        _missedSince = Conversations.Select(c => c.Timeline.Newest?.Time).Max() ?? _missedSince;
    }

    private void RaiseHeard()
    {
        if (_heard.Count == 0) return;
        var heard = _heard.ToArray();
        _heard.Clear();
        foreach (var (conversation, message) in heard) Heard?.Invoke(conversation, message);
    }
}
