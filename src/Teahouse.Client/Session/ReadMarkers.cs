using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>
/// Shares how far one has read with one's other devices (<see href="https://ircv3.net/specs/extensions/read-marker"/>). For rooms the server
/// says it with the JOIN, for direct chats it is asked. Used only from the client's loop.
/// </summary>
/// <param name="ask">Sends a command and calls back with its answer.</param>
internal sealed class ReadMarkers(ChatState state, Action<Message, Request> ask)
{
    private const int MostAtOnce = 4;

    // Who reads along with a busy room moves the marker with every message.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly HashSet<Conversation> _busy = [];
    private readonly HashSet<DirectChat> _asked = [];
    private readonly Dictionary<Conversation, TimeSpan> _resting = [];

    /// <summary>When a marker may be moved again; null if none waits for it.</summary>
    public TimeSpan? NextDeadline => _resting.Count == 0 ? null : _resting.Values.Min();

    /// <summary>After every (re)connection, once registered.</summary>
    public void Start()
    {
        _busy.Clear();
        _asked.Clear();
        _resting.Clear();
    }

    /// <summary>Tells and asks what there is to tell and to ask. Called after everything that may have changed the state.</summary>
    /// <param name="uptime">The client's.</param>
    public void Advance(TimeSpan uptime)
    {
        if (!state.Has(Capabilities.ReadMarker)) return;
        foreach (var rested in _resting.Where(r => r.Value <= uptime).Select(r => r.Key).ToArray()) _resting.Remove(rested);
        foreach (var conversation in state.Conversations)
        {
            if (_busy.Count >= MostAtOnce) return;
            if (conversation.Attachment == Attachment.None || _busy.Contains(conversation) || _resting.ContainsKey(conversation)) continue;
            if (conversation is DirectChat chat && _asked.Add(chat)) Ask(chat, ["MARKREAD", chat.Name]);
            else if (conversation.ReadPosition is { } read && !conversation.IsReadPositionGuess && read.Time > (conversation.MarkedUpTo ?? DateTimeOffset.MinValue))
                Tell(conversation, read.Time, uptime);
        }
    }

    private void Tell(Conversation conversation, DateTimeOffset time, TimeSpan uptime)
    {
        // Refused or not, it is not told again.
        conversation.MarkedUpTo = time;
        _resting[conversation] = uptime + Pause;
        Ask(conversation, ["MARKREAD", conversation.Name, $"timestamp={ServerTime.Format(time)}"]);
    }

    private void Ask(Conversation conversation, string[] words)
    {
        _busy.Add(conversation);
        ask(new Message(words[0], words.AsSpan(1)), new("MARKREAD", conversation.Name,
            i => i is IncomingLine { Message: { Command: "MARKREAD", Count: >= 2 } m } && AsciiCase.Comparer.Equals(m[0], conversation.Name),
            _ => _busy.Remove(conversation)));
    }
}
