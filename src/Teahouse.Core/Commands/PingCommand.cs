using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>
/// PING. https://modern.ircdocs.horse/#ping-message
/// The PONG is a barrier: it comes after everything that had reached the server from anybody before, so that whoever
/// has it has also heard what was said until then, though each message is stored first. What comes over a WebSocket may be later.
/// </summary>
internal static class PingCommand
{
    private const int Hops = 8;

    public static readonly Command Command = new("PING", MinParams: 0, Access.Anyone, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        await context.Engine.Arrivals();
        // What came in before and only waits for a thread gets one first; a WebSocket's line changes threads several times.
        for (var i = 0; i < Hops; i++) await Task.Yield();
        await context.Engine.InFlight.SettledAsync();
        // Whoever has the PONG may say more: until this session listens again, that is not in anybody's hands.
        context.Session.StayInFlight();
        if (context.Count > 0 && context[0].Length == 0) context.Reply.Numeric(Numeric.ERR_NOORIGIN, "No origin specified");
        else if (context.Count == 0) context.Reply.Numeric(Numeric.ERR_NEEDMOREPARAMS, "PING", "Not enough parameters");
        else context.Reply.Line("PONG", context.Session.ServerName, context[0]);
    }
}
