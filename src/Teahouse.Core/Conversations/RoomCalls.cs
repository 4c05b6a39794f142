using Teahouse.Core.Events;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>When @所有人 and @在线 count, rather than being words like others (docs/extensions/mention.md).</summary>
internal static class RoomCalls
{
    /// <summary>In a room of so many, everybody in it may.</summary>
    public const int FewPeople = 20;

    /// <summary>Milliseconds between two in one room.</summary>
    public const long Pause = 60_000;

    public static Draft Mark(Channel channel, Member? by, Post post, Draft draft, long now)
    {
        if (post.Kind is not (EventKind.Privmsg or EventKind.Notice) || by is null) return draft;
        if (GroupMentions.In(post.Text).TagValue() is not { } whom) return draft;
        if (channel.Count > FewPeople && !by.Modes.IsAtLeast(MemberModes.HalfOperator)) return draft;
        return channel.Call(now) ? draft with { Tags = draft.Tags.With(TagNames.Mention, whom) } : draft;
    }
}
