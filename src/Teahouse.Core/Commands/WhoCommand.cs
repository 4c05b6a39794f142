using System.Collections.Immutable;
using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Network;
using Teahouse.Core.Sessions;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>WHO and WHOX. https://modern.ircdocs.horse/#who-message, https://ircv3.net/specs/extensions/whox</summary>
internal static class WhoCommand
{
    public static readonly Command Command = new("WHO", MinParams: 1, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var mask = context[0];
        var fields = WhoxFields.Parse(context.At(1));
        if (mask.StartsWith('#')) await ChannelAsync(context, mask, fields);
        else if (Mask.HasWildcard(mask)) await MaskAsync(context, mask, fields);
        else if (Nick.TryParse(mask, out var nick) && await context.Engine.Network.FindUserAsync(nick) is { } found)
            await LineAsync(context, fields, found, null);
        context.Reply.Numeric(Numeric.RPL_ENDOFWHO, JoinCommand.Shown(mask), "End of WHO list");
    }

    private static async ValueTask ChannelAsync(CommandContext context, string mask, WhoxFields? fields)
    {
        if (!ChannelName.TryParse(mask, out var name) || (await context.Engine.Network.Channel(name).AskAsync(new Look())).View is not { } view) return;
        var inside = view.Member(context.Session.User!.Id) is not null;
        if (!inside && view.Settings.Has(ChannelFlags.Secret)) return;
        foreach (var member in view.Members)
        {
            if ((!inside && member.User.Invisible) || !view.Shows(member, context.Session.User!.Id)) continue;
            await LineAsync(context, fields, new UserView(member.User, [], 0, 0, true), (view.Settings.Name, member.Modes));
        }
    }

    /// <summary>Invisible users only to those who share a channel with them.</summary>
    private static async ValueTask MaskAsync(CommandContext context, string mask, WhoxFields? fields)
    {
        var asker = context.Session.User!;
        var own = asker.Channels.ToImmutableHashSet();
        foreach (var found in await context.Engine.Network.UsersAsync())
        {
            var user = found.User;
            if (user.Invisible && user.Id != asker.Id && !found.Channels.Any(own.Contains)) continue;
            if (Matches(mask, user.Nick.Value) || Matches(mask, user.Username) || Matches(mask, user.Host) || Matches(mask, user.RealName))
                await LineAsync(context, fields, found, null);
        }
    }

    private static bool Matches(string mask, string text) => Mask.Matches(AsciiCase.Fold(mask), AsciiCase.Fold(text));

    private static async ValueTask LineAsync(CommandContext context, WhoxFields? fields, UserView found, (string Channel, MemberModes Modes)? place)
    {
        place ??= await SharedAsync(context, found);
        var user = found.User;
        var multi = context.Session.Has(CapabilitySet.MultiPrefix);
        var flags = (user.Away is null ? "H" : "G") + (user.Operator ? "*" : "") + (user.Has(UserModes.Bot) ? "B" : "") + (user.Guest ? ServerSupport.GuestFlag : "") + (place is var (_, modes) ? SessionGreeting.Prefix(modes, multi) : "");
        var channel = place?.Channel ?? "*";
        if (fields is null)
            context.Reply.Numeric(Numeric.RPL_WHOREPLY, channel, user.Username, user.Host, context.Session.ServerName, user.Nick.Value, flags, "0 " + user.RealName);
        else
            context.Reply.Numeric(Numeric.RPL_WHOSPCRPL, fields.Line(context, found, channel, flags).AsSpan());
        await context.Reply.FlushIfLargeAsync();
    }

    /// <summary>A channel that the asker may know of, for a user that was found otherwise.</summary>
    private static async ValueTask<(string, MemberModes)?> SharedAsync(CommandContext context, UserView found)
    {
        foreach (var name in found.Channels)
        {
            if ((await context.Engine.Network.Channel(name).AskAsync(new Look())).View is not { } view || view.Member(found.User.Id) is not { } member) continue;
            if (!view.IsKnownTo(context.Session.User!.Id) || !view.Shows(member, context.Session.User!.Id)) continue;
            return (view.Settings.Name, member.Modes);
        }
        return null;
    }
}
