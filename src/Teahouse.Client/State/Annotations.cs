using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>
/// What others did to messages, by the message's id: reactions and redactions. It is kept beside the timeline, because it may come
/// before the message itself does, and come again with the history.
/// </summary>
internal sealed class Annotations
{
    private const int MostMessages = 5000;
    private const int MostVotes = 500;
    private const int LongestReaction = 64;

    private readonly Dictionary<string, Note> _notes = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Somebody's reaction, or its end; of the same person's same reaction the latest counts.</summary>
    /// <returns>Whether it changes anything.</returns>
    public bool React(string messageId, string text, Sender who, bool present, SequenceTag? sequence, DateTimeOffset time)
    {
        if (text.Length is 0 or > LongestReaction) return false;
        var votes = NoteOf(messageId).Votes;
        var place = votes.FindIndex(v => v.Text == text && IsSame(v.Who, who));
        var vote = new Vote(text, who, present, sequence, time);
        if (place >= 0)
        {
            if (votes[place].IsAfter(vote)) return false;
            votes[place] = vote;
        }
        else
        {
            if (votes.Count >= MostVotes) return false;
            votes.Add(vote);
        }
        return true;
    }

    public void Redact(string messageId, Redaction redaction) => NoteOf(messageId).Redaction ??= redaction;

    /// <summary>The entry with all that is known of it.</summary>
    public TimelineItem Apply(TimelineItem item)
    {
        if (item.MessageId is not { } id || !_notes.TryGetValue(id, out var note)) return item;
        // A number whose message is gone: that it was taken back is what is left of it.
        if (item is TimelineEvent { Kind: EventKind.Placeholder } && note.Redaction is { } gone)
            item = new TimelineMessage { Key = item.Key, Time = item.Time, MessageId = id, Sequence = item.Sequence, From = gone.By, Text = "" };
        if (item is not TimelineMessage message) return item;
        return note.Redaction is { } redaction
            ? message with { Text = "", Redaction = message.Redaction ?? redaction with { OwnText = message.From.IsMe ? message.Text : "" }, Reactions = [], Mention = false }
            : message with { Reactions = note.Reactions() };
    }

    private Note NoteOf(string messageId)
    {
        if (_notes.TryGetValue(messageId, out var known)) return known;
        if (_order.Count >= MostMessages) _notes.Remove(_order.Dequeue());
        _order.Enqueue(messageId);
        return _notes[messageId] = new();
    }

    private static bool IsSame(Sender one, Sender other) =>
        one.IsMe == other.IsMe && (one.IsMe || AsciiCase.Comparer.Equals(one.Account ?? one.Nick, other.Account ?? other.Nick));

    private sealed class Note
    {
        public List<Vote> Votes { get; } = [];

        public Redaction? Redaction { get; set; }

        public IReadOnlyList<Reaction> Reactions() =>
            [.. Votes.Where(v => v.Present).GroupBy(v => v.Text).Select(g => new Reaction(g.Key, [.. g.Select(v => v.Who)]))];
    }

    private sealed record Vote(string Text, Sender Who, bool Present, SequenceTag? Sequence, DateTimeOffset Time)
    {
        public bool IsAfter(Vote other) =>
            Sequence is { } own && other.Sequence is { } given
                ? (own.Epoch, own.Number).CompareTo((given.Epoch, given.Number)) > 0
                : Time > other.Time;
    }
}

/// <summary>What people answered a message with, in place of words.</summary>
/// <param name="Text">An emoji, mostly.</param>
/// <param name="By">At least one.</param>
public sealed record Reaction(string Text, IReadOnlyList<Sender> By)
{
    public bool IsMine => By.Any(s => s.IsMe);
}

/// <summary>That a message was taken back (<see href="https://ircv3.net/specs/extensions/message-redaction"/>).</summary>
/// <param name="By">Who wrote it, or runs the room.</param>
/// <param name="Reason">May be empty.</param>
/// <param name="OwnText">What an own message had said, as long as this client lives; otherwise empty.</param>
public sealed record Redaction(Sender By, DateTimeOffset Time, string Reason = "", string OwnText = "");
