using System.Globalization;
using System.Text;

namespace Teahouse.Protocol;

/// <summary>The tokens of 005 as text (https://modern.ircdocs.horse/#rplisupport-005).</summary>
public static class ISupportTokens
{
    /// <summary>How many tokens one line may have.</summary>
    public const int PerLine = 13;

    /// <summary><c>NAME</c> for a null value, <c>NAME=value</c> otherwise; space, backslash and equals sign are written as <c>\xHH</c>.</summary>
    /// <exception cref="ArgumentException">The token cannot stand in a line.</exception>
    public static string Format(string name, string? value = null)
    {
        if (!WireText.IsTagKey(name) || name[0] is ':' or '-' || !WireText.IsTrailing(value))
            throw new ArgumentException("A token's name is not empty, starts with no colon or hyphen and holds no separator; its value holds no NUL, CR or LF.");
        if (value is null) return name;
        var text = new StringBuilder(name).Append('=');
        foreach (var c in value)
        {
            if (c is ' ' or '\\' or '=') text.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:X2}");
            else text.Append(c);
        }
        return text.ToString();
    }

    /// <summary>Takes a token apart; false if it has no name. An escape that is none stays as it is.</summary>
    /// <param name="value">Unescaped; "" if there is none.</param>
    public static bool TryParse(string token, out string name, out string value)
    {
        var equals = token.IndexOf('=', StringComparison.Ordinal);
        name = equals < 0 ? token : token[..equals];
        value = equals < 0 ? "" : Unescape(token[(equals + 1)..]);
        return name.Length > 0;
    }

    /// <summary>Deals tokens out to lines, in order, at most <see cref="PerLine"/> each and within a number of bytes.</summary>
    /// <param name="maxBytes">Bytes of UTF-8 that the tokens and the spaces between them may take in one line.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Lines(IEnumerable<string> tokens, int maxBytes)
    {
        var lines = new List<IReadOnlyList<string>>();
        var line = new List<string>();
        var bytes = 0;
        foreach (var token in tokens)
        {
            var length = Encoding.UTF8.GetByteCount(token) + 1;
            if (line.Count == PerLine || (line.Count > 0 && bytes + length - 1 > maxBytes))
            {
                lines.Add(line);
                line = [];
                bytes = 0;
            }
            line.Add(token);
            bytes += length;
        }
        if (line.Count > 0) lines.Add(line);
        return lines;
    }

    private static string Unescape(string value)
    {
        if (!value.Contains('\\')) return value;
        // An escape stands for a byte: only after all are replaced is it known which characters they make.
        var bytes = new List<byte>(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var isEscape = value[i] == '\\' && i + 3 < value.Length && value[i + 1] == 'x'
                && char.IsAsciiHexDigit(value[i + 2]) && char.IsAsciiHexDigit(value[i + 3]);
            if (!isEscape)
            {
                var end = char.IsHighSurrogate(value[i]) && i + 1 < value.Length ? i + 2 : i + 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(value[i..end]));
                i = end - 1;
                continue;
            }
            bytes.Add(Convert.FromHexString(value.AsSpan(i + 2, 2))[0]);
            i += 3;
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }
}
