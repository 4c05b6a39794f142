using System.Globalization;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>Lists, key, limit and forward.</summary>
internal sealed partial class ModeDraft
{
    private const int LongestKey = 32;

    private void SetList(ModeChange change)
    {
        if (ChannelMasks.Complete(change.Parameter!) is not { } mask)
        {
            Invalid(change.Letter, null, "A mask is nick!user@host or a:account, without spaces");
            return;
        }
        var list = _settings.List(change.Letter);
        var known = list.FirstOrDefault(b => AsciiCase.Equals(b.Mask, mask));
        if (change.Add == known is not null) return;
        if (change.Add && channel.Rules.ListEntries > 0 && list.Length >= channel.Rules.ListEntries)
        {
            _refusals.Add(new Refusal(Numeric.ERR_BANLISTFULL, channel.WireName, mask, "Channel list is full"));
            return;
        }
        _settings = _settings.WithList(change.Letter, change.Add ? list.Add(new MaskEntry(mask, by.Prefix, now)) : list.Remove(known!));
        _done.Add(change with { Parameter = known?.Mask ?? mask });
    }

    private void SetKey(ModeChange change)
    {
        if (change.Add == (_settings.Key is not null) && (!change.Add || _settings.Key == change.Parameter)) return;
        if (change.Add && (change.Parameter!.Length is 0 or > LongestKey || change.Parameter.AsSpan().IndexOfAny(" ,:") >= 0))
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
            Invalid('l', change.Parameter, "A limit is a positive number");
            return;
        }
        if (limit == _settings.Limit) return;
        _settings = _settings with { Limit = limit };
        _done.Add(change with { Parameter = limit.ToString(CultureInfo.InvariantCulture) });
    }

    /// <summary>That the other channel exists, and that the asker runs it, is for whoever can ask it.</summary>
    private void SetForward(ModeChange change)
    {
        if (!change.Add)
        {
            if (_settings.Forward is not null) _done.Add(change with { Parameter = null });
            _settings = _settings with { Forward = null };
            return;
        }
        if (!ChannelName.TryParse(change.Parameter, out var name) || LocalRooms.Key(name) == LocalRooms.Key(channel.Name))
        {
            Invalid('f', change.Parameter, "A forward goes to another channel");
            return;
        }
        if (_settings.Forward == name.Value) return;
        _settings = _settings with { Forward = name.Value };
        _done.Add(change with { Parameter = name.Value });
    }
}
