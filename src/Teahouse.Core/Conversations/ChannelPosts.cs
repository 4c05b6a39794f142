using Teahouse.Core.Events;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>Who may speak, and who hears it.</summary>
internal static class ChannelPosts
{
    public static Decision Decide(Channel channel, Post post, long now)
    {
        var member = channel.Find(post.By.Id);
        if (WhyNot(channel.Settings!, member, post) is { } mode)
            return new Answered(Outcome.Refused(new Refusal(Numeric.ERR_CANNOTSENDTOCHAN, channel.WireName, $"Cannot send to channel (+{mode})")));
        var said = new Said(RoomCalls.Mark(channel, member, post, Channel.DraftOf(post, channel.WireName), now), Passing: !channel.Recorded || Channel.IsPassing(post));
        if (!channel.Settings!.Has(ChannelFlags.OpModerated) || member is { Modes: not MemberModes.None }) return said;
        return said with
        {
            Draft = said.Draft with { Least = MemberModes.HalfOperator },
            To = [.. channel.From(MemberModes.HalfOperator).Select(m => m.User.Id), post.By.Id],
        };
    }

    private static char? WhyNot(ChannelSettings settings, Member? member, Post post)
    {
        if (settings.Has(ChannelFlags.NoCtcp) && IsCtcp(post)) return 'C';
        return WhyNot(settings, member, post.By);
    }

    /// <summary>The mode that keeps somebody from speaking, whatever is said; null: none does.</summary>
    public static char? WhyNot(ChannelSettings settings, Member? member, UserSnapshot by)
    {
        if (member is null && settings.Has(ChannelFlags.NoExternalMessages)) return 'n';
        if (member is { Modes: not MemberModes.None }) return null;
        // +U: what may not be said before all may be said before the operators.
        if (settings.Has(ChannelFlags.Moderated) && !settings.Has(ChannelFlags.OpModerated)) return 'm';
        if (settings.Has(ChannelFlags.RegisteredSpeak) && by.AccountId == 0) return 'M';
        return ChannelMasks.IsBanned(settings, by) || ChannelMasks.IsMuted(settings, by) ? 'b' : null;
    }

    public static bool IsCtcp(Post post) =>
        post.Kind != EventKind.Tagmsg && post.Text.StartsWith('\u0001') && !post.Text.StartsWith("\u0001ACTION ", StringComparison.Ordinal);
}
