using System.Buffers;
using System.Text;

namespace Teahouse.Protocol;

/// <summary>Tag values as they are written on the wire (https://ircv3.net/specs/extensions/message-tags#escaping-values).</summary>
public static class TagValue
{
    internal static readonly SearchValues<char> Escaped = SearchValues.Create("; \\\r\n");

    /// <summary>The escaped form; the same string when nothing needs it.</summary>
    /// <exception cref="ArgumentException">The value holds NUL, which no tag can carry.</exception>
    public static string Escape(string value)
    {
        if (!WireText.IsTagValue(value)) throw new ArgumentException("A tag's value holds no NUL.", nameof(value));
        if (!value.AsSpan().ContainsAny(Escaped)) return value;
        var text = new StringBuilder(value.Length + 8);
        foreach (var c in value)
        {
            if (Escaped.Contains(c)) text.Append('\\').Append((char)EscapeLetter(c));
            else text.Append(c);
        }
        return text.ToString();
    }

    /// <summary>The value behind an escaped form. Never fails: a backslash that escapes nothing is dropped.</summary>
    public static string Unescape(string escaped)
    {
        if (!escaped.Contains('\\')) return escaped;
        var text = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\') text.Append(escaped[i]);
            else if (++i < escaped.Length) text.Append(Meaning(escaped[i]));
        }
        return text.ToString();
    }

    internal static byte EscapeLetter(char c) => c switch
    {
        ';' => (byte)':',
        ' ' => (byte)'s',
        '\r' => (byte)'r',
        '\n' => (byte)'n',
        _ => (byte)'\\',
    };

    /// <summary>Unescapes UTF-8 into a buffer at least as long as the source; returns the bytes written.</summary>
    internal static int Unescape(ReadOnlySpan<byte> escaped, Span<byte> destination)
    {
        var written = 0;
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\') destination[written++] = escaped[i];
            else if (++i < escaped.Length) destination[written++] = (byte)Meaning((char)escaped[i]);
        }
        return written;
    }

    private static char Meaning(char letter) => letter switch
    {
        ':' => ';',
        's' => ' ',
        'r' => '\r',
        'n' => '\n',
        _ => letter,
    };
}
