using Teahouse.Core.Conversations;

namespace Teahouse.Core.Commands;

/// <summary>QUIT. https://modern.ircdocs.horse/#quit-message</summary>
internal static class QuitCommand
{
    public static readonly Command Command = Commands.Command.Now("QUIT", minParams: 0, Access.Anyone, Run);

    private static void Run(CommandContext context)
    {
        context.Session.Quit = Text.Cut(context.At(0), context.Engine.Options.Limits.KickLength) is { Length: > 0 } reason ? "Quit: " + reason : "Quit";
        if (context.Session.User is { } user) context.Reply.From(user.Snapshot.Prefix, "QUIT", context.Session.Quit);
        context.Session.Close(context.Session.Quit);
    }
}
