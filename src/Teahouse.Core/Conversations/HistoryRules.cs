using Teahouse.Core.Hosting;
using Teahouse.Core.Log;

namespace Teahouse.Core.Conversations;

/// <summary>
/// What of a conversation's history somebody may read: the one rule for CHATHISTORY, SEARCH and whatever else shows it.
/// What has expired is read by nobody, whether or not it is gone from the disk yet.
/// </summary>
internal static class HistoryRules
{
    /// <summary>Null: nothing at all.</summary>
    /// <param name="now">Milliseconds since 1970 UTC.</param>
    public static HistoryAccess? Of(Channel channel, HistoryReader reader, ConversationHead head, long now)
    {
        if (!channel.Recorded || !channel.Exists || channel.Find(reader.User) is not { } member) return null;
        var settings = channel.Settings!;
        if (member.Modes == MemberModes.None && ChannelMasks.IsBanned(settings, member.User)) return null;
        var first = settings.IsHiddenFromNewcomers(channel.Rules.VisibleFrom) ? member.ReadsFrom : 0;
        var access = Of(head, channel.Rules.Kept.In(settings), now);
        return access with
        {
            From = Math.Max(access.From, Math.Max(first, settings.HistoryFrom)),
            Name = settings.Name,
            Reader = reader.Identity,
            Rank = member.Modes,
            SeesPresence = !settings.Has(ChannelFlags.Auditorium) || member.Modes != MemberModes.None,
        };
    }

    /// <summary>For who may read the conversation as far as it is kept.</summary>
    public static HistoryAccess Of(ConversationHead head, Retention kept, long now) =>
        new(head.Id, head.Epoch, Math.Max(head.OldestSequence, kept.First(head.LastSequence)), head.LastSequence, head.LastTime) { Since = kept.Since(now), Before = head.Before };

    /// <summary>Since when (milliseconds) a member may read what was said to a status of the room; null: it may not.</summary>
    public static long? StatusSince(ChannelView view, Member? member, MemberModes rank, HistoryOptions options, long now)
    {
        var settings = view.Settings;
        if (!view.Recorded || member is null || !member.Modes.IsAtLeast(rank)) return null;
        var since = Math.Max(Math.Max(settings.Created, settings.HistorySince), Retention.Of(options).In(settings).Since(now));
        return settings.IsHiddenFromNewcomers(options.VisibleFrom) && member.ReadsFrom > 0 ? Math.Max(since, member.Joined) : since;
    }
}
