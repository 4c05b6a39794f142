using System.Globalization;

namespace Teahouse.Bench;

internal static class Figures
{
    /// <summary>Prints a line; false if the bound is passed.</summary>
    public static bool Report(string figure, double value, string unit, double? most)
    {
        var passed = most is null || value <= most;
        var bound = most is null ? "" : string.Create(CultureInfo.InvariantCulture, $"  (at most {most:N0}{(passed ? "" : ": PASSED THE BOUND")})");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure,-34} {value,12:N1} {unit}{bound}"));
        return passed;
    }
}
