using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>Commands about other servers: this one links with none. https://modern.ircdocs.horse/#connect-message</summary>
internal static class LinkCommands
{
    public static readonly Command Connect = Commands.Command.Now("CONNECT", minParams: 1, Access.Operator, NoSuchServer);
    public static readonly Command Squit = Commands.Command.Now("SQUIT", minParams: 2, Access.Operator, NoSuchServer);

    /// <summary>What a server would say instead of NICK and USER; RFC 2813, section 4.1.2.</summary>
    public static readonly Command Server = Commands.Command.Now("SERVER", minParams: 0, Access.Unregistered, static context => context.Session.Close("This server does not link with others"));

    /// <summary>RFC 2812, section 3.1.6: services are part of the server.</summary>
    public static readonly Command Service = Commands.Command.Now("SERVICE", minParams: 0, Access.Unregistered, static context => context.Session.Close("Services are part of this server"));

    private static void NoSuchServer(CommandContext context) =>
        context.Reply.Numeric(Numeric.ERR_NOSUCHSERVER, JoinCommand.Shown(context[0]), "This server does not link with others");
}
