namespace Teahouse.PageBench.Costs;

/// <summary>How much is measured.</summary>
/// <param name="Loads">How often the page is loaded.</param>
/// <param name="Keys">Messages written by hand.</param>
/// <param name="Received">Messages received, ten a second.</param>
/// <param name="Many">Messages that pass, and that are missed.</param>
/// <param name="Kept">Messages that the browser keeps and searches.</param>
/// <param name="Stay">How long the page stays open before its memory is looked at.</param>
internal sealed record Scale(int Loads, int Keys, int Received, int Many, int Rooms, int Kept, TimeSpan Stay)
{
    public static Scale Full(TimeSpan stay) => new(Loads: 5, Keys: 50, Received: 300, Many: 10_000, Rooms: 50, Kept: 100_000, stay);

    /// <summary>Enough to see that every figure comes out.</summary>
    public static readonly Scale Smoke = new(Loads: 1, Keys: 3, Received: 10, Many: 200, Rooms: 4, Kept: 2_000, TimeSpan.FromSeconds(1));
}
