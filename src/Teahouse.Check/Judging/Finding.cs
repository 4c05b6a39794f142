namespace Teahouse.Check.Judging;

public enum FindingKind
{
    /// <summary>It was accepted, or seen by others, and somebody who was there the whole time did not get it.</summary>
    Lost,

    /// <summary>It was echoed to its sender, and the history does not have it.</summary>
    EchoedNotStored,

    /// <summary>Somebody else saw it, and the history does not have it.</summary>
    SeenNotStored,

    /// <summary>Sent once and seen twice by one reader, or twice in the history.</summary>
    Doubled,

    /// <summary>Two messages of one sender stand the wrong way round.</summary>
    Reordered,

    /// <summary>No single order of the conversation agrees with what everybody saw.</summary>
    DifferentOrder,

    /// <summary>Text, target or the server's name for it are not the same everywhere, or nobody sent it.</summary>
    Altered,

    /// <summary>An entry does not have the number after the last one (teahouse.chat/seq).</summary>
    Misnumbered,

    /// <summary>It was refused, and somebody saw it or the history has it.</summary>
    RefusedButThere,

    /// <summary>It was sent again and again to a server that promises an answer, and none came.</summary>
    Unresolved,

    /// <summary>The server promises a history, and it could not be read.</summary>
    HistoryUnreadable,

    /// <summary>The server ended though nobody had killed it.</summary>
    ServerEnded,
}

/// <summary>Something that is not as it should be.</summary>
/// <param name="Conversation">Into <see cref="RunRecord.Conversations"/>; -1: none in particular.</param>
/// <param name="Message">Its number; -1: none in particular.</param>
/// <param name="Reader">The client that saw it, or did not see it; -1: nobody in particular.</param>
/// <param name="Other">Another message that it concerns; -1: none.</param>
/// <param name="InHistory">It shows in the history.</param>
/// <param name="Reason">What the server or the connection said, in its words; null: nothing.</param>
public sealed record Finding(
    FindingKind Kind, int Conversation, int Message = -1, int Reader = -1, int Other = -1, bool InHistory = false, string? Reason = null);
