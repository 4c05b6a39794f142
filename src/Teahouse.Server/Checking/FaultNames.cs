using Teahouse.Check.Faults;

namespace Teahouse.Server.Checking;

/// <summary>Kinds of faults on the command line.</summary>
internal static class FaultNames
{
    private static readonly Dictionary<string, FaultKinds> Kinds = new()
    {
        ["all"] = FaultKinds.All,
        ["none"] = FaultKinds.None,
        ["cut"] = FaultKinds.Cut,
        ["reset"] = FaultKinds.Reset,
        ["half-open"] = FaultKinds.HalfOpen,
        ["stall"] = FaultKinds.Stall,
        ["drip"] = FaultKinds.Drip,
    };

    /// <param name="text">One or more names, divided by commas.</param>
    public static bool TryParse(string text, out FaultKinds kinds)
    {
        kinds = FaultKinds.None;
        foreach (var name in text.Split(','))
        {
            if (!Kinds.TryGetValue(name, out var kind)) return false;
            kinds |= kind;
        }
        return true;
    }
}
