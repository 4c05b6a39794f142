using System.Collections.Immutable;
using Teahouse.Core.Events;
using Teahouse.Core.Users;

namespace Teahouse.Core.Conversations;

public enum OutcomeStatus
{
    /// <summary>Done, durable where it has to be, and told to everyone.</summary>
    Done,
    /// <summary>Nothing to do: it was so already.</summary>
    Nothing,
    /// <summary>Refused by the rules; nothing changed.</summary>
    Refused,
    /// <summary>The store could not take it; nobody saw it.</summary>
    NotStored,
    /// <summary>The store did not answer, or broke: nobody knows.</summary>
    Unknown,
}

/// <param name="Refusals">Why not; a MODE may be done in part.</param>
/// <param name="Event">What happened, if something did.</param>
/// <param name="View">The channel after it, for JOIN and ATTACH.</param>
public sealed record Outcome(
    OutcomeStatus Status, ImmutableArray<Refusal> Refusals = default, Event? Event = null, ChannelView? View = null,
    HistoryAccess? Access = null, string Reason = "")
{
    public static readonly Outcome Done = new(OutcomeStatus.Done);
    public static readonly Outcome Nothing = new(OutcomeStatus.Nothing);

    /// <summary>Who may know what became of a member; default: everybody.</summary>
    public ImmutableArray<UserId> To { get; init; }

    /// <summary>The message was stored before: its echo is for the asker alone.</summary>
    public bool Repeats { get; init; }

    /// <summary>What took the message away since, for one that <see cref="Repeats"/>.</summary>
    public Event? Redaction { get; init; }

    public static Outcome Refused(Refusal refusal) => new(OutcomeStatus.Refused, [refusal]);
}

/// <summary>An error for the one who asked.</summary>
/// <param name="Numeric">See <see cref="Protocol.Numeric"/>; 0: a FAIL whose code is the first parameter.</param>
/// <param name="Parameters">After the nick (or after the command of a FAIL), the text last.</param>
public sealed record Refusal(int Numeric, params ImmutableArray<string> Parameters);
