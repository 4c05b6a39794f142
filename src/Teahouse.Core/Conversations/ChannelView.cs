using System.Collections.Immutable;
using Teahouse.Core.Events;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>A channel at one moment: an immutable value.</summary>
/// <param name="Last">The last number given; sequence 0 in a channel without history.</param>
public sealed record ChannelView(
    ChannelName Name, ChannelSettings Settings, ImmutableArray<Member> Members, Place Last, bool Recorded)
{
    public Member? Member(UserId user)
    {
        foreach (var member in Members)
            if (member.User.Id == user) return member;
        return null;
    }

    /// <summary>Whether the asker may know of the channel.</summary>
    public bool IsKnownTo(UserId asker) => !Settings.Has(ChannelFlags.Secret) || Member(asker) is not null;

    /// <summary>Whether the asker may be told that this member is in the channel.</summary>
    public bool Shows(Member member, UserId asker) =>
        !Settings.Has(ChannelFlags.Auditorium) || member.Modes != MemberModes.None || Member(asker) is { Modes: not MemberModes.None };
}

public sealed record Member(UserSnapshot User, MemberModes Modes, long Joined)
{
    /// <summary>The first entry that it may read, where newcomers do not read everything; 0: all.</summary>
    public long ReadsFrom { get; init; }
}

/// <summary>The numbers are stored: never change one.</summary>
[Flags]
public enum MemberModes : byte
{
    None = 0,
    Voice = 1,
    Operator = 2,
    Founder = 4,
    HalfOperator = 8,
    Admin = 16,
}

/// <param name="SetBy">nick!user@host.</param>
/// <param name="Time">Milliseconds since 1970 UTC.</param>
public sealed record Topic(string Text, string SetBy, long Time);

/// <summary>Who wants to read a conversation's history.</summary>
public sealed record HistoryReader(UserId User, string Identity, long AccountId)
{
    /// <summary>To read what was said to a status: since when (milliseconds) the room permits it; null: it does not.</summary>
    public long? RoomSince { get; init; }
}

/// <param name="From">The first sequence that may be read.</param>
/// <param name="LastTime">Milliseconds of the last entry.</param>
public sealed record HistoryAccess(Log.ConversationId Conversation, int Epoch, long From, long LastSequence, long LastTime)
{
    /// <summary>Of a conversation in which nothing was ever said.</summary>
    public static readonly HistoryAccess None = new(default, 0, 1, 0, 0);

    /// <summary>Eras before a restore whose entries are still here, the oldest first.</summary>
    public ImmutableArray<Log.Era> Before { get; init; } = [];

    /// <summary>What the entries are called.</summary>
    public Log.Numbering Numbering => new(Conversation, Epoch, Before);

    /// <summary>A channel's name as it is now; null for what is called differently by its sides.</summary>
    public string? Name { get; init; }

    /// <summary>Nothing from before this time (milliseconds) may be read.</summary>
    public long Since { get; init; }

    /// <summary>There is something that may be read.</summary>
    public bool HasAny => LastSequence >= From && LastTime >= Since;

    /// <summary>The reader's identity: its own words it may always read.</summary>
    public string Reader { get; init; } = "";

    /// <summary>What the reader is in the channel.</summary>
    public MemberModes Rank { get; init; }

    /// <summary>Whether the reader may know who came and went.</summary>
    public bool SeesPresence { get; init; } = true;

    /// <summary>What happened in a channel is shown by the name that it has now.</summary>
    public Events.Event Named(Events.Event happened) => Name is null || happened.Parameters.IsEmpty || happened.Parameters[0] == Name || !happened.Kind.BeginsWithChannel()
        ? happened : happened with { Parameters = happened.Parameters.SetItem(0, Name) };

    public bool Shows(Events.Event happened)
    {
        if (happened.Source.Identity == Reader && Reader.Length > 0) return true;
        return happened.Place.IsNumbered ? Rank.IsAtLeast(happened.Least) : SeesPresence;
    }
}
