using System.Collections.Immutable;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Metadata;

/// <summary>Something that metadata is about.</summary>
/// <param name="Scope">See <see cref="MetadataScope"/>.</param>
/// <param name="Name">The nick or the channel's name, as it is shown.</param>
/// <param name="User">Default for a channel.</param>
/// <param name="Channel">Null for a user.</param>
public sealed record MetadataSubject(string Scope, string Name, UserId User, ChannelName? Channel)
{
    public static MetadataSubject Of(UserSnapshot user) => new(user.Identity, user.Nick.Value, user.Id, null);
}

public enum MetadataStatus
{
    Done,
    /// <summary>It was so already; nobody is told.</summary>
    Unchanged,
    NotSet,
    LimitReached,
    /// <summary>The disk is full: nothing changed.</summary>
    NotStored,
}

/// <param name="Changed">What is different now, by key.</param>
public sealed record MetadataOutcome(MetadataStatus Status, ImmutableArray<MetadataEntry> Changed)
{
    internal static MetadataOutcome Of(MetadataStatus status) => new(status, []);
}
