using System.Globalization;
using Teahouse.Core.Operators;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>AUDIT: all about an account, or without one, what operators did.</summary>
internal static class AuditCommand
{
    private const int Usual = 50;
    private const int Most = 500;

    public static readonly Command Command = new("AUDIT", MinParams: 1, Access.Operator, RunAsync) { Needs = OperatorPrivileges.Audit };

    private static async ValueTask RunAsync(CommandContext context)
    {
        if (!context[0].Equals("LOG", StringComparison.OrdinalIgnoreCase) && !context[0].Equals("ACCOUNT", StringComparison.OrdinalIgnoreCase))
        {
            context.Reply.Fail("AUDIT", "INVALID_PARAMS", JoinCommand.Shown(context[0]), "AUDIT ACCOUNT <account or nick>, or AUDIT LOG [<number>]");
            return;
        }
        if (context[0].Equals("ACCOUNT", StringComparison.OrdinalIgnoreCase))
        {
            if (context.Count > 1) await AccountAudit.SayAsync(context, "AUDIT", context[1]);
            else context.Reply.Numeric(Numeric.ERR_NEEDMOREPARAMS, "AUDIT", "Not enough parameters");
            return;
        }
        var most = int.TryParse(context.At(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? Math.Min(number, Most) : Usual;
        var entries = await context.Engine.OperatorLog.ReadAsync(most);
        foreach (var entry in entries.Reverse())
            await Bans.SayAsync(context, $"{ServerTime.Format(entry.Time)} {entry.Operator}: {entry.Action} {entry.Target} {entry.Detail}".TrimEnd());
        await Bans.SayAsync(context, $"{entries.Count} entries");
    }
}
