using Teahouse.Core.Events;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>Sending somebody away, and asking somebody in.</summary>
internal static class ChannelKicks
{
    public static Decision Decide(Channel channel, Kick kick)
    {
        if (channel.Find(kick.By.Id) is not { } member) return new Answered(Outcome.Refused(channel.NotOnChannel()));
        if (!member.Modes.IsAtLeast(MemberModes.HalfOperator)) return new Answered(Outcome.Refused(channel.NotOperator()));
        if (channel.Find(kick.Target) is not { } target)
            return new Answered(Outcome.Refused(new Refusal(
                Numeric.ERR_USERNOTINCHANNEL, kick.Target.Value, channel.WireName, "They aren't on that channel")));
        if (!MayKick(member, target))
            return new Answered(Outcome.Refused(channel.NotOperator()));
        var reason = Text.Cut(kick.Reason.Length == 0 ? kick.By.Nick.Value : kick.Reason, channel.Rules.KickLength);
        var settings = channel.Settings!;
        if (target.User.AccountId != 0)
            settings = ChannelJoins.Unread(settings with { Accounts = settings.Accounts.Remove(target.User.AccountId) }, target)!;
        return new Changed(
            new Draft(EventKind.Kick, kick.By.Source, [channel.WireName, target.User.Nick.Value, reason], Tags.Empty, kick.By.Id, kick.Origin),
            settings, [new MemberChange(target.User.Id, null)], Durable: true);
    }

    public static Decision Decide(Channel channel, Invite invite)
    {
        if (channel.Find(invite.By.Id) is not { } member) return new Answered(Outcome.Refused(channel.NotOnChannel()));
        if (channel.Settings!.Has(ChannelFlags.InviteOnly) && !member.Modes.IsAtLeast(MemberModes.HalfOperator))
            return new Answered(Outcome.Refused(channel.NotOperator()));
        if (channel.Find(invite.Target.Id) is not null)
            return new Answered(Outcome.Refused(new Refusal(
                Numeric.ERR_USERONCHANNEL, invite.Target.Nick.Value, channel.WireName, "is already on channel")));
        channel.NoteInvitation(invite.Target.Id);
        return new Answered(Outcome.Done);
    }

    /// <summary>Operators also send away each other, half-operators only who is less than they are.</summary>
    private static bool MayKick(Member by, Member target)
    {
        if (by.User.Id == target.User.Id) return true;
        return by.Modes.IsAtLeast(MemberModes.Operator) ? by.Modes.IsAtLeast(target.Modes) : by.Modes.Level() > target.Modes.Level();
    }
}
