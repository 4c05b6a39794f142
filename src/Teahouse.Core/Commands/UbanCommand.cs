using Teahouse.Core.Operators;

namespace Teahouse.Core.Commands;

/// <summary>UBAN: bans on networks, addresses, accounts and masks, in one place.</summary>
internal static class UbanCommand
{
    public static readonly Command Command = new("UBAN", MinParams: 1, Access.Operator, RunAsync) { Needs = OperatorPrivileges.Ban };

    private static async ValueTask RunAsync(CommandContext context)
    {
        switch (context[0].ToUpperInvariant())
        {
            case "ADD" when context.Count > 1:
                await AddAsync(context);
                break;
            case "DEL" when context.Count > 1:
                await Bans.RemoveAsync(context, "UBAN", BanTarget.Parse(context[1]), context[1]);
                break;
            case "LIST":
                var bans = context.Engine.Bans.All.ToList();
                foreach (var ban in bans) await Bans.SayAsync(context, Bans.Describe(context, ban));
                await Bans.SayAsync(context, bans.Count == 1 ? "1 ban" : $"{bans.Count} bans");
                break;
            case "INFO" when context.Count > 1:
                await BanInformation.SayAsync(context, context[1]);
                break;
            case "ADD" or "DEL" or "INFO":
                context.Reply.Numeric(Protocol.Numeric.ERR_NEEDMOREPARAMS, "UBAN", "Not enough parameters");
                break;
            default:
                context.Reply.Fail("UBAN", "INVALID_PARAMS", JoinCommand.Shown(context[0]), "UBAN ADD|DEL|LIST|INFO");
                break;
        }
    }

    /// <summary>UBAN ADD target [SILENT] [duration] [reason ...].</summary>
    private static async ValueTask AddAsync(CommandContext context)
    {
        var next = 2;
        var silent = context.At(next).Equals("SILENT", StringComparison.OrdinalIgnoreCase);
        if (silent) next++;
        var timed = BanDuration.TryParse(context.At(next), minutes: false, out var duration);
        if (timed) next++;
        var reason = string.Join(' ', Enumerable.Range(next, Math.Max(0, context.Count - next)).Select(i => context[i]));
        await Bans.AddAsync(context, "UBAN", BanTarget.Parse(context[1]), context[1], duration, silent, reason);
    }
}
