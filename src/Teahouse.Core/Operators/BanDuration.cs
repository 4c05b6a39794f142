using System.Globalization;
using System.Text;

namespace Teahouse.Core.Operators;

/// <summary>How long a ban holds, as operators write it: <c>30m</c>, <c>1d12h</c>, or <c>permanent</c>.</summary>
internal static class BanDuration
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    private static readonly (char Letter, TimeSpan Unit)[] Units =
        [('w', TimeSpan.FromDays(7)), ('d', TimeSpan.FromDays(1)), ('h', TimeSpan.FromHours(1)), ('m', TimeSpan.FromMinutes(1)), ('s', TimeSpan.FromSeconds(1))];

    /// <param name="minutes">A number alone is one of minutes.</param>
    /// <param name="duration">Zero: for ever.</param>
    public static bool TryParse(string text, bool minutes, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (text.Equals("permanent", StringComparison.OrdinalIgnoreCase)) return true;
        if (minutes && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            duration = TimeSpan.FromMinutes(number);
            return duration <= Longest;
        }
        var digits = "";
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsAsciiDigit(c))
            {
                digits += c;
                continue;
            }
            var unit = Array.Find(Units, u => u.Letter == c).Unit;
            if (unit == default || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return false;
            if (count > Longest / unit || (duration += count * unit) > Longest) return false;
            digits = "";
        }
        return digits.Length == 0 && duration > TimeSpan.Zero;
    }

    public static string Format(TimeSpan duration)
    {
        var text = new StringBuilder();
        foreach (var (letter, unit) in Units)
        {
            var count = (int)(duration / unit);
            if (count == 0) continue;
            text.Append(count).Append(letter);
            duration -= count * unit;
        }
        return text.Length == 0 ? "0s" : text.ToString();
    }
}
