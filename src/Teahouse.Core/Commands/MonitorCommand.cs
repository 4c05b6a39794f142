using System.Collections.Immutable;
using System.Globalization;
using Teahouse.Core.Names;
using Teahouse.Core.Network;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>MONITOR. https://ircv3.net/specs/extensions/monitor</summary>
internal static class MonitorCommand
{
    public static readonly Command Command = new("MONITOR", MinParams: 1, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var watched = context.Session.Watched;
        switch (context[0].ToUpperInvariant())
        {
            case "+" when context.Count > 1:
                await AddAsync(context, context[1]);
                break;
            case "-" when context.Count > 1:
                foreach (var text in context[1].Split(',', StringSplitOptions.RemoveEmptyEntries))
                    if (Nick.TryParse(text, out var nick) && watched.Remove(nick)) await context.Engine.Network.UnwatchAsync(context.Session.Id, [nick]);
                break;
            case "C":
                await context.Engine.Network.UnwatchAsync(context.Session.Id, [.. watched]);
                watched.Clear();
                break;
            case "L":
                Numerics(context.Reply, Numeric.RPL_MONLIST, watched.Select(n => n.Value));
                context.Reply.Numeric(Numeric.RPL_ENDOFMONLIST, "End of MONITOR list");
                break;
            case "S":
                await ShowAllAsync(context.Session, context.Reply);
                break;
            default:
                context.Reply.Numeric(Numeric.ERR_NEEDMOREPARAMS, "MONITOR", "Not enough parameters");
                break;
        }
    }

    private static async ValueTask AddAsync(CommandContext context, string targets)
    {
        var limit = context.Engine.Options.Limits.MonitorEntries;
        var watched = context.Session.Watched;
        var added = ImmutableArray.CreateBuilder<Nick>();
        var texts = targets.Split(',', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < texts.Length; i++)
        {
            if (!Nick.TryParse(texts[i], out var nick) || !NameRules.TryNick(texts[i], context.Engine.Options, out _))
            {
                context.Reply.Numeric(Numeric.ERR_ERRONEUSNICKNAME, JoinCommand.Shown(texts[i]), "Erroneous nickname");
                continue;
            }
            if (watched.Contains(nick)) continue;
            if (limit > 0 && watched.Count >= limit)
            {
                context.Reply.Numeric(Numeric.ERR_MONLISTFULL, limit.ToString(CultureInfo.InvariantCulture), string.Join(',', texts[i..]), "Monitor list is full");
                break;
            }
            watched.Add(nick);
            added.Add(nick);
            await context.Engine.Network.WatchAsync(context.Session.Id, nick);
        }
        var online = await ShowAsync(context.Session, context.Reply, added.DrainToImmutable());
        await MetadataGreeting.WatchedAsync(context.Session, context.Reply, online);
    }

    /// <summary>Who of those that the session watches is there, and who is not.</summary>
    public static async ValueTask ShowAllAsync(Session session, Reply reply) => await ShowAsync(session, reply, [.. session.Watched]);

    private static async ValueTask<List<UserView>> ShowAsync(Session session, Reply reply, ImmutableArray<Nick> nicks)
    {
        List<UserView> online = [];
        List<string> offline = [];
        foreach (var nick in nicks)
        {
            if (await session.Engine.Network.FindUserAsync(nick) is { Online: true } found) online.Add(found);
            else offline.Add(nick.Value);
        }
        Numerics(reply, Numeric.RPL_MONONLINE, online.Select(u => u.User.Prefix));
        Numerics(reply, Numeric.RPL_MONOFFLINE, offline);
        return online;
    }

    private static void Numerics(Reply reply, int numeric, IEnumerable<string> names)
    {
        foreach (var line in CapabilityList.Lines(names, 400))
            if (line.Length > 0) reply.Numeric(numeric, line.Replace(' ', ','));
    }
}
