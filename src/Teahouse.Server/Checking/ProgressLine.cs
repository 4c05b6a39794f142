using Teahouse.Check;

namespace Teahouse.Server.Checking;

/// <summary>Says every five seconds how far a check is.</summary>
internal sealed class ProgressLine(TextWriter output) : IProgress<CheckProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private TimeSpan _next = Pause;

    public void Report(CheckProgress value)
    {
        if (value.Elapsed < _next) return;
        _next = value.Elapsed + Pause;
        output.WriteLine($"{value.Elapsed.TotalSeconds:F0} s: {value.Written}");
    }
}
