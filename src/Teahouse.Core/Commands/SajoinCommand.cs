using Teahouse.Core.Conversations;
using Teahouse.Core.Operators;

namespace Teahouse.Core.Commands;

/// <summary>SAJOIN: an operator brings somebody, or itself, into a channel whatever its modes say.</summary>
internal static class SajoinCommand
{
    public static readonly Command Command = new("SAJOIN", MinParams: 1, Access.Operator, RunAsync) { Needs = OperatorPrivileges.Rooms };

    private static async ValueTask RunAsync(CommandContext context)
    {
        var text = context.Count == 1 ? context.Session.NickOrStar : context[0];
        if (await SaTarget.FindAsync(context, text, context.Count == 1 ? context[0] : context[1]) is not var (user, name)) return;
        var outcome = await context.Engine.Presence.JoinAsync(user, null, name, "", null, forced: true);
        if (outcome is not { Status: OutcomeStatus.Done, View: { } view })
        {
            Refusals.Answer(context.Session, context.Reply, outcome, "SAJOIN", name.Value);
            return;
        }
        await JoinCommand.GreetAsync(user, null, view);
        await context.Engine.OperatorLog.WriteAsync(context, "SAJOIN", user.Snapshot.Prefix, name.Value);
    }
}
