using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Core.Operators;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>KILL. https://modern.ircdocs.horse/#kill-message</summary>
internal static class KillCommand
{
    public static readonly Command Command = new("KILL", MinParams: 1, Access.Operator, RunAsync) { Needs = OperatorPrivileges.Kill };

    private static async ValueTask RunAsync(CommandContext context)
    {
        if (AsciiCase.Equals(context[0], context.Session.ServerName))
        {
            context.Reply.Numeric(Numeric.ERR_CANTKILLSERVER, "You can't kill a server!");
            return;
        }
        if (!Nick.TryParse(context[0], out var nick) || await context.Engine.Network.FindUserAsync(nick) is not { } found)
        {
            context.Reply.Numeric(Numeric.ERR_NOSUCHNICK, JoinCommand.Shown(context[0]), "No such nick");
            return;
        }
        var by = context.Session.User!.Snapshot;
        var reason = Text.Cut(context.At(1).Length == 0 ? "No reason given" : context[1], context.Engine.Options.Limits.KickLength);
        var killed = new Event(EventKind.Kill, default, context.Engine.Now, null, by.Source, [found.User.Nick.Value, reason], Tags.Empty);
        await context.Engine.Network.TellAsync([found.User.Id], killed, CapabilitySet.None);
        await context.Engine.OperatorLog.WriteAsync(context, "KILL", found.User.Prefix, reason);
        await context.Engine.Presence.ExpelAsync(found.User.Id, $"Killed ({by.Nick.Value} ({reason}))");
    }
}
