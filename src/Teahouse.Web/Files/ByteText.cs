using System.Globalization;

namespace Teahouse.Web.Files;

/// <summary>Sizes as people say them, the same in both languages.</summary>
public static class ByteText
{
    private static readonly string[] Units = ["B", "kB", "MB", "GB", "TB"];

    /// <summary>As "340 kB" or "1.2 MB": thousands, as file managers and browsers count.</summary>
    public static string Of(long bytes)
    {
        var (value, unit) = ((double)bytes, 0);
        while (value >= 999.5 && unit < Units.Length - 1) (value, unit) = (value / 1000, unit + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{(unit > 0 && value < 9.95 ? Math.Round(value, 1) : Math.Round(value))} {Units[unit]}");
    }
}
