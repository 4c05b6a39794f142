using System.Globalization;
using Teahouse.EndToEnd.Web;

namespace Teahouse.PageBench.Costs;

/// <summary>What the process that draws the page takes of the machine's memory.</summary>
internal static class RendererMemory
{
    /// <summary>The proportional set size of the largest renderer, in 10^6 bytes: what it shares with others counts in part.</summary>
    public static async Task<double> MegabytesAsync(Chromium browser) => (await browser.RenderersAsync()).Select(Megabytes).Max();

    private static double Megabytes(int process)
    {
        const string Pss = "Pss:";
        var line = File.ReadLines($"/proc/{process}/smaps_rollup").First(line => line.StartsWith(Pss, StringComparison.Ordinal));
        return 1024 * double.Parse(line.AsSpan()[Pss.Length..].TrimEnd("kB").Trim(), NumberStyles.None, CultureInfo.InvariantCulture) / 1e6;
    }
}
