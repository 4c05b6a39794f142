namespace Teahouse.Web.Messages;

/// <summary>A piece of a message that is drawn in one way.</summary>
/// <param name="Link">An http or https address; null for plain text.</param>
/// <param name="Mention">Whom the piece names.</param>
public sealed record TextSpan(string Text, TextStyle Style = TextStyle.None, string? Link = null, Mention Mention = Mention.Nobody);

[Flags]
public enum TextStyle
{
    None = 0,
    Bold = 1,
    Italic = 2,
    Underline = 4,
    Strike = 8,
    Mono = 16,
}

public enum Mention
{
    Nobody,
    Someone,
    Me,
}
