using Teahouse.Core.Events;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>The copy that the letters of one MODE are applied to.</summary>
/// <param name="rank">What the asker is: half-operators give voice and keep the lists, all else is the operators'.</param>
internal sealed partial class ModeDraft(Channel channel, UserSnapshot by, MemberModes rank, long now)
{
    private readonly List<ModeChange> _done = [];
    private readonly List<Refusal> _refusals = [];
    private readonly Dictionary<UserId, Member> _members = [];
    private ChannelSettings _settings = channel.Settings!;

    public void Apply(ModeChange change)
    {
        if (MemberRanks.OfLetter(change.Letter) is var mode && mode != MemberModes.None) SetMember(change, mode);
        else if (ChannelModes.IsList(change.Letter)) SetList(change);
        else if (!rank.IsAtLeast(MemberModes.Operator)) RefuseOnce(channel.NotOperator());
        else if (change.Letter == 'k') SetKey(change);
        else if (change.Letter == 'l') SetLimit(change);
        else if (change.Letter == 'f') SetForward(change);
        else SetFlag(change);
    }

    public Decision Done(Origin? origin)
    {
        if (_done.Count == 0)
            return new Answered(_refusals.Count == 0 ? Outcome.Nothing : new Outcome(OutcomeStatus.Refused, [.. _refusals]));
        var draft = new Draft(EventKind.Mode, by.Source, [channel.WireName, .. ModeChanges.Format(_done)], Tags.Empty, by.Id, origin);
        return new Changed(draft, _settings, [.. _members.Select(m => new MemberChange(m.Key, m.Value))], Durable: true)
        {
            Refusals = [.. _refusals],
        };
    }

    private void RefuseOnce(Refusal refusal)
    {
        if (!_refusals.Exists(r => r.Numeric == refusal.Numeric)) _refusals.Add(refusal);
    }

    private void Invalid(char letter, string? parameter, string text) => _refusals.Add(new Refusal(
        Numeric.ERR_INVALIDMODEPARAM, channel.WireName, letter.ToString(), parameter is "" or null || parameter.Contains(' ') ? "*" : parameter, text));

    private void SetFlag(ModeChange change)
    {
        var flag = ChannelModes.FlagOf(change.Letter);
        var next = change.Add ? _settings.Flags | flag : _settings.Flags & ~flag;
        if (next == _settings.Flags) return;
        _settings = _settings with { Flags = next };
        _done.Add(change with { Parameter = null });
    }

    private void SetMember(ModeChange change, MemberModes mode)
    {
        if (change.Parameter is null) return;
        if (!Nick.TryParse(change.Parameter, out var nick) || channel.Find(nick) is not { } found)
        {
            _refusals.Add(new Refusal(Numeric.ERR_USERNOTINCHANNEL, change.Parameter, channel.WireName, "They aren't on that channel"));
            return;
        }
        var member = _members.GetValueOrDefault(found.User.Id, found);
        if (!May(change, mode, member))
        {
            RefuseOnce(channel.NotOperator());
            return;
        }
        var modes = change.Add ? member.Modes | mode : member.Modes & ~mode;
        if (modes == member.Modes) return;
        _members[found.User.Id] = member with { Modes = modes };
        if (found.User.AccountId is not 0 and var account)
            _settings = _settings with { Accounts = _settings.Accounts.SetItem(account, modes) };
        _done.Add(change with { Parameter = found.User.Nick.Value });
    }

    private bool May(ModeChange change, MemberModes mode, Member of) => mode switch
    {
        // A room has one founder: it is given away whole, by ChanServ.
        MemberModes.Founder => false,
        _ when !change.Add && of.User.Id == by.Id => true,
        _ when !change.Add && !rank.IsAtLeast(of.Modes) => false,
        MemberModes.Admin => rank.IsAtLeast(MemberModes.Founder),
        MemberModes.Voice => true,
        _ => rank.IsAtLeast(MemberModes.Operator),
    };
}
