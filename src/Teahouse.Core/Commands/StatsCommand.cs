using System.Globalization;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>STATS with the query u, the uptime; any other is empty. https://modern.ircdocs.horse/#stats-message</summary>
internal static class StatsCommand
{
    public static readonly Command Command = Commands.Command.Now("STATS", minParams: 1, Access.Registered, static context =>
    {
        if (OtherServer.Refused(context, 1)) return;
        if (context[0] == "u")
        {
            var up = TimeSpan.FromMilliseconds(context.Engine.Now - context.Engine.Started);
            context.Reply.Numeric(Numeric.RPL_STATSUPTIME, string.Create(CultureInfo.InvariantCulture, $"Server Up {up.Days} days {up:hh\\:mm\\:ss}"));
        }
        context.Reply.Numeric(Numeric.RPL_ENDOFSTATS, JoinCommand.Shown(context[0]), "End of /STATS report");
    });
}
