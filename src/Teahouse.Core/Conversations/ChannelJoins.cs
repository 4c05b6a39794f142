using System.Collections.Immutable;
using Teahouse.Core.Events;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>Coming and going. An account's JOIN and PART are durable first; anybody else's are told at once.</summary>
internal static class ChannelJoins
{
    /// <summary>Accounts whose first entry is remembered although they are not in the room.</summary>
    private const int MostReaders = 1000;

    public static Decision Decide(Channel channel, Join join, Moment at)
    {
        var user = join.By;
        if (channel.Find(user.Id) is not null) return new Answered(Outcome.Nothing);
        var born = channel.Settings is null;
        var settings = born ? ChannelSettings.New(join.Name.Value, at.Now) : channel.Settings!;
        var link = born ? null : InviteRules.Find(settings, join.Key, at.Now) is { Joins: > 0 } found ? found : null;
        if (!born && WhyNot(channel, settings, join, link is not null) is { } refusal) return new Answered(Outcome.Refused(refusal));
        // Where everybody may come nothing is used up.
        if (link is not null && WhyNot(channel, settings, join, byLink: false) is not null) settings = InviteRules.Joined(settings, link);
        else link = null;
        if (born && join.Keep && user.AccountId != 0) settings = settings with { Founder = user.AccountId };

        var modes = settings.Accounts.GetValueOrDefault(user.AccountId) | settings.Access.GetValueOrDefault(user.AccountId);
        if (born || (channel.Empty && !settings.Registered && !HasOperator(settings))) modes |= MemberModes.Operator;
        if (settings.Founder == user.AccountId && user.AccountId != 0) modes |= MemberModes.Founder | MemberModes.Operator;
        var member = new Member(user, modes, at.Now) { ReadsFrom = ReadsFrom(settings, user, at.Last, channel.Rules.VisibleFrom) };
        var durable = user.AccountId != 0 || link is not null;
        if (user.AccountId != 0) settings = Seated(settings, member);
        return new Changed(
            Channel.JoinOf(user, settings.Name) with { Origin = join.Origin }, durable || born ? settings : null,
            [new MemberChange(user.Id, member)], durable)
        {
            Hear = join.Sessions,
            To = born ? default : channel.Seeing(member),
            // Those who are there learn what came in; the one who comes learns it from NAMES.
            Then = born || modes == MemberModes.None ? null : RoomRules.ModeOf(channel, [.. MemberRanks.Difference(MemberModes.None, modes, user.Nick.Value)]),
            ThenTo = born || modes == MemberModes.None ? default : [.. channel.From(MemberModes.None).Select(m => m.User.Id)],
        };
    }

    public static Decision Decide(Channel channel, Resume resume, Moment at)
    {
        var user = resume.By;
        if (channel.Settings is not { } settings || !settings.Accounts.TryGetValue(user.AccountId, out var modes)) return new Answered(Outcome.Nothing);
        var member = new Member(user, modes, at.Now) { ReadsFrom = ReadsFrom(settings, user, at.Last, channel.Rules.VisibleFrom) };
        return new Changed(null, null, [new MemberChange(user.Id, member)], Durable: false);
    }

    private static long ReadsFrom(ChannelSettings settings, UserSnapshot user, long last, HistoryVisibility usual)
    {
        if (user.AccountId != 0 && settings.Founder == user.AccountId) return 0;
        if (user.AccountId != 0 && settings.ReadsFrom.TryGetValue(user.AccountId, out var first)) return first;
        // Who stayed over a restart of the server joined long ago.
        return settings.IsHiddenFromNewcomers(usual) && !settings.Accounts.ContainsKey(user.AccountId) ? last + 1 : 0;
    }

    private static ChannelSettings Seated(ChannelSettings settings, Member member)
    {
        var account = member.User.AccountId;
        settings = settings with { Accounts = settings.Accounts.SetItem(account, member.Modes) };
        if (member.ReadsFrom == 0 || settings.ReadsFrom.ContainsKey(account)) return settings;
        var known = settings.ReadsFrom;
        if (known.Count >= MostReaders) known = known.RemoveRange([.. known.Keys.Where(k => !settings.Accounts.ContainsKey(k)).Take(1)]);
        return settings with { ReadsFrom = known.SetItem(account, member.ReadsFrom) };
    }

    public static Decision Decide(Channel channel, Part part)
    {
        if (channel.Find(part.By.Id) is not { } member) return new Answered(Outcome.Refused(channel.NotOnChannel()));
        ImmutableArray<string> parameters = part.Reason.Length == 0 ? [channel.WireName] : [channel.WireName, part.Reason];
        return new Changed(
            new Draft(EventKind.Part, part.By.Source, parameters, Tags.Empty, part.By.Id, part.Origin),
            Unread(Without(channel, member), member), [new MemberChange(part.By.Id, null)], Durable: part.By.AccountId != 0)
        { To = channel.Seeing(member) };
    }

    public static Decision Decide(Channel channel, ChangeMember change)
    {
        if (channel.Find(change.By.Id) is not { } member) return new Answered(Outcome.Nothing);
        var draft = change.Happened is { } happened
            ? new Draft(happened.Kind, happened.Source, happened.Parameters, Tags.Empty, change.By.Id, null) : null;
        if (change.Leaves)
            return Of(Without(channel, member), null);
        var now = member with { User = change.By };
        if (change.By.AccountId == 0 || member.User.AccountId == change.By.AccountId) return Of(null, now);
        // From now on a member by account, with what that account is here.
        var modes = member.Modes | RoomRules.RankOf(channel.Settings!, change.By);
        now = now with { Modes = modes };
        var settings = Without(channel, member) ?? channel.Settings!;
        return Of(Seated(settings, now), now) with
        {
            Then = modes == member.Modes ? null : RoomRules.ModeOf(channel, [.. MemberRanks.Difference(member.Modes, modes, change.By.Nick.Value)]),
        };

        Changed Of(ChannelSettings? settings, Member? becomes) =>
            new(draft, settings, [new MemberChange(change.By.Id, becomes)], Durable: settings is not null) { Must = true, Told = false, To = channel.Seeing(member) };
    }

    /// <summary>Somebody who runs it was there when the server stopped, and will be back.</summary>
    private static bool HasOperator(ChannelSettings settings) => settings.Accounts.Values.Any(m => m.IsAtLeast(MemberModes.Operator));

    /// <param name="byLink">The key is an invitation's token.</param>
    private static Refusal? WhyNot(Channel channel, ChannelSettings settings, Join join, bool byLink)
    {
        var user = join.By;
        if (join.Forced) return null;
        if (user.AccountId != 0 && (settings.Founder == user.AccountId || settings.Access.GetValueOrDefault(user.AccountId).IsAtLeast(MemberModes.HalfOperator)))
            return null;
        if (channel.IsInvited(user.Id)) return null;
        var refusal = Guarded(channel, settings, join);
        // A link is not for those whom the room has shut out.
        if (byLink && refusal is not null && !ChannelMasks.IsBanned(settings, user)) return null;
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

    /// <summary>Whoever leaves and comes again is new; who only lost the connection is not.</summary>
    public static ChannelSettings? Unread(ChannelSettings? settings, Member member) =>
        settings is null ? null : settings with { ReadsFrom = settings.ReadsFrom.Remove(member.User.AccountId) };
}
