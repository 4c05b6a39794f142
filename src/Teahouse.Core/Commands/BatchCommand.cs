namespace Teahouse.Core.Commands;

/// <summary>
/// BATCH from a client: the frame of a message of several lines. The dispatcher gives it to its <see cref="MultilineInput"/>.
/// https://ircv3.net/specs/extensions/client-batch
/// </summary>
internal static class BatchCommand
{
    public static readonly Command Command = new("BATCH", MinParams: 1, Access.Registered, Gathered);

    private static ValueTask Gathered(CommandContext context) =>
        throw new InvalidOperationException("BATCH is run by the dispatcher");
}
