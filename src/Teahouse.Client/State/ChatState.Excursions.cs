namespace Teahouse.Client;

public sealed partial class ChatState
{
    // By the label of the question: where the answer goes instead of the conversation; null for nowhere.
    private readonly Dictionary<string, Timeline?> _diverted = new(StringComparer.Ordinal);

    /// <summary>What is answered to this question belongs to who asked it, not into the conversation.</summary>
    internal void Divert(string label, Timeline? to) => _diverted[label] = to;

    internal void EndDiversion(string label) => _diverted.Remove(label);

    private bool IsDiverted(string? label) => label is not null && _diverted.ContainsKey(label);

    private void TakeDiverted(string label, string target, IEnumerable<IncomingLine> lines, DateTimeOffset now)
    {
        if (_diverted[label] is { } timeline && Find(target) is { } conversation) TakeDiverted(conversation, timeline, lines, now);
    }

    /// <summary>Puts entries into a timeline that is not the conversation's own.</summary>
    internal void TakeDiverted(Conversation conversation, Timeline timeline, IEnumerable<IncomingLine> lines, DateTimeOffset now)
    {
        foreach (var line in lines)
        {
            var h = new Happening(line.Message, null, now, SenderOf(line.Message), line.Text);
            Annotate(conversation, h);
            if (ItemOf(h) is { } item) timeline.Add(conversation.Annotations.Apply(item with { MessageId = h.MessageId, Sequence = SequenceOf(h) }), replay: true);
        }
        Touch(conversation);
    }

    /// <summary>The message of a line that stands outside of any conversation, and the name of that which it is from.</summary>
    internal (string Conversation, TimelineMessage Message)? ReadMessage(IncomingLine line, DateTimeOffset now)
    {
        var h = new Happening(line.Message, null, now, SenderOf(line.Message), line.Text);
        if (h.Message is not { Command: "PRIVMSG" or "NOTICE", Count: >= 2 } || MessageOf(h) is not { } message) return null;
        var target = TargetOf(h.Message);
        var name = IsRoomName(target) || (h.From.IsMe && !IsMe(target)) ? target : h.From.Nick;
        return (name, message with { MessageId = h.MessageId });
    }
}
