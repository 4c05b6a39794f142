using System.Collections.Immutable;
using Teahouse.Core.Events;
using Teahouse.Core.Log;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>What a conversation's rules say to a request. Nothing has happened yet.</summary>
internal abstract record Decision;

/// <summary>Nothing will change: a refusal, or it was so already.</summary>
internal sealed record Answered(Outcome Outcome) : Decision;

/// <summary>A message: it changes nothing but the next sequence, so messages batch freely.</summary>
/// <param name="Passing">Never stored, no number.</param>
internal sealed record Said(Draft Draft, bool Passing) : Decision
{
    /// <summary>Who is told; default: everybody.</summary>
    public ImmutableArray<UserId> To { get; init; }
    /// <summary>Of a message to a status: the identities that hear it.</summary>
    public ImmutableArray<string> Hearers { get; init; }
}

/// <summary>The state changes.</summary>
/// <param name="Draft">What is told and kept, or null.</param>
/// <param name="Durable">Stored before it is applied and told; else applied and told at once and written behind.</param>
/// <param name="Must">It has happened already, elsewhere: a store that fails cannot undo it.</param>
/// <param name="Told">False where the user's own fan-out tells it.</param>
internal sealed record Changed(Draft? Draft, ChannelSettings? Settings, ImmutableArray<MemberChange> Members, bool Durable) : Decision
{
    public bool Must { get; init; }
    public bool Told { get; init; } = true;
    /// <summary>Sessions that hear the channel from this event on.</summary>
    public ImmutableArray<SessionId> Hear { get; init; } = [];
    public ImmutableArray<Refusal> Refusals { get; init; } = [];
    /// <summary>Who is told; default: everybody.</summary>
    public ImmutableArray<UserId> To { get; init; }
    /// <summary>What the channel is found by from now on, where its name changes by more than case.</summary>
    public ConversationKey? Renamed { get; init; }
    /// <summary>What is told after it, and kept nowhere: what the member is from now on.</summary>
    public Draft? Then { get; init; }
    public ImmutableArray<UserId> ThenTo { get; init; }
}

/// <summary>Sessions begin or cease to hear the channel; nothing is told.</summary>
internal sealed record Hearing(UserId User, SessionId Session, bool Hears) : Decision;

/// <param name="Member">Null: no longer one.</param>
internal readonly record struct MemberChange(UserId User, Member? Member);

/// <summary>An event that has no number, time or msgid yet.</summary>
internal sealed record Draft(
    EventKind Kind, EventSource Source, ImmutableArray<string> Parameters, Tags Tags, UserId By, Origin? Origin, ClientKey? Key = null)
{
    /// <summary>Members of a lower status may not see it.</summary>
    public MemberModes Least { get; init; }
}
