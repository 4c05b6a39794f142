namespace Teahouse.Client;

/// <summary>
/// A look at what was said long before: entries around one, away from the end of the timeline. Once its newer end meets the timeline both
/// are one again.
/// </summary>
public sealed class Excursion
{
    internal Excursion() { }

    public Timeline Timeline { get; } = new();

    public bool IsLoadingNewer { get; internal set; }
}
