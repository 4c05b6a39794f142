using Teahouse.Core.Delivery;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>ISUPPORT: all of 005, also before registration. https://ircv3.net/specs/extensions/extended-isupport</summary>
internal static class ISupportCommand
{
    public static readonly Command Command = Commands.Command.Now("ISUPPORT", minParams: 0, Access.Anyone, static context =>
    {
        var session = context.Session;
        if (session.User is null && !session.Has(CapabilitySet.ExtendedISupport)) context.Reply.Numeric(Numeric.ERR_NOTREGISTERED, "You have not registered");
        else SessionGreeting.ISupport(session, context.Reply);
    });
}
