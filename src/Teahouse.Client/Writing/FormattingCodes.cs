namespace Teahouse.Client;

/// <summary>The formatting characters of IRC (https://modern.ircdocs.horse/formatting): each one turns its style on or off.</summary>
public static class FormattingCodes
{
    public const char Bold = '\x02';
    public const char Colour = '\x03';
    public const char HexColour = '\x04';
    public const char Reset = '\x0F';
    public const char Monospace = '\x11';
    public const char Reverse = '\x16';
    public const char Italic = '\x1D';
    public const char Strike = '\x1E';
    public const char Underline = '\x1F';

    /// <summary>
    /// Whether a line belongs to a block of code: it is monospace from its first character to its end, where formatting ends by itself.
    /// Code within a sentence is closed, so that even a block of one line is told apart from it.
    /// </summary>
    public static bool IsCodeLine(ReadOnlySpan<char> line) => line.Length > 0 && line[0] == Monospace && line[1..].IndexOf(Monospace) < 0;
}
