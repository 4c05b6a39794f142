using System.Collections.Immutable;
using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Core.Metadata;
using Teahouse.Core.Names;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Network;

/// <summary>
/// Finds conversations and users, wherever they live. Everything that goes in or comes out is a value
/// (ids, snapshots, immutable records), so that an answer may come from another machine; a test holds that.
/// </summary>
public interface INetwork
{
    IConversation Channel(ChannelName name);

    /// <summary>What is said to the channel's members from a status upwards.</summary>
    IConversation Status(ChannelName name, MemberModes rank);

    IConversation Direct(string identity, string other);

    ValueTask<NickClaim> ClaimNickAsync(string nick, NickHolder holder);

    /// <summary>Gives the new nick and frees the old one in one step, or changes nothing.</summary>
    ValueTask<NickClaim> RenameNickAsync(string from, string to, NickHolder holder);

    /// <summary>The holder logged in or out.</summary>
    ValueTask<bool> IdentifyNickAsync(string nick, NickHolder holder);

    ValueTask<bool> ReleaseNickAsync(string nick, long user);

    /// <summary>Whether somebody else holds the name, or one that looks like it.</summary>
    ValueTask<bool> IsNickOfAnotherAsync(string name, NickHolder asking);

    /// <summary>The user who holds the nick now.</summary>
    ValueTask<UserView?> FindUserAsync(Nick nick);

    /// <summary>The user who has the identity now; see <see cref="Identities"/>.</summary>
    ValueTask<UserView?> FindIdentityAsync(string identity);

    /// <summary>All users, in no order.</summary>
    ValueTask<ImmutableArray<UserView>> UsersAsync();

    /// <summary>All channels that exist and that the asker may know of, in no order.</summary>
    ValueTask<ImmutableArray<ChannelListing>> ChannelsAsync(UserId asker);

    /// <summary>The rooms that the account is in or that are its own, whether or not it is here, by name.</summary>
    ValueTask<ImmutableArray<AccountRoom>> RoomsOfAsync(long account);

    /// <summary>Gives the channel another name; members and history stay.</summary>
    ValueTask<Outcome> RenameAsync(ChannelName from, Rename request);

    /// <summary>Where a name leads that was a channel's until lately and is none's now: what that channel is called. Null: nowhere.</summary>
    ValueTask<ChannelName?> LeadsToAsync(ChannelName former);

    /// <summary>The channels that belong to an account, or to any (0), by name.</summary>
    ValueTask<ImmutableArray<ChannelListing>> RegisteredAsync(long founder);

    /// <summary>Tells everyone who shares one of these channels with the user, and the user, once each.</summary>
    ValueTask AnnounceAsync(UserId user, ImmutableArray<Earshot> channels, Event happened, Origin? origin);

    /// <summary>Tells the sessions of these users that have the capability what is no conversation's.</summary>
    ValueTask TellAsync(ImmutableArray<UserId> users, Event happened, CapabilitySet needed);

    /// <summary>Whether the user takes direct messages from this identity in spite of +R.</summary>
    ValueTask<bool> AcceptsAsync(UserId user, string identity);

    /// <summary>The user was asked into the channel, and may list it until it goes there.</summary>
    ValueTask InvitedAsync(UserId user, ChannelName channel);

    ValueTask<NetworkCounts> CountAsync();

    /// <summary>The session is told whenever somebody takes or leaves the nick.</summary>
    ValueTask WatchAsync(SessionId watcher, Nick nick);

    ValueTask UnwatchAsync(SessionId watcher, ImmutableArray<Nick> nicks);

    /// <summary>The nick's watchers are told that the user is there.</summary>
    ValueTask ArrivedAsync(UserSnapshot user);

    /// <summary>The nick's watchers are told that its user is not there, although the user stays.</summary>
    ValueTask WentOfflineAsync(UserSnapshot user);

    /// <summary>The nick's watchers are told that nobody has it, and WHOWAS knows the user.</summary>
    ValueTask DepartedAsync(UserSnapshot user);

    /// <summary>What is set of the scope, by key; see <see cref="MetadataScope"/>.</summary>
    ValueTask<ImmutableDictionary<string, string>> MetadataAsync(string scope);

    /// <summary>Sets or removes one key, and tells those who subscribed to it.</summary>
    /// <param name="most">Keys that may be set.</param>
    /// <param name="except">The session that is answered otherwise.</param>
    ValueTask<MetadataOutcome> SetMetadataAsync(MetadataSubject subject, MetadataEntry entry, int most, EventSource by, SessionId except);

    /// <summary>Removes all keys, and tells those who subscribed to them.</summary>
    ValueTask<MetadataOutcome> ClearMetadataAsync(MetadataSubject subject, EventSource by, SessionId except);

    /// <summary>Tells the channel's members who did not know the user what is set of it.</summary>
    ValueTask AnnounceMetadataAsync(MetadataSubject subject, ChannelName joined);

    /// <summary>Who had the nick, the last one first.</summary>
    ValueTask<ImmutableArray<PastUser>> WhowasAsync(Nick nick);
}

/// <summary>A conversation's owner, as its callers see it.</summary>
public interface IConversation
{
    /// <summary>Decides, stores and delivers; never throws for what a peer asks.</summary>
    ValueTask<Outcome> AskAsync(Request request);

    /// <summary>The same for messages read together, in order.</summary>
    ValueTask<ImmutableArray<Outcome>> PostAsync(ImmutableArray<Post> posts);
}

/// <param name="Idle">Milliseconds since the user last spoke.</param>
/// <param name="SignOn">Milliseconds since 1970 UTC.</param>
/// <param name="Online">False while the user has no session and is only kept.</param>
public sealed record UserView(
    UserSnapshot User, ImmutableArray<ChannelName> Channels, long SignOn, long Idle, bool Online);

/// <param name="Created">Milliseconds since 1970 UTC.</param>
/// <param name="Founder">The account that it belongs to; 0: to none.</param>
public sealed record ChannelListing(ChannelName Name, int Members, Topic? Topic, long Created, long Founder);

/// <summary>A channel in which something is told.</summary>
/// <param name="To">To these users only; default: to everybody there.</param>
public readonly record struct Earshot(ChannelName Channel, ImmutableArray<UserId> To);

/// <param name="Founder">It is registered to the account.</param>
public sealed record AccountRoom(ChannelName Name, bool Founder);

public sealed record NetworkCounts(int Users, int Invisible, int Operators, int Unregistered, int Channels, int MaxUsers);
