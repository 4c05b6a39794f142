using System.Buffers;

namespace Teahouse.Protocol;

/// <summary>The rules that keep a text inside its place on the line: what is checked here cannot inject anything.</summary>
internal static class WireText
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\0\r\n");
    private static readonly SearchValues<char> Separators = SearchValues.Create("\0\r\n ");
    private static readonly SearchValues<char> KeyEnds = SearchValues.Create("\0\r\n ;=");

    public static bool IsTrailing(ReadOnlySpan<char> text) => !text.ContainsAny(LineEnds);

    public static bool IsMiddle(ReadOnlySpan<char> text) => !text.IsEmpty && text[0] != ':' && !text.ContainsAny(Separators);

    /// <summary>No separator in it; may be empty.</summary>
    public static bool IsWord(ReadOnlySpan<char> text) => !text.ContainsAny(Separators);

    public static bool IsTagKey(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAny(KeyEnds);

    public static bool IsTagValue(ReadOnlySpan<char> text) => !text.Contains('\0');

    /// <summary>True if a last parameter can only be written after a colon.</summary>
    public static bool NeedsColon(ReadOnlySpan<char> text) => text.IsEmpty || text[0] == ':' || text.Contains(' ');

    /// <summary>Upper-case ASCII letters, or three digits.</summary>
    public static bool IsCommand(ReadOnlySpan<char> text) =>
        text.Length > 0 && (!text.ContainsAnyExceptInRange('A', 'Z') || (text.Length == 3 && !text.ContainsAnyExceptInRange('0', '9')));

    public static void RequireParameters(ReadOnlySpan<string> parameters)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(parameters[i], nameof(parameters));
            if (i < parameters.Length - 1) RequireMiddle(parameters[i]);
            else RequireTrailing(parameters[i]);
        }
    }

    public static void RequireMiddle(ReadOnlySpan<char> text)
    {
        if (!IsMiddle(text)) throw new ArgumentException("A parameter before the last is not empty, starts with no colon and holds no space, NUL, CR or LF.");
    }

    public static void RequireTrailing(ReadOnlySpan<char> text)
    {
        if (!IsTrailing(text)) throw new ArgumentException("A parameter holds no NUL, CR or LF.");
    }

    public static void RequireCommand(ReadOnlySpan<char> text)
    {
        if (!IsCommand(text)) throw new ArgumentException("A command is upper-case ASCII letters or three digits.");
    }

    public static void RequireTag(ReadOnlySpan<char> key, ReadOnlySpan<char> value)
    {
        if (!IsTagKey(key)) throw new ArgumentException("A tag's key is not empty and holds no space, semicolon, equals sign, NUL, CR or LF.");
        if (!IsTagValue(value)) throw new ArgumentException("A tag's value holds no NUL.");
    }
}
