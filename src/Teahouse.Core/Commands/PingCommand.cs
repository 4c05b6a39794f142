using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>PING. https://modern.ircdocs.horse/#ping-message</summary>
internal static class PingCommand
{
    public static readonly Command Command = Commands.Command.Now("PING", minParams: 0, Access.Anyone, Run);

    private static void Run(CommandContext context)
    {
        if (context.At(0).Length == 0) context.Reply.Numeric(Numeric.ERR_NEEDMOREPARAMS, "PING", "Not enough parameters");
        else context.Reply.Line("PONG", context.Session.ServerName, context[0]);
    }
}
