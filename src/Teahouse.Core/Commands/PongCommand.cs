namespace Teahouse.Core.Commands;

/// <summary>PONG: every line proves that the peer lives, so nothing is left to do. https://modern.ircdocs.horse/#pong-message</summary>
internal static class PongCommand
{
    public static readonly Command Command = Commands.Command.Now("PONG", minParams: 0, Access.Anyone, static _ => { });
}
