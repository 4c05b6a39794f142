using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>AWAY, with draft/pre-away before registration too. https://modern.ircdocs.horse/#away-message, https://ircv3.net/specs/extensions/pre-away</summary>
internal static class AwayCommand
{
    public static readonly Command Command = new("AWAY", MinParams: 0, Access.Anyone, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var session = context.Session;
        var early = session.Has(CapabilitySet.PreAway);
        if (session.User is null && !early)
        {
            context.Reply.Numeric(Numeric.ERR_NOTREGISTERED, "You have not registered");
            return;
        }
        var message = Text.Cut(context.At(0), context.Engine.Options.Limits.AwayLength);
        var away = message.Length == 0 ? null : message;
        session.Absent = early && away == Presence.NobodyThere;
        if (session.User is not { } user) session.Registration.Away = away;
        else if (session.Absent) await context.Engine.Presence.SettleAwayAsync(user);
        else await context.Engine.Presence.AwayAsync(user, away);
        if (away is null) context.Reply.Numeric(Numeric.RPL_UNAWAY, "You are no longer marked as being away");
        else context.Reply.Numeric(Numeric.RPL_NOWAWAY, "You have been marked as being away");
    }
}
