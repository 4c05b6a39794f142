using System.Collections.Immutable;
using System.Globalization;
using Teahouse.Core.Events;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>
/// MODE on a channel. Letters are applied one after the other to a copy; what was refused is said, what was done
/// is one event. https://modern.ircdocs.horse/#mode-message
/// </summary>
internal static class ChannelModes
{
    private static readonly (char Letter, ChannelFlags Flag)[] Flags =
    [
        ('i', ChannelFlags.InviteOnly), ('m', ChannelFlags.Moderated), ('n', ChannelFlags.NoExternalMessages),
        ('s', ChannelFlags.Secret), ('t', ChannelFlags.TopicByOperators),
    ];

    /// <summary>Letters whose parameter is there when set and when unset (A, B and prefixes), and when set only (C).</summary>
    public static bool TakesParameter(char letter, bool add) => letter is 'o' or 'v' or 'b' or 'k' || (letter == 'l' && add);

    public static bool IsKnown(char letter) => letter is 'o' or 'v' or 'b' or 'k' or 'l' || FlagOf(letter) != ChannelFlags.None;

    public static Decision Decide(Channel channel, SetModes request, long now)
    {
        if (channel.Find(request.By.Id) is not { } member) return new Answered(Outcome.Refused(channel.NotOnChannel()));
        if ((member.Modes & (MemberModes.Operator | MemberModes.Founder)) == 0) return new Answered(Outcome.Refused(channel.NotOperator()));
        var draft = new Working(channel, request.By, now);
        foreach (var change in request.Changes) draft.Apply(change);
        return draft.Done(request.Origin);
    }

    /// <summary>The modes as RPL_CHANNELMODEIS shows them; the key only to members.</summary>
    public static ImmutableArray<string> Describe(ChannelSettings settings, bool toMember)
    {
        var letters = "+";
        foreach (var (letter, flag) in Flags)
            if (settings.Has(flag)) letters += letter;
        List<string> parameters = [];
        if (settings.Key is { } key)
        {
            letters += "k";
            parameters.Add(toMember ? key : "*");
        }
        if (settings.Limit > 0)
        {
            letters += "l";
            parameters.Add(settings.Limit.ToString(CultureInfo.InvariantCulture));
        }
        return [letters, .. parameters];
    }

    private static ChannelFlags FlagOf(char letter)
    {
        foreach (var (known, flag) in Flags)
            if (known == letter) return flag;
        return ChannelFlags.None;
    }

    /// <summary>The copy that the letters are applied to.</summary>
    private sealed class Working(Channel channel, UserSnapshot by, long now)
    {
        private readonly List<ModeChange> _done = [];
        private readonly List<Refusal> _refusals = [];
        private readonly Dictionary<UserId, Member> _members = [];
        private ChannelSettings _settings = channel.Settings!;

        public void Apply(ModeChange change)
        {
            switch (change.Letter)
            {
                case 'o': SetMember(change, MemberModes.Operator); break;
                case 'v': SetMember(change, MemberModes.Voice); break;
                case 'b': SetBan(change); break;
                case 'k': SetKey(change); break;
                case 'l': SetLimit(change); break;
                default: SetFlag(change); break;
            }
        }

        public Decision Done(Origin? origin)
        {
            if (_done.Count == 0)
                return new Answered(_refusals.Count == 0 ? Outcome.Nothing : new Outcome(OutcomeStatus.Refused, [.. _refusals]));
            var draft = new Draft(EventKind.Mode, by.Source, [channel.WireName, .. Format()], Tags.Empty, by.Id, origin);
            return new Changed(draft, _settings, [.. _members.Select(m => new MemberChange(m.Key, m.Value))], Durable: true)
            {
                Refusals = [.. _refusals],
            };
        }

        private List<string> Format()
        {
            var letters = "";
            List<string> parameters = [];
            bool? sign = null;
            foreach (var change in _done)
            {
                if (sign != change.Add) letters += change.Add ? "+" : "-";
                sign = change.Add;
                letters += change.Letter;
                if (change.Parameter is { } parameter) parameters.Add(parameter);
            }
            return [letters, .. parameters];
        }

        private void SetFlag(ModeChange change)
        {
            var flag = FlagOf(change.Letter);
            var next = change.Add ? _settings.Flags | flag : _settings.Flags & ~flag;
            if (next == _settings.Flags) return;
            _settings = _settings with { Flags = next };
            _done.Add(change with { Parameter = null });
        }

        private void SetMember(ModeChange change, MemberModes mode)
        {
            if (change.Parameter is null || !Nick.TryParse(change.Parameter, out var nick)) return;
            if (channel.Find(nick) is not { } found)
            {
                _refusals.Add(new Refusal(Numeric.ERR_USERNOTINCHANNEL, change.Parameter, channel.WireName, "They aren't on that channel"));
                return;
            }
            var member = _members.GetValueOrDefault(found.User.Id, found);
            var modes = change.Add ? member.Modes | mode : member.Modes & ~mode;
            if (modes == member.Modes) return;
            _members[found.User.Id] = member with { Modes = modes };
            if (found.User.AccountId is not 0 and var account)
                _settings = _settings with { Accounts = _settings.Accounts.SetItem(account, modes) };
            _done.Add(change with { Parameter = found.User.Nick.Value });
        }

        private void SetBan(ModeChange change)
        {
            var mask = Mask.Complete(change.Parameter!);
            if (mask[0] == ':' || mask.Any(char.IsWhiteSpace))
            {
                _refusals.Add(new Refusal(Numeric.ERR_INVALIDMODEPARAM, channel.WireName, "b", "*", "A mask is nick!user@host, without spaces"));
                return;
            }
            var known = _settings.Bans.FirstOrDefault(b => AsciiCase.Equals(b.Mask, mask));
            if (change.Add == known is not null) return;
            if (change.Add && channel.Rules.ListEntries > 0 && _settings.Bans.Length >= channel.Rules.ListEntries)
            {
                _refusals.Add(new Refusal(Numeric.ERR_BANLISTFULL, channel.WireName, mask, "Channel ban list is full"));
                return;
            }
            _settings = _settings with { Bans = change.Add ? _settings.Bans.Add(new MaskEntry(mask, by.Prefix, now)) : _settings.Bans.Remove(known!) };
            _done.Add(change with { Parameter = known?.Mask ?? mask });
        }

        private void SetKey(ModeChange change)
        {
            if (change.Add == (_settings.Key is not null) && (!change.Add || _settings.Key == change.Parameter)) return;
            if (change.Add && (change.Parameter!.Length is 0 or > 32 || change.Parameter.AsSpan().IndexOfAny(" ,:") >= 0))
            {
                _refusals.Add(new Refusal(Numeric.ERR_INVALIDKEY, channel.WireName, "Key is not well-formed"));
                return;
            }
            _settings = _settings with { Key = change.Add ? change.Parameter : null };
            _done.Add(change.Add ? change : change with { Parameter = "*" });
        }

        private void SetLimit(ModeChange change)
        {
            if (!change.Add)
            {
                if (_settings.Limit > 0) _done.Add(change with { Parameter = null });
                _settings = _settings with { Limit = 0 };
                return;
            }
            if (!int.TryParse(change.Parameter, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit == 0)
            {
                _refusals.Add(new Refusal(
                    Numeric.ERR_INVALIDMODEPARAM, channel.WireName, "l", change.Parameter is "" or null ? "*" : change.Parameter, "A limit is a positive number"));
                return;
            }
            if (limit == _settings.Limit) return;
            _settings = _settings with { Limit = limit };
            _done.Add(change with { Parameter = limit.ToString(CultureInfo.InvariantCulture) });
        }
    }
}
