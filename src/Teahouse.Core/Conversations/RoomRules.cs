using System.Collections.Immutable;
using Teahouse.Core.Events;
using Teahouse.Core.Operators;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>A room and the account that it belongs to: registration, transfer, access levels, options.</summary>
internal static class RoomRules
{
    /// <summary>The founder of a channel that the server itself keeps until somebody owns it.</summary>
    public const long Nobody = -1;

    public static Decision Decide(Channel channel, Register register, long now)
    {
        var settings = channel.Settings ?? ChannelSettings.New(channel.Name.Value, now) with
        {
            Topic = register.Topic.Length == 0 ? null : new Topic(register.Topic, register.By.Prefix, now),
        };
        var member = channel.Find(register.By.Id);
        if (settings.Founder == register.By.AccountId) return new Answered(Outcome.Nothing);
        if (settings.Founder is not (0 or Nobody)) return Refused(channel, "The channel belongs to somebody already");
        if (!register.By.May(OperatorPrivileges.Rooms) && member?.Modes.IsAtLeast(MemberModes.Operator) is not true) return new Answered(Outcome.Refused(channel.NotOperator()));
        settings = settings with { Founder = register.By.AccountId };
        return Told(channel, settings, [(member, MemberModes.Founder | MemberModes.Operator, MemberModes.None)]);
    }

    public static Decision Decide(Channel channel, RoomRequest request, Moment at)
    {
        var settings = channel.Settings!;
        if (!settings.Registered) return Refused(channel, "The channel is not registered");
        var rank = request.Forced ? MemberModes.Founder : RankOf(settings, request.By);
        return request switch
        {
            SetAccess access => Decide(channel, access, rank),
            MakeInvite make when rank.IsAtLeast(MemberModes.Operator) => InviteRules.Decide(channel, make, at.Now),
            EndInvite end when rank.IsAtLeast(MemberModes.Operator) => InviteRules.Decide(channel, end),
            _ when rank != MemberModes.Founder => new Answered(Outcome.Refused(new Refusal(
                Numeric.ERR_CHANOPRIVSNEEDED, channel.WireName, "This is for the channel's founder"))),
            Unregister => Told(channel, settings with { Founder = 0, Access = ImmutableDictionary<long, MemberModes>.Empty }, [(Founder(channel), 0, MemberModes.Founder)]),
            Transfer { To: var to } when to == settings.Founder => new Answered(Outcome.Nothing),
            Transfer transfer => Told(channel, settings with { Founder = transfer.To, Access = settings.Access.Remove(transfer.To) },
                [(Founder(channel), 0, MemberModes.Founder), (channel.OfAccount(transfer.To), MemberModes.Founder | MemberModes.Operator, 0)]),
            Inherit inherit => Decide(channel, inherit),
            Configure configure => new Changed(null, Configured(settings, configure, at), [], Durable: true),
            _ => new Answered(Outcome.Nothing),
        };
    }

    /// <summary>What an account is in the room, here or not.</summary>
    public static MemberModes RankOf(ChannelSettings settings, UserSnapshot user) => user.AccountId == 0 ? MemberModes.None
        : user.AccountId == settings.Founder ? MemberModes.Founder : settings.Access.GetValueOrDefault(user.AccountId);

    private static Decision Decide(Channel channel, SetAccess access, MemberModes rank)
    {
        var settings = channel.Settings!;
        var before = settings.Access.GetValueOrDefault(access.Account);
        // One gives and takes what is below oneself.
        if (!rank.IsAtLeast(MemberModes.Admin) || rank.Level() <= access.Rank.Level() || rank.Level() <= before.Level() || access.Account == settings.Founder)
            return new Answered(Outcome.Refused(channel.NotOperator()));
        if (before == access.Rank) return new Answered(Outcome.Nothing);
        if (access.Rank != MemberModes.None && before == MemberModes.None && channel.Rules.ListEntries > 0 && settings.Access.Count >= channel.Rules.ListEntries)
            return new Answered(Outcome.Refused(new Refusal(Numeric.ERR_BANLISTFULL, channel.WireName, "The list of access levels is full")));
        var levels = access.Rank == MemberModes.None ? settings.Access.Remove(access.Account) : settings.Access.SetItem(access.Account, access.Rank);
        return Told(channel, settings with { Access = levels }, [(channel.OfAccount(access.Account), access.Rank, before)]);
    }

    private static Changed Decide(Channel channel, Inherit inherit)
    {
        var settings = channel.Settings!;
        settings = settings with
        {
            Access = settings.Access.RemoveRange(inherit.Gone),
            Accounts = settings.Accounts.RemoveRange(inherit.Gone),
            ReadsFrom = settings.ReadsFrom.RemoveRange(inherit.Gone),
        };
        if (!inherit.Gone.Contains(settings.Founder)) return Told(channel, settings, []);
        var heir = settings.Access.Where(a => a.Value.IsAtLeast(MemberModes.Operator)).OrderByDescending(a => a.Value.Level()).ThenBy(a => a.Key).FirstOrDefault().Key;
        settings = settings with { Founder = heir, Access = heir == 0 ? ImmutableDictionary<long, MemberModes>.Empty : settings.Access.Remove(heir) };
        return Told(channel, settings, [(Founder(channel), 0, MemberModes.Founder), (channel.OfAccount(heir), MemberModes.Founder | MemberModes.Operator, 0)]);
    }

    private static ChannelSettings Configured(ChannelSettings settings, Configure configure, Moment at)
    {
        if (configure.KeepsHistory is { } keeps && keeps == settings.HistoryOff)
            // What was said before stays unread also when the history is on again.
            settings = settings with { HistoryOff = !keeps, HistoryFrom = at.Last + 1, HistorySince = at.Now };
        if (configure.KeepDays is { } days) settings = settings with { KeepDays = days };
        if (configure.KeepMessages is { } messages) settings = settings with { KeepMessages = messages };
        return configure.Visible is { } visible ? settings with { Visible = visible } : settings;
    }

    /// <summary>The settings change, and members with them: told as a MODE of ChanServ's.</summary>
    private static Changed Told(Channel channel, ChannelSettings settings, ImmutableArray<(Member? Member, MemberModes Given, MemberModes Taken)> changes)
    {
        var members = ImmutableArray.CreateBuilder<MemberChange>();
        List<ModeChange> told = [];
        foreach (var (member, given, taken) in changes)
        {
            if (member is null) continue;
            var modes = (member.Modes & ~taken) | given;
            told.AddRange(MemberRanks.Difference(member.Modes, modes, member.User.Nick.Value));
            members.Add(new MemberChange(member.User.Id, member with { Modes = modes }));
            if (member.User.AccountId is not 0 and var account) settings = settings with { Accounts = settings.Accounts.SetItem(account, modes) };
        }
        return new Changed(told.Count == 0 ? null : ModeOf(channel, told), settings, members.DrainToImmutable(), Durable: true);
    }

    /// <summary>A MODE that ChanServ sets.</summary>
    public static Draft ModeOf(Channel channel, IReadOnlyList<ModeChange> changes) => new(
        EventKind.Mode, channel.Rules.Service, [channel.WireName, .. ModeChanges.Format(changes)], Tags.Empty, default, null);

    private static Member? Founder(Channel channel) => channel.OfAccount(channel.Settings!.Founder);

    private static Answered Refused(Channel channel, string text) => new(Outcome.Refused(new Refusal(Numeric.ERR_CHANOPRIVSNEEDED, channel.WireName, text)));
}
