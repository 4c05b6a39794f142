using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>VERSION. https://modern.ircdocs.horse/#version-message</summary>
internal static class VersionCommand
{
    public static readonly Command Command = Commands.Command.Now("VERSION", minParams: 0, Access.Registered, context =>
    {
        if (OtherServer.Refused(context, 0)) return;
        var options = context.Engine.Options;
        context.Reply.Numeric(Numeric.RPL_VERSION, options.Version, options.Name, options.Description);
        SessionGreeting.ISupport(context.Session, context.Reply);
    });
}
