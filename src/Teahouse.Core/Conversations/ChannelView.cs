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
}

public sealed record Member(UserSnapshot User, MemberModes Modes, long Joined);

[Flags]
public enum MemberModes : byte
{
    None = 0,
    Voice = 1,
    Operator = 2,
    Founder = 4,
}

/// <param name="SetBy">nick!user@host.</param>
/// <param name="Time">Milliseconds since 1970 UTC.</param>
public sealed record Topic(string Text, string SetBy, long Time);

/// <summary>Who wants to read a conversation's history.</summary>
public sealed record HistoryReader(UserId User, string Identity, long AccountId);

/// <param name="From">The first sequence that may be read.</param>
/// <param name="LastTime">Milliseconds of the last entry.</param>
public sealed record HistoryAccess(Log.ConversationId Conversation, int Epoch, long From, long LastSequence, long LastTime)
{
    /// <summary>Of a conversation in which nothing was ever said.</summary>
    public static readonly HistoryAccess None = new(default, 0, 1, 0, 0);
}
