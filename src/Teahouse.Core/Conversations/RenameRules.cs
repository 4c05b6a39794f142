using Teahouse.Core.Events;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>A channel gets another name and stays what it is. https://ircv3.net/specs/extensions/channel-rename</summary>
internal static class RenameRules
{
    /// <summary>Milliseconds between two names: each shows as leaving and coming to those who know no renames.</summary>
    private const long Pause = 60_000;

    /// <summary>Milliseconds for which the name before leads to a registered channel.</summary>
    private const long Leading = 30L * 24 * 60 * 60 * 1000;

    public static Decision Decide(Channel channel, Rename rename, long now)
    {
        var settings = channel.Settings!;
        if (!rename.Forced && WhyNot(channel, rename) is { } refusal) return new Answered(Outcome.Refused(refusal));
        if (rename.To.Value == settings.Name) return Cannot("That is its name");
        if (now - settings.Renamed < Pause && !rename.Forced) return Cannot("This channel has been renamed recently");
        var (key, before) = (LocalRooms.Key(rename.To), LocalRooms.Key(channel.Name));
        var former = settings.Former.RemoveAll(name => name.Name == key.A || name.Name == before.A);
        if (key != before) former = [new FormerName(before.A, now + Leading), .. former.Take(ChannelSettings.MostFormer - 1)];
        return new Changed(
            new Draft(EventKind.Rename, rename.By.Source, [settings.Name, rename.To.Value, rename.Reason], Tags.Empty, rename.By.Id, rename.Origin),
            settings with { Name = rename.To.Value, Renamed = now, Former = former }, [], Durable: true)
        {
            Renamed = key == before ? null : key,
        };

        Answered Cannot(string text) => new(Outcome.Refused(Refused(channel, rename, text)));
    }

    private static Refusal? WhyNot(Channel channel, Rename rename)
    {
        if (channel.Find(rename.By.Id) is not { } member) return channel.NotOnChannel();
        if (!member.Modes.IsAtLeast(MemberModes.Operator)) return channel.NotOperator();
        return channel.Settings is { Registered: true } settings && RoomRules.RankOf(settings, rename.By) != MemberModes.Founder
            ? Refused(channel, rename, "Only its founder can rename this channel") : null;
    }

    private static Refusal Refused(Channel channel, Rename rename, string text) => new(0, "CANNOT_RENAME", channel.WireName, rename.To.Value, text);
}
