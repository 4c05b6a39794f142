using Teahouse.Core.Operators;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>REHASH: reads the configuration again; what can change does. https://modern.ircdocs.horse/#rehash-message</summary>
internal static class RehashCommand
{
    public static readonly Command Command = new("REHASH", MinParams: 0, Access.Operator, RunAsync) { Needs = OperatorPrivileges.Rehash };

    private static async ValueTask RunAsync(CommandContext context)
    {
        var result = context.Engine.Rehash();
        context.Reply.Numeric(Numeric.RPL_REHASHING, JoinCommand.Shown(result.File), "Rehashing");
        foreach (var problem in result.Problems) await Bans.SayAsync(context, problem);
        if (!result.Problems.IsEmpty) context.Reply.Fail("REHASH", "INVALID_CONFIGURATION", "Nothing was changed");
        else
        {
            await Bans.SayAsync(context, result.Applied.IsEmpty ? "Nothing is different" : $"Changed: {string.Join(", ", result.Applied)}");
            if (!result.Later.IsEmpty) await Bans.SayAsync(context, $"With the next start: {string.Join(", ", result.Later)}");
        }
        await context.Engine.OperatorLog.WriteAsync(context, "REHASH", "", result.Problems.IsEmpty ? string.Join(", ", result.Applied) : "refused");
    }
}
