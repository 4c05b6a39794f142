namespace Teahouse.Check.Judging;

/// <summary>What its sender knows of a message when all is over.</summary>
public enum SendOutcome
{
    /// <summary>No answer came, or one that says nobody knows.</summary>
    Unknown,

    /// <summary>The server answered that it took it: by an echo, or by a PONG to a PING sent after it where there are no echoes.</summary>
    Accepted,

    /// <summary>The server refused it.</summary>
    Refused,
}

/// <summary>A message that was sent, once or until it was answered. Its place in <see cref="RunRecord.Messages"/> is its number.</summary>
/// <param name="Writer">The client's number.</param>
/// <param name="Conversation">Into <see cref="RunRecord.Conversations"/>.</param>
/// <param name="Connection">The writer's connection on which it was sent first, counted from 1.</param>
/// <param name="SentAt">Tick before it was sent first.</param>
/// <param name="AnsweredAt">Tick after the answer came; 0: none came.</param>
/// <param name="Mark">What the server calls it in the echo; 0: nothing.</param>
/// <param name="Place">Where it stands by the echo; default: the server does not say.</param>
public sealed record SentMessage(
    int Writer, int Conversation, int Connection, long SentAt, long AnsweredAt, SendOutcome Outcome, ulong Mark = 0, Place Place = default);
