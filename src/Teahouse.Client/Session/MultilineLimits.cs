using System.Globalization;

namespace Teahouse.Client;

/// <summary>How long a message of several lines may be: the value of <c>draft/multiline</c>.</summary>
/// <param name="MaxBytes">Of UTF-8, the breaks between lines included.</param>
/// <param name="MaxLines">Lines on the wire.</param>
internal sealed record MultilineLimits(int MaxBytes, int MaxLines)
{
    // What the server would take beyond it goes in a further message: so many lines a connection holds without a stop.
    private const int MostLines = 400;

    // Less than a line of text: nothing to work with.
    private const int LeastBytes = 512;

    /// <summary>Null if the value does not name a usable limit.</summary>
    public static MultilineLimits? Parse(string? value)
    {
        int? bytes = null;
        var lines = MostLines;
        foreach (var token in (value ?? "").Split(','))
        {
            var (key, number) = token.Split('=') is [var k, var n] && int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? (k, parsed) : ("", 0);
            if (key == "max-bytes") bytes = number;
            else if (key == "max-lines") lines = Math.Min(MostLines, number);
        }
        return bytes >= LeastBytes && lines >= 2 ? new(bytes.Value, lines) : null;
    }
}
