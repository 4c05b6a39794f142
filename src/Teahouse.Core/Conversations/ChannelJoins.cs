using System.Collections.Immutable;
using Teahouse.Core.Events;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>Coming and going. An account's JOIN and PART are durable first; anybody else's are told at once.</summary>
internal static class ChannelJoins
{
    public static Decision Decide(Channel channel, Join join, long now)
    {
        var user = join.By;
        if (channel.Find(user.Id) is not null) return new Answered(Outcome.Nothing);
        var born = channel.Settings is null;
        var settings = born ? ChannelSettings.New(join.Name.Value, now) : channel.Settings!;
        if (!born && WhyNot(channel, settings, join) is { } refusal) return new Answered(Outcome.Refused(refusal));
        if (born && join.Keep && user.AccountId != 0) settings = settings with { Founder = user.AccountId };

        var modes = settings.Accounts.GetValueOrDefault(user.AccountId) | settings.Access.GetValueOrDefault(user.AccountId);
        if (born || (channel.Empty && !settings.Registered && !HasOperator(settings))) modes |= MemberModes.Operator;
        if (settings.Founder == user.AccountId && user.AccountId != 0) modes |= MemberModes.Founder | MemberModes.Operator;
        var durable = user.AccountId != 0;
        if (durable) settings = settings with { Accounts = settings.Accounts.SetItem(user.AccountId, modes) };
        var member = new Member(user, modes, now);
        return new Changed(
            Channel.JoinOf(user, settings.Name) with { Origin = join.Origin }, durable || born ? settings : null,
            [new MemberChange(user.Id, member)], durable)
        { Hear = join.Sessions, To = born ? default : channel.Seeing(member) };
    }

    public static Decision Decide(Channel channel, Part part)
    {
        if (channel.Find(part.By.Id) is not { } member) return new Answered(Outcome.Refused(channel.NotOnChannel()));
        ImmutableArray<string> parameters = part.Reason.Length == 0 ? [channel.WireName] : [channel.WireName, part.Reason];
        return new Changed(
            new Draft(EventKind.Part, part.By.Source, parameters, Tags.Empty, part.By.Id, part.Origin),
            Without(channel, member), [new MemberChange(part.By.Id, null)], Durable: part.By.AccountId != 0)
        { To = channel.Seeing(member) };
    }

    public static Decision Decide(Channel channel, ChangeMember change)
    {
        if (channel.Find(change.By.Id) is not { } member) return new Answered(Outcome.Nothing);
        var draft = change.Happened is { } happened
            ? new Draft(happened.Kind, happened.Source, happened.Parameters, Tags.Empty, change.By.Id, null) : null;
        var settings = change.Leaves ? Without(channel, member) : LoggedIn(channel, member, change.By);
        return new Changed(
            draft, settings, [new MemberChange(change.By.Id, change.Leaves ? null : member with { User = change.By })],
            Durable: settings is not null)
        { Must = true, Told = false, To = channel.Seeing(member) };
    }

    public static Decision Decide(Channel channel, Register register, long now)
    {
        var settings = channel.Settings ?? ChannelSettings.New(channel.Name.Value, now) with
        {
            Topic = register.Topic.Length == 0 ? null : new Topic(register.Topic, register.By.Prefix, now),
        };
        var mayTake = settings.Founder is 0 or Nobody && (!channel.Exists || register.By.Operator ||
            channel.Find(register.By.Id) is { } asker && asker.Modes.IsAtLeast(MemberModes.Operator));
        if (!mayTake) return new Answered(settings.Founder == register.By.AccountId ? Outcome.Nothing : Outcome.Refused(channel.NotOperator()));
        settings = settings with { Founder = register.By.AccountId };
        ImmutableArray<MemberChange> members = channel.Find(register.By.Id) is { } member
            ? [new MemberChange(register.By.Id, member with { Modes = member.Modes | MemberModes.Founder | MemberModes.Operator })] : [];
        return new Changed(null, settings, members, Durable: true);
    }

    /// <summary>Somebody who runs it was there when the server stopped, and will be back.</summary>
    private static bool HasOperator(ChannelSettings settings) => settings.Accounts.Values.Any(m => m.IsAtLeast(MemberModes.Operator));

    /// <summary>The founder of a channel that the server itself keeps until somebody owns it.</summary>
    public const long Nobody = -1;

    private static Refusal? WhyNot(Channel channel, ChannelSettings settings, Join join)
    {
        var user = join.By;
        if (user.AccountId != 0 && (settings.Founder == user.AccountId || settings.Access.GetValueOrDefault(user.AccountId).IsAtLeast(MemberModes.HalfOperator)))
            return null;
        if (channel.IsInvited(user.Id)) return null;
        var refusal = Guarded(channel, settings, join);
        return refusal is null || join.Forwarded || settings.Forward is not { } forward
            ? refusal : new Refusal(Numeric.ERR_LINKCHANNEL, settings.Name, forward, "Forwarding to another channel");
    }

    private static Refusal? Guarded(Channel channel, ChannelSettings settings, Join join)
    {
        if (settings.Key is { } key && key != join.Key) return Refused(Numeric.ERR_BADCHANNELKEY, 'k');
        if (settings.Has(ChannelFlags.InviteOnly) && !ChannelMasks.IsInviteException(settings, join.By)) return Refused(Numeric.ERR_INVITEONLYCHAN, 'i');
        if (settings.Has(ChannelFlags.RegisteredOnly) && join.By.AccountId == 0) return Refused(Numeric.ERR_NEEDREGGEDNICK, 'R');
        if (settings.Limit > 0 && channel.Count >= settings.Limit) return Refused(Numeric.ERR_CHANNELISFULL, 'l');
        return ChannelMasks.IsBanned(settings, join.By) ? Refused(Numeric.ERR_BANNEDFROMCHAN, 'b') : null;

        Refusal Refused(int numeric, char mode) => new(numeric, settings.Name, $"Cannot join channel (+{mode})");
    }

    private static ChannelSettings? Without(Channel channel, Member member) =>
        member.User.AccountId != 0 && channel.Settings!.Accounts.ContainsKey(member.User.AccountId)
            ? channel.Settings with { Accounts = channel.Settings.Accounts.Remove(member.User.AccountId) } : null;

    /// <summary>A member that logged in is from now on a member by account.</summary>
    private static ChannelSettings? LoggedIn(Channel channel, Member member, UserSnapshot now) =>
        now.AccountId != 0 && member.User.AccountId != now.AccountId
            ? channel.Settings! with { Accounts = channel.Settings.Accounts.SetItem(now.AccountId, member.Modes) } : null;
}
