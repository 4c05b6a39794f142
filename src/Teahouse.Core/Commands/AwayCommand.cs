using Teahouse.Core.Conversations;
using Teahouse.Core.Events;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>AWAY. https://modern.ircdocs.horse/#away-message</summary>
internal static class AwayCommand
{
    public static readonly Command Command = new("AWAY", MinParams: 0, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var message = Text.Cut(context.At(0), context.Engine.Options.Limits.AwayLength);
        var away = message.Length == 0 ? null : message;
        await context.Engine.Presence.ChangeAsync(
            context.Session.User!, before => before.Away == away ? null : before with { Away = away }, (EventKind.Away, away is null ? [] : [away]), null);
        if (away is null) context.Reply.Numeric(Numeric.RPL_UNAWAY, "You are no longer marked as being away");
        else context.Reply.Numeric(Numeric.RPL_NOWAWAY, "You have been marked as being away");
    }
}
