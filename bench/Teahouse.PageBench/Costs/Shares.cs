namespace Teahouse.PageBench.Costs;

internal static class Shares
{
    /// <summary>The value that this share of all values does not exceed.</summary>
    /// <param name="share">From 0 to 1.</param>
    public static double Of(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
