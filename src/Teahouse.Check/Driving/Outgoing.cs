using Teahouse.Check.Judging;

namespace Teahouse.Check.Driving;

/// <summary>A message on its way, as its writer knows it. Used only by the writer.</summary>
/// <param name="previous">The writer's message before it in the conversation.</param>
internal sealed class Outgoing(MessageText text, Outgoing? previous, string id, int connection, long sentAt)
{
    private readonly Outgoing? _previous = previous;

    public MessageText Text { get; } = text;

    /// <summary>A UUID of version 7.</summary>
    public string Id { get; } = id;

    /// <summary>How often it was sent on one connection or another.</summary>
    public int Attempts { get; set; }

    public SendOutcome Outcome { get; private set; }

    public long AnsweredAt { get; private set; }

    public ulong Mark { get; private set; }

    public Place Place { get; private set; }

    /// <summary>What <c>teahouse.chat/after</c> names: the message before it that was not refused; null: there is none.</summary>
    public string? After
    {
        get
        {
            var before = _previous;
            while (before is { Outcome: SendOutcome.Refused }) before = before._previous;
            return before?.Id;
        }
    }

    public void Answer(SendOutcome outcome, long tick, ulong mark, Place place) => (Outcome, AnsweredAt, Mark, Place) = (outcome, tick, mark, place);

    public SentMessage ToRecord(int writer) => new(writer, Text.Conversation, connection, sentAt, AnsweredAt, Outcome, Mark, Place);
}
