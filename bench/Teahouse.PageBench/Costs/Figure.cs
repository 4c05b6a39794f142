using System.Globalization;

namespace Teahouse.PageBench.Costs;

/// <param name="Most">What it shall not exceed; null: told for itself.</param>
internal sealed record Figure(string Name, double Value, string Unit, double? Most = null)
{
    public bool IsMissed => Value > Most;

    /// <summary>Whether something was measured at all.</summary>
    public bool IsThere => double.IsFinite(Value) && Value >= 0;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Name,-62} {Value,10:N1} {Unit,-3}{(Most is null ? "" : $"  goal {Most:N0}{(IsMissed ? ": missed" : "")}")}");
}
