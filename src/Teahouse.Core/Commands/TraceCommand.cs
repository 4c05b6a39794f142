using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>TRACE: all ways are short where there is one server. RFC 2812, section 3.4.8</summary>
internal static class TraceCommand
{
    public static readonly Command Command = new("TRACE", MinParams: 0, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        if (OtherServer.Refused(context, 0)) return;
        var asked = Nick.TryParse(context.At(0), out var nick) ? await context.Engine.Network.FindUserAsync(nick) : null;
        if ((asked?.User ?? (context.At(0).Length == 0 ? context.Session.User!.Snapshot : null)) is { } user)
        {
            var (numeric, kind) = user.Operator ? (Numeric.RPL_TRACEOPERATOR, "Operator") : (Numeric.RPL_TRACEUSER, "User");
            context.Reply.Numeric(numeric, kind, "users", user.Prefix);
        }
        context.Reply.Numeric(Numeric.RPL_TRACEEND, context.Session.ServerName, context.Engine.Options.Version, "End of TRACE");
    }
}
