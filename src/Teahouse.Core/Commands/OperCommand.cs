using Teahouse.Core.Accounts;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>OPER. https://modern.ircdocs.horse/#oper-message</summary>
internal static class OperCommand
{
    public static readonly Command Command = new("OPER", MinParams: 2, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var engine = context.Engine;
        var user = context.Session.User!;
        var address = context.Session.Connection.Address;
        if (!engine.Limits.MayLogIn(address))
        {
            context.Reply.Numeric(Numeric.ERR_PASSWDMISMATCH, "Too many failures; try again in a minute");
            return;
        }
        var known = engine.Options.Operators.FirstOrDefault(o => string.Equals(o.Name, context[0], StringComparison.Ordinal));
        switch (await engine.Accounts.CheckConfiguredAsync(known?.Password, context[1]))
        {
            case OperOutcome.Accepted:
                await engine.Presence.ChangeAsync(user, before => before.AsOperator(known!.Privileges, known.Name), null, null);
                context.Reply.Numeric(Numeric.RPL_YOUREOPER, "You are now an IRC operator");
                context.Reply.From(user.Snapshot.Prefix, "MODE", user.Snapshot.Nick.Value, "+o");
                await engine.OperatorLog.WriteAsync(context, "OPER", "", $"from {address}");
                break;
            case OperOutcome.Busy:
                context.Reply.Numeric(Numeric.ERR_PASSWDMISMATCH, "The server is busy; try again");
                break;
            default:
                engine.Limits.LoginFailed(address);
                await engine.OperatorLog.WriteAsync(user.Snapshot.Nick.Value, "OPER refused", known?.Name ?? "unknown name", $"from {address}");
                context.Reply.Numeric(Numeric.ERR_PASSWDMISMATCH, "Password incorrect");
                break;
        }
    }
}
