using System.Globalization;
using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Metadata;
using Teahouse.Core.Network;
using Teahouse.Core.Operators;
using Teahouse.Core.Sessions;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>WHOIS. https://modern.ircdocs.horse/#whois-message</summary>
internal static class WhoisCommand
{
    public static readonly Command Command = new("WHOIS", MinParams: 0, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        if (context.At(0).Length == 0)
        {
            context.Reply.Numeric(Numeric.ERR_NONICKNAMEGIVEN, "No nickname given");
            return;
        }
        if (context.Count > 1 && OtherServer.Refused(context, 0)) return;
        var text = (context.Count > 1 ? context[1] : context[0]).Split(',')[0];
        if (Nick.TryParse(text, out var nick) && await context.Engine.Network.FindUserAsync(nick) is { } found) await DescribeAsync(context, found);
        else context.Reply.Numeric(Numeric.ERR_NOSUCHNICK, JoinCommand.Shown(text), "No such nick");
        context.Reply.Numeric(Numeric.RPL_ENDOFWHOIS, JoinCommand.Shown(text), "End of /WHOIS list");
    }

    private static async ValueTask DescribeAsync(CommandContext context, UserView found)
    {
        var user = found.User;
        var nick = user.Nick.Value;
        context.Reply.Numeric(Numeric.RPL_WHOISUSER, nick, user.Username, user.Host, "*", user.RealName);
        var channels = await ChannelsAsync(context, found);
        if (channels.Count > 0)
            foreach (var line in CapabilityList.Lines(channels, 400))
                context.Reply.Numeric(Numeric.RPL_WHOISCHANNELS, nick, line);
        context.Reply.Numeric(Numeric.RPL_WHOISSERVER, nick, context.Session.ServerName, context.Engine.Options.Description);
        if (user.Operator) context.Reply.Numeric(Numeric.RPL_WHOISOPERATOR, nick, "is an operator");
        if (user.Has(UserModes.Bot)) context.Reply.Numeric(Numeric.RPL_WHOISBOT, nick, "is a bot");
        if (user.Account is { } account) context.Reply.Numeric(Numeric.RPL_WHOISACCOUNT, nick, account, "is logged in as");
        if (user.Guest) context.Reply.Numeric(Numeric.RPL_WHOISSPECIAL, nick, "is a guest");
        if (user.Secure) context.Reply.Numeric(Numeric.RPL_WHOISSECURE, nick, "is using a secure connection");
        if (user.Away is { } away) context.Reply.Numeric(Numeric.RPL_AWAY, nick, away);
        context.Reply.Numeric(
            Numeric.RPL_WHOISIDLE, nick, (found.Idle / 1000).ToString(CultureInfo.InvariantCulture),
            (found.SignOn / 1000).ToString(CultureInfo.InvariantCulture), "seconds idle, signon time");
        await MetadataAsync(context, user);
        Private(context, user);
    }

    /// <summary>What is nobody's business but the user's own, and operators': each session sees its own address.</summary>
    private static void Private(CommandContext context, UserSnapshot user)
    {
        var asker = context.Session.User!;
        IEnumerable<Session> shown = user.Id == asker.Id ? [context.Session]
            : asker.Snapshot.May(OperatorPrivileges.Audit) && context.Engine.Users.Find(user.Id) is { } found ? found.Sessions : [];
        var nick = user.Nick.Value;
        var any = false;
        foreach (var session in shown)
        {
            any = true;
            var (address, fingerprint) = (session.Connection.Address.ToString(), session.Connection.CertificateFingerprint);
            context.Reply.Numeric(Numeric.RPL_WHOISACTUALLY, nick, $"{user.Username}@{user.Host}", address, "is actually using");
            if (fingerprint is not null) context.Reply.Numeric(Numeric.RPL_WHOISCERTFP, nick, $"has client certificate fingerprint {fingerprint}");
        }
        if (any) context.Reply.Numeric(Numeric.RPL_WHOISMODES, nick, $"is using modes {UserModeLetters.Of(user)}");
    }

    /// <summary>The first keys that everybody may see. https://ircv3.net/specs/extensions/metadata#rpl_whoiskeyvalue-numeric</summary>
    private static async ValueTask MetadataAsync(CommandContext context, UserSnapshot user)
    {
        const int most = 20;
        if (!context.Session.Has(CapabilitySet.Metadata) && !context.Session.Has(CapabilitySet.Metadata3)) return;
        var entries = MetadataRules.Listed(await context.Engine.Network.MetadataAsync(user.Identity));
        foreach (var (key, value) in entries.Where(e => !MetadataKey.IsPrivate(e.Key)).Take(most))
            context.Reply.Numeric(Numeric.RPL_WHOISKEYVALUE, user.Nick.Value, key, MetadataKey.Visibility(key), value!);
    }

    /// <summary>An invisible user's and a secret channel only to those who share it.</summary>
    private static async ValueTask<List<string>> ChannelsAsync(CommandContext context, UserView found)
    {
        var asker = context.Session.User!.Id;
        var multi = context.Session.Has(CapabilitySet.MultiPrefix);
        List<string> shown = [];
        foreach (var name in found.Channels)
        {
            if ((await context.Engine.Network.Channel(name).AskAsync(new Look())).View is not { } view) continue;
            var shared = view.Member(asker) is not null;
            if (!shared && (found.User.Invisible || view.Settings.Has(ChannelFlags.Secret))) continue;
            if (view.Member(found.User.Id) is { } member && (found.User.Id == asker || view.Shows(member, asker))) shown.Add(SessionGreeting.Prefix(member.Modes, multi) + view.Settings.Name);
        }
        return shown;
    }
}
