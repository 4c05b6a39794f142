using System.Collections.Immutable;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>Invitations by link: made and ended by who runs the room, used up by who comes.</summary>
internal static class InviteRules
{
    private const int Most = 50;

    /// <summary>The link that a key is the token of; null if it is none that holds.</summary>
    public static InviteLink? Find(ChannelSettings settings, string token, long now)
    {
        if (token.Length == 0 || settings.Links.IsEmpty) return null;
        var hash = InviteLink.HashOf(token);
        return settings.Links.FirstOrDefault(l => l.Hash == hash && !l.IsOver(now));
    }

    public static ChannelSettings Joined(ChannelSettings settings, InviteLink link) =>
        settings with { Links = settings.Links.Replace(link, link with { Joins = link.Joins - 1 }) };

    public static Decision Decide(Channel channel, MakeInvite make, long now)
    {
        var settings = channel.Settings!;
        var links = settings.Links.RemoveAll(l => l.IsOver(now));
        if (links.Length >= Most) return new Answered(Outcome.Refused(new Refusal(Numeric.ERR_BANLISTFULL, channel.WireName, "The list of invitations is full")));
        var id = settings.Links.Length == 0 ? 1 : settings.Links.Max(l => l.Id) + 1;
        return Stored(settings with { Links = links.Add(new InviteLink(id, make.Hash, make.Expires, make.Uses, make.Uses, make.By.AccountId)) });
    }

    public static Decision Decide(Channel channel, EndInvite end)
    {
        var links = channel.Settings!.Links.RemoveAll(l => l.Id == end.Id);
        return links.Length == channel.Settings.Links.Length ? new Answered(Outcome.Nothing) : Stored(channel.Settings with { Links = links });
    }

    public static Decision Decide(Channel channel, UseInvite use, long now)
    {
        var settings = channel.Settings!;
        if (settings.Links.FirstOrDefault(l => l.Hash == use.Hash && l.Registrations > 0 && l.Expires > now) is not { } link)
            return new Answered(Outcome.Nothing);
        return Stored(settings with { Links = settings.Links.Replace(link, link with { Registrations = link.Registrations - 1 }) });
    }

    private static Changed Stored(ChannelSettings settings) => new(null, settings, ImmutableArray<MemberChange>.Empty, Durable: true);
}
