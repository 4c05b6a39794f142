using System.Globalization;

namespace Teahouse.EndToEnd.Tasks;

/// <param name="Steps">As many pictures were taken.</param>
internal sealed record TimedTask(string Name, string Language, TimeSpan Took, int Steps)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name,-16} {Language,-6} {Took.TotalSeconds,6:F1} s in {Steps} steps");
}
