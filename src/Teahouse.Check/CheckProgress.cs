namespace Teahouse.Check;

/// <summary>How far a run is.</summary>
/// <param name="Written">Messages so far.</param>
public sealed record CheckProgress(TimeSpan Elapsed, int Written, int Kills);
