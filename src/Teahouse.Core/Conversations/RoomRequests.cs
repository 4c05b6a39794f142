using System.Collections.Immutable;
using Teahouse.Core.Users;

namespace Teahouse.Core.Conversations;

/// <summary>What is asked about a room that belongs to an account, or is to.</summary>
public abstract record RoomRequest(UserSnapshot By) : Request((Events.Origin?)null)
{
    /// <summary>By the server's admin or an operator: whoever the room belongs to.</summary>
    public bool Forced { get; init; }
}

/// <summary>The room belongs to nobody any more, and ends with its last member.</summary>
public sealed record Unregister(UserSnapshot By) : RoomRequest(By);

/// <param name="To">The account that it belongs to from now on.</param>
public sealed record Transfer(UserSnapshot By, long To) : RoomRequest(By);

/// <param name="Rank">What the account is in the room whenever it comes; none: nothing in particular.</param>
public sealed record SetAccess(UserSnapshot By, long Account, MemberModes Rank) : RoomRequest(By);

/// <param name="Hash">Of the token.</param>
/// <param name="Expires">Milliseconds since 1970 UTC.</param>
/// <param name="Uses">How many may come by it, and make an account by it.</param>
public sealed record MakeInvite(UserSnapshot By, string Hash, long Expires, int Uses) : RoomRequest(By);

/// <summary>Accounts that are no more have nothing in the room either: the next in rank has it, or nobody.</summary>
/// <param name="Gone">Their ids.</param>
public sealed record Inherit(UserSnapshot By, ImmutableArray<long> Gone) : RoomRequest(By);

/// <param name="Id">The link's number in the room.</param>
public sealed record EndInvite(UserSnapshot By, int Id) : RoomRequest(By);

/// <summary>An account was made by the link.</summary>
public sealed record UseInvite(string Hash) : Request((Events.Origin?)null);

/// <summary>Null leaves an option as it is.</summary>
public sealed record Configure(UserSnapshot By) : RoomRequest(By)
{
    public bool? KeepsHistory { get; init; }

    /// <summary>Days that messages are kept; 0: as long as the server keeps them.</summary>
    public int? KeepDays { get; init; }

    /// <summary>How many; 0: as many as the server keeps.</summary>
    public int? KeepMessages { get; init; }

    public HistoryVisibility? Visible { get; init; }
}

/// <summary>What new members may read. The numbers are stored: never change one.</summary>
public enum HistoryVisibility
{
    /// <summary>Everything in an open room; in a room with +i or +k what was said since they joined.</summary>
    Default = 0,
    All = 1,
    Joined = 2,
}
