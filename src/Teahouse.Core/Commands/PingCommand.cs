using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>
/// PING. https://modern.ircdocs.horse/#ping-message
/// The PONG is a barrier: it comes after everything that the server had taken from anybody before, so that whoever
/// has it has also heard what was said until then, though each message is stored first.
/// </summary>
internal static class PingCommand
{
    public static readonly Command Command = new("PING", MinParams: 0, Access.Anyone, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        // What came in before and only waits for a thread gets one first.
        await Task.Yield();
        await context.Engine.InFlight.SettledAsync();
        if (context.Count > 0 && context[0].Length == 0) context.Reply.Numeric(Numeric.ERR_NOORIGIN, "No origin specified");
        else if (context.Count == 0) context.Reply.Numeric(Numeric.ERR_NEEDMOREPARAMS, "PING", "Not enough parameters");
        else context.Reply.Line("PONG", context.Session.ServerName, context[0]);
    }
}
