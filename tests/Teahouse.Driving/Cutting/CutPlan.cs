namespace Teahouse.EndToEnd.Cutting;

/// <param name="Length">How long the two write.</param>
/// <param name="Every">From one cut to the next.</param>
/// <param name="Pause">From one message of a writer to the next.</param>
/// <param name="Seed">Decides whom each cut meets, how, and for how long.</param>
internal sealed record CutPlan(TimeSpan Length, TimeSpan Every, TimeSpan Pause, int Seed);
