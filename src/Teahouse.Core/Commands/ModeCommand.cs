namespace Teahouse.Core.Commands;

/// <summary>MODE. https://modern.ircdocs.horse/#mode-message</summary>
internal static class ModeCommand
{
    public static readonly Command Command = new("MODE", MinParams: 1, Access.Registered, RunAsync);

    private static ValueTask RunAsync(CommandContext context) =>
        context[0].StartsWith('#') ? ChannelModeCommand.RunAsync(context) : UserModeCommand.RunAsync(context);
}
