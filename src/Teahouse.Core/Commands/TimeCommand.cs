using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>TIME, in UTC. https://modern.ircdocs.horse/#time-message</summary>
internal static class TimeCommand
{
    public static readonly Command Command = Commands.Command.Now("TIME", minParams: 0, Access.Registered, static context =>
    {
        if (OtherServer.Refused(context, 0)) return;
        context.Reply.Numeric(Numeric.RPL_TIME, context.Session.ServerName, ServerTime.Format(context.Engine.Now));
    });
}
