namespace Teahouse.Web.Messages;

/// <summary>A piece of a message that is drawn in one way.</summary>
/// <param name="Link">An http or https address; null for plain text.</param>
/// <param name="Mention">Whom the piece names.</param>
/// <param name="Fore">The text's colour, or null for that of the page.</param>
/// <param name="Back">The colour behind it, or null.</param>
public sealed record TextSpan(
    string Text, TextStyle Style = TextStyle.None, string? Link = null, Mention Mention = Mention.Nobody, Hue? Fore = null, Hue? Back = null);

[Flags]
public enum TextStyle
{
    None = 0,
    Bold = 1,
    Italic = 2,
    Underline = 4,
    Strike = 8,
    Mono = 16,
    Reverse = 32,
}

public enum Mention
{
    Nobody,
    Someone,
    Me,
}
