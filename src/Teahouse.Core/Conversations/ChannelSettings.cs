using System.Collections.Immutable;

namespace Teahouse.Core.Conversations;

/// <summary>A channel's durable state: an immutable value, stored whole with each change.</summary>
/// <param name="Name">As its first member wrote it.</param>
/// <param name="Created">Milliseconds since 1970 UTC.</param>
/// <param name="Founder">The account that it is registered to, or 0: then it ends with its last member.</param>
/// <param name="Limit">Most members; 0: no limit.</param>
/// <param name="Accounts">What accounts are in the room, as members that outlive their connections.</param>
public sealed record ChannelSettings(
    string Name, long Created, long Founder, ChannelFlags Flags, string? Key, int Limit, Topic? Topic,
    ImmutableArray<MaskEntry> Bans, ImmutableDictionary<long, MemberModes> Accounts)
{
    public static ChannelSettings New(string name, long now) => new(
        name, now, 0, ChannelFlags.NoExternalMessages | ChannelFlags.TopicByOperators, null, 0, null, [],
        ImmutableDictionary<long, MemberModes>.Empty);

    public bool Registered => Founder != 0;

    public bool Has(ChannelFlags flag) => (Flags & flag) != 0;
}

/// <summary>The numbers are stored: never change one.</summary>
[Flags]
public enum ChannelFlags
{
    None = 0,
    InviteOnly = 1,
    Moderated = 2,
    NoExternalMessages = 4,
    Secret = 8,
    TopicByOperators = 16,
}

/// <param name="SetBy">nick!user@host.</param>
/// <param name="Time">Milliseconds since 1970 UTC.</param>
public sealed record MaskEntry(string Mask, string SetBy, long Time);

/// <summary>One letter of a MODE command with its parameter.</summary>
/// <param name="Parameter">Null if the letter takes none, or none was given.</param>
public readonly record struct ModeChange(bool Add, char Letter, string? Parameter);
