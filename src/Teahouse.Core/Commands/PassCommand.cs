namespace Teahouse.Core.Commands;

/// <summary>PASS. https://modern.ircdocs.horse/#pass-message</summary>
internal static class PassCommand
{
    public static readonly Command Command = Commands.Command.Now("PASS", minParams: 1, Access.Unregistered, context => context.Session.Registration.Password = context[0]);
}
