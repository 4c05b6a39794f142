using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>MOTD. https://modern.ircdocs.horse/#motd-message</summary>
internal static class MotdCommand
{
    public static readonly Command Command = Commands.Command.Now("MOTD", minParams: 0, Access.Registered, context =>
    {
        if (OtherServer.Refused(context, 0)) return;
        Answer(context.Session, context.Reply);
    });

    public static void Answer(Session session, Reply reply)
    {
        var lines = session.Engine.Options.Motd;
        if (lines.IsEmpty)
        {
            reply.Numeric(Numeric.ERR_NOMOTD, "MOTD File is missing");
            return;
        }
        reply.Numeric(Numeric.RPL_MOTDSTART, $"- {session.ServerName} Message of the day - ");
        foreach (var line in lines) reply.Numeric(Numeric.RPL_MOTD, "- " + line);
        reply.Numeric(Numeric.RPL_ENDOFMOTD, "End of /MOTD command.");
    }
}
