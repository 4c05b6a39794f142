using System.Collections.Immutable;
using Teahouse.Core.Events;
using Teahouse.Core.Log;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>What somebody wants of a conversation: a value.</summary>
/// <param name="Origin">The session whose copies of the event are answers to it.</param>
public abstract record Request(Origin? Origin);

/// <summary>The channel at this moment.</summary>
public sealed record Look() : Request((Origin?)null);

/// <summary>What may this reader read?</summary>
public sealed record Consult(HistoryReader Reader) : Request((Origin?)null);

/// <summary>PRIVMSG, NOTICE or TAGMSG.</summary>
/// <param name="Target">As the receivers see it: the channel's name, or the receiver's nick.</param>
/// <param name="Text">Empty for TAGMSG.</param>
/// <param name="Tags">Client-only tags.</param>
/// <param name="Key">The sender's id for it, if any.</param>
public sealed record Post(
    UserSnapshot By, Origin? Origin, EventKind Kind, string Target, string Text, Tags Tags, ClientKey? Key = null) : Request(Origin)
{
    /// <summary>For a message to a status: what the channel said of it.</summary>
    public StatusPost? Status { get; init; }

    /// <summary>For a direct message: its receiver takes no CTCP but ACTION.</summary>
    public bool NoCtcp { get; init; }

    /// <summary>With <see cref="Key"/>: the key of the sender's message that has to be there before it, if any; its hash says nothing.</summary>
    public ClientKey? After { get; init; }

    /// <summary>What stands against it, unless it was stored before.</summary>
    public Refusal? Barred { get; init; }
}

/// <param name="Hearers">Identities of those who have the status, and of the sender.</param>
public sealed record StatusPost(ImmutableArray<string> Hearers, bool NoCtcp, bool Recorded);

/// <param name="Sessions">The user's sessions, which from this turn on hear the channel.</param>
/// <param name="Key">What was given as the channel's key; empty if nothing.</param>
/// <param name="Keep">A channel that this creates is registered to the account at once.</param>
public sealed record Join(
    UserSnapshot By, Origin? Origin, ChannelName Name, ImmutableArray<SessionId> Sessions, string Key, bool Keep = false) : Request(Origin)
{
    /// <summary>Another channel sent the user here: from here it goes no further.</summary>
    public bool Forwarded { get; init; }

    /// <summary>By a server's operator: whatever the channel's modes say.</summary>
    public bool Forced { get; init; }
}

/// <summary>A member that stayed over a restart of the server is there again; nobody is told. Nothing if its account is no member.</summary>
public sealed record Resume(UserSnapshot By) : Request((Origin?)null);

public sealed record Part(UserSnapshot By, Origin? Origin, string Reason) : Request(Origin);

/// <summary>Another session of a member begins to hear the channel.</summary>
public sealed record Attach(UserSnapshot By, SessionId Session) : Request((Origin?)null);

/// <summary>A session hears the channel no more; the membership stays.</summary>
public sealed record Detach(UserSnapshot By, SessionId Session) : Request((Origin?)null);

/// <summary>A session that fell behind has fetched up to this number: if that is the last one, it hears the channel again from this turn on.</summary>
/// <remarks>Done: it hears the channel now. Nothing: there is more to fetch.</remarks>
public sealed record CatchUp(SessionId Session, long Sequence) : Request((Origin?)null);

/// <param name="Text">Empty clears the topic.</param>
public sealed record SetTopic(UserSnapshot By, Origin? Origin, string Text) : Request(Origin);

/// <param name="Changes">As parsed from the command; see <see cref="ModeChange"/>.</param>
public sealed record SetModes(UserSnapshot By, Origin? Origin, ImmutableArray<ModeChange> Changes) : Request(Origin)
{
    /// <summary>By a server's operator or a service: whatever the asker is in the channel.</summary>
    public bool Forced { get; init; }
}

/// <param name="Reason">Empty: none.</param>
public sealed record Rename(UserSnapshot By, Origin? Origin, ChannelName To, string Reason) : Request(Origin)
{
    /// <summary>By the server's admin or an operator: whatever it is there.</summary>
    public bool Forced { get; init; }
}

public sealed record Kick(UserSnapshot By, Origin? Origin, Nick Target, string Reason) : Request(Origin);

public sealed record Invite(UserSnapshot By, Origin? Origin, UserSnapshot Target) : Request(Origin);

/// <summary>The member changed (NICK, AWAY, SETNAME, login) or left (QUIT): recorded here, told by the user's own fan-out.</summary>
/// <param name="Happened">What the history keeps, or null.</param>
/// <param name="Leaves">The membership ends.</param>
public sealed record ChangeMember(UserSnapshot By, Event? Happened, bool Leaves) : Request((Origin?)null);

/// <summary>Registers the channel to an account, so that it outlives its members.</summary>
/// <param name="Topic">Of a channel that this creates.</param>
public sealed record Register(UserSnapshot By, Origin? Origin, string Topic = "") : Request(Origin);
