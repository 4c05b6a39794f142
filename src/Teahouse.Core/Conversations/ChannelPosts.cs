using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>Who may speak.</summary>
internal static class ChannelPosts
{
    public static Decision Decide(Channel channel, Post post)
    {
        if (post.Key is not null && !channel.Recorded)
            return new Answered(Outcome.Refused(new Refusal(0, "ONCE_UNAVAILABLE", channel.WireName, "This room keeps no history")));
        if (WhyNot(channel, post) is { } reason)
            return new Answered(Outcome.Refused(new Refusal(Numeric.ERR_CANNOTSENDTOCHAN, channel.WireName, reason)));
        return new Said(Channel.DraftOf(post, channel.WireName), Passing: !channel.Recorded || Channel.IsPassing(post));
    }

    private static string? WhyNot(Channel channel, Post post)
    {
        var settings = channel.Settings!;
        var member = channel.Find(post.By.Id);
        if (member is null && settings.Has(ChannelFlags.NoExternalMessages)) return "Cannot send to channel (+n)";
        if (member is { Modes: not MemberModes.None }) return null;
        if (settings.Has(ChannelFlags.Moderated)) return "Cannot send to channel (+m)";
        return IsBanned(settings, post.By) ? "Cannot send to channel (+b)" : null;
    }

    public static bool IsBanned(ChannelSettings settings, Users.UserSnapshot user)
    {
        foreach (var ban in settings.Bans)
            if (Mask.Matches(ban.Mask, user.Prefix)) return true;
        return false;
    }
}
