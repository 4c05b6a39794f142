using Teahouse.Core.Conversations;
using Teahouse.Core.Operators;

namespace Teahouse.Core.Commands;

/// <summary>SAPART: an operator takes somebody out of a channel.</summary>
internal static class SapartCommand
{
    public static readonly Command Command = new("SAPART", MinParams: 2, Access.Operator, RunAsync) { Needs = OperatorPrivileges.Rooms };

    private static async ValueTask RunAsync(CommandContext context)
    {
        if (await SaTarget.FindAsync(context, context[0], context[1]) is not var (user, name)) return;
        var reason = Text.Cut(context.At(2), context.Engine.Options.Limits.KickLength);
        var outcome = await context.Engine.Presence.PartAsync(user, name, reason, null);
        if (outcome.Status == OutcomeStatus.Done) await context.Engine.OperatorLog.WriteAsync(context, "SAPART", user.Snapshot.Prefix, name.Value);
        else Refusals.Answer(context.Session, context.Reply, outcome, "SAPART", name.Value);
    }
}
