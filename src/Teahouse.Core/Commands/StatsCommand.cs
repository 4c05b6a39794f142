using System.Globalization;
using Teahouse.Core.Operators;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>
/// STATS: u, how long the server is up, and m, how often commands were used, for everybody; k and d, bans, l, connections, and o, who may
/// become an operator, for operators who may know it. Any other query is empty. https://modern.ircdocs.horse/#stats-message
/// </summary>
internal static class StatsCommand
{
    public static readonly Command Command = new("STATS", MinParams: 1, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        if (OtherServer.Refused(context, 1)) return;
        var query = context[0].Length == 1 ? context[0][0] : ' ';
        var needed = query switch
        {
            'k' or 'K' or 'd' or 'D' => OperatorPrivileges.Ban,
            'l' or 'L' or 'o' or 'O' => OperatorPrivileges.Audit,
            _ => OperatorPrivileges.None,
        };
        var user = context.Session.User!.Snapshot;
        if (needed == OperatorPrivileges.None || user.May(needed)) await AnswerAsync(context, query);
        else if (user.Operator) context.Reply.Numeric(Numeric.ERR_NOPRIVS, OperatorPrivilegeNames.Name(needed), "Insufficient oper privileges");
        else context.Reply.Numeric(Numeric.ERR_NOPRIVILEGES, "Permission denied: you are not an operator");
        context.Reply.Numeric(Numeric.RPL_ENDOFSTATS, JoinCommand.Shown(context[0]), "End of /STATS report");
    }

    private static async ValueTask AnswerAsync(CommandContext context, char query)
    {
        var engine = context.Engine;
        switch (query)
        {
            case 'u':
                var up = TimeSpan.FromMilliseconds(engine.Now - engine.Started);
                context.Reply.Numeric(Numeric.RPL_STATSUPTIME, string.Create(CultureInfo.InvariantCulture, $"Server Up {up.Days} days {up:hh\\:mm\\:ss}"));
                break;
            case 'm' or 'M':
                foreach (var (name, count) in engine.Uses.All) context.Reply.Numeric(Numeric.RPL_STATSCOMMANDS, name, Text(count));
                break;
            case 'k' or 'K':
                await BansAsync(context, Numeric.RPL_STATSKLINE, "K", BanKind.Mask);
                break;
            case 'd' or 'D':
                await BansAsync(context, Numeric.RPL_STATSDLINE, "D", BanKind.Network);
                break;
            case 'o' or 'O':
                foreach (var known in engine.Options.Operators) context.Reply.Numeric(Numeric.RPL_STATSOLINE, "O", "*", "*", known.Name);
                break;
            case 'l' or 'L':
                foreach (var session in engine.Sessions()) await ConnectionAsync(context, session);
                break;
        }
    }

    private static async ValueTask BansAsync(CommandContext context, int numeric, string letter, BanKind kind)
    {
        foreach (var ban in context.Engine.Bans.All.Where(b => b.Kind == kind))
        {
            context.Reply.Numeric(numeric, letter, ban.Mask, "*", "*", ban.Reason.Length == 0 ? "No reason given" : ban.Reason);
            await context.Reply.FlushIfLargeAsync();
        }
    }

    /// <summary>Name, bytes that wait for it, and seconds that it is open; what went over it is not counted.</summary>
    private static ValueTask ConnectionAsync(CommandContext context, Session session)
    {
        var name = session.User is { } user ? user.Snapshot.Nick.Value : "*";
        var open = (context.Engine.Now - session.Connected) / 1000;
        context.Reply.Numeric(Numeric.RPL_STATSLINKINFO, $"{name}[{session.Connection.Address}]", Text(session.Subscriber.Queue.Waiting), "0", "0", "0", "0", Text(open));
        return context.Reply.FlushIfLargeAsync();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
