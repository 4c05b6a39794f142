using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Core.Sessions;

namespace Teahouse.Core.Commands;

/// <summary>SETNAME. https://ircv3.net/specs/extensions/setname</summary>
internal static class SetnameCommand
{
    public static readonly Command Command = new("SETNAME", MinParams: 1, Access.Registered, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var name = context[0];
        if (name.Length == 0 || Text.Cut(name, UserCommandLimits.RealName) != name)
        {
            context.Reply.Fail("SETNAME", "INVALID_REALNAME", "Realname is not valid");
            return;
        }
        await context.Engine.Presence.ChangeAsync(
            context.Session.User!, before => before with { RealName = name }, (EventKind.Setname, [name]), context.Reply.Origin);
        if (context.Session.Has(CapabilitySet.Setname)) context.Reply.AnsweredByEvent();
    }
}
