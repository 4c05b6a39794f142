using System.Collections.Immutable;
using System.Globalization;

namespace Teahouse.Core.Conversations;

/// <summary>
/// MODE on a channel. Letters are applied one after the other to a copy; what was refused is said, what was done
/// is one event. https://modern.ircdocs.horse/#mode-message
/// </summary>
internal static class ChannelModes
{
    /// <summary>Modes without a parameter (CHANMODES, type D).</summary>
    public static readonly ImmutableArray<(char Letter, ChannelFlags Flag)> Flags =
    [
        ('C', ChannelFlags.NoCtcp), ('M', ChannelFlags.RegisteredSpeak), ('R', ChannelFlags.RegisteredOnly), ('U', ChannelFlags.OpModerated),
        ('i', ChannelFlags.InviteOnly), ('m', ChannelFlags.Moderated), ('n', ChannelFlags.NoExternalMessages),
        ('s', ChannelFlags.Secret), ('t', ChannelFlags.TopicByOperators), ('u', ChannelFlags.Auditorium),
    ];

    /// <summary>Type A: always with a parameter when changed.</summary>
    public const string Lists = "beI";

    /// <summary>Type B: a parameter when set and when unset.</summary>
    public const string Always = "k";

    /// <summary>Type C: a parameter only when set.</summary>
    public const string WhenSet = "fl";

    public static readonly string FlagLetters = string.Concat(Flags.Select(f => f.Letter));

    /// <summary>CHANMODES of ISUPPORT.</summary>
    public static readonly string Token = $"{Lists},{Always},{WhenSet},{FlagLetters}";

    public static bool IsList(char letter) => Lists.Contains(letter, StringComparison.Ordinal);

    public static bool TakesParameter(char letter, bool add) =>
        IsList(letter) || letter == 'k' || MemberRanks.OfLetter(letter) != MemberModes.None || (add && WhenSet.Contains(letter, StringComparison.Ordinal));

    public static bool IsKnown(char letter) => TakesParameter(letter, add: true) || FlagOf(letter) != ChannelFlags.None;

    public static Decision Decide(Channel channel, SetModes request, long now)
    {
        var rank = request.Forced ? MemberModes.Founder : channel.Find(request.By.Id)?.Modes;
        if (rank is null) return new Answered(Outcome.Refused(channel.NotOnChannel()));
        if (!rank.Value.IsAtLeast(MemberModes.HalfOperator)) return new Answered(Outcome.Refused(channel.NotOperator()));
        var draft = new ModeDraft(channel, request.By, rank.Value, now);
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
        if (settings.Forward is { } forward)
        {
            letters += "f";
            parameters.Add(forward);
        }
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

    public static ChannelFlags FlagOf(char letter)
    {
        foreach (var (known, flag) in Flags)
            if (known == letter) return flag;
        return ChannelFlags.None;
    }
}
