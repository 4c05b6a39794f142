using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>INFO. https://modern.ircdocs.horse/#info-message</summary>
internal static class InfoCommand
{
    public static readonly Command Command = Commands.Command.Now("INFO", minParams: 0, Access.Registered, static context =>
    {
        if (OtherServer.Refused(context, 0)) return;
        context.Reply.Numeric(Numeric.RPL_INFO, $"{context.Engine.Options.Version}: self-hosted chat over IRC and the web");
        context.Reply.Numeric(Numeric.RPL_INFO, $"This server was started {ServerTime.Format(context.Engine.Started)}");
        context.Reply.Numeric(Numeric.RPL_ENDOFINFO, "End of /INFO list");
    });
}
