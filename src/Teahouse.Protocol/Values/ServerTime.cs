using System.Diagnostics.CodeAnalysis;

namespace Teahouse.Protocol;

/// <summary>
/// Times on the wire, <c>2024-05-01T12:34:56.789Z</c>: always UTC, always milliseconds
/// (https://ircv3.net/specs/extensions/server-time).
/// </summary>
public static class ServerTime
{
    private const int Length = 24;
    private const string Pattern = "dddd-dd-ddTdd:dd:dd";

    /// <param name="unixMilliseconds">Milliseconds since 1970 UTC, within the years 1 to 9999.</param>
    public static string Format(long unixMilliseconds) => Format(DateTimeOffset.FromUnixTimeMilliseconds(unixMilliseconds));

    public static string Format(DateTimeOffset time) => string.Create(Length, time.UtcDateTime, static (text, t) =>
    {
        Put(text, 0, 4, t.Year);
        text[4] = '-';
        Put(text, 5, 2, t.Month);
        text[7] = '-';
        Put(text, 8, 2, t.Day);
        text[10] = 'T';
        Put(text, 11, 2, t.Hour);
        text[13] = ':';
        Put(text, 14, 2, t.Minute);
        text[16] = ':';
        Put(text, 17, 2, t.Second);
        text[19] = '.';
        Put(text, 20, 3, t.Millisecond);
        text[23] = 'Z';
    });

    /// <summary>
    /// Reads a time. The fraction may be missing or have up to nine digits, what is below a millisecond is dropped;
    /// a leap second (<c>:60</c>) is the last millisecond before the next minute.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DateTimeOffset time)
    {
        time = default;
        if (text is null || text.Length < Pattern.Length + 1 || text[^1] != 'Z' || !HasShape(text)) return false;
        if (!TryFraction(text.AsSpan(Pattern.Length, text.Length - Pattern.Length - 1), out var milliseconds)) return false;

        int year = Number(text, 0, 4), month = Number(text, 5, 2), day = Number(text, 8, 2);
        int hour = Number(text, 11, 2), minute = Number(text, 14, 2), second = Number(text, 17, 2);
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month)) return false;
        if (hour > 23 || minute > 59 || second > 60) return false;
        if (second == 60) (second, milliseconds) = (59, 999);
        time = new DateTimeOffset(year, month, day, hour, minute, second, milliseconds, TimeSpan.Zero);
        return true;
    }

    /// <inheritdoc cref="TryParse(string?, out DateTimeOffset)"/>
    /// <param name="unixMilliseconds">Milliseconds since 1970 UTC.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out long unixMilliseconds)
    {
        var parsed = TryParse(text, out DateTimeOffset time);
        unixMilliseconds = parsed ? time.ToUnixTimeMilliseconds() : 0;
        return parsed;
    }

    private static bool HasShape(string text)
    {
        for (var i = 0; i < Pattern.Length; i++)
            if (Pattern[i] == 'd' ? !char.IsAsciiDigit(text[i]) : text[i] != Pattern[i]) return false;
        return true;
    }

    private static bool TryFraction(ReadOnlySpan<char> fraction, out int milliseconds)
    {
        milliseconds = 0;
        if (fraction.IsEmpty) return true;
        if (fraction[0] != '.' || fraction.Length is < 2 or > 10 || fraction[1..].ContainsAnyExceptInRange('0', '9')) return false;
        for (var i = 1; i <= 3; i++) milliseconds = (milliseconds * 10) + (i < fraction.Length ? fraction[i] - '0' : 0);
        return true;
    }

    private static int Number(string text, int start, int length)
    {
        var value = 0;
        for (var i = start; i < start + length; i++) value = (value * 10) + (text[i] - '0');
        return value;
    }

    private static void Put(Span<char> text, int start, int length, int value)
    {
        for (var i = start + length - 1; i >= start; i--, value /= 10) text[i] = (char)('0' + (value % 10));
    }
}
