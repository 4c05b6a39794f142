namespace Teahouse.Web.Composer;

/// <summary>What may be written with a slash, as <see cref="Composed"/> reads it.</summary>
/// <param name="Name">With its slash.</param>
/// <param name="Wants">What follows it; null: nothing.</param>
public sealed record ComposerCommand(string Name, Text? Wants, Text Does, bool InRoomsOnly = false)
{
    public static IReadOnlyList<ComposerCommand> All { get; } =
    [
        new("/me", CommandTexts.MeWants, CommandTexts.Me),
        new("/join", CommandTexts.JoinWants, CommandTexts.Join),
        new("/msg", CommandTexts.MsgWants, CommandTexts.Msg),
        new("/away", CommandTexts.AwayWants, CommandTexts.Away),
        new("/back", null, CommandTexts.Back),
        new("/topic", CommandTexts.TopicWants, CommandTexts.Topic, InRoomsOnly: true),
        new("/part", null, CommandTexts.Part, InRoomsOnly: true),
    ];
}
