using System.Globalization;

namespace Teahouse.EndToEnd.Cutting;

/// <summary>What came out.</summary>
/// <param name="Silent">Cuts after which connections seemed to be up.</param>
/// <param name="Unnoticed">Cuts of which the browser was told nothing, so that it had to find out that the network was back.</param>
/// <param name="Looks">How often a page was looked at while it went on.</param>
/// <param name="Findings">What is lost, doubled or out of order; nothing, if all is well.</param>
internal sealed record CutReport(TimeSpan Took, int Cuts, int Silent, int Unnoticed, int Written, int Stored, int Looks, IReadOnlyList<string> Findings)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        took                     {Took:hh\:mm\:ss}
        cuts                     {Cuts}
          silent                 {Silent}
          unnoticed by browsers  {Unnoticed}
        messages written         {Written}
        messages in the history  {Stored}
        looks at the pages       {Looks}
        findings                 {Findings.Count}{string.Concat(Findings.Take(50).Select(finding => $"\n  {finding}"))}
        """);
}
