namespace Teahouse.Web.Following;

/// <summary>What follows from three views of the same facts: as they were when this device and the server agreed, as they are here, as they are there.</summary>
/// <param name="Here">What changes on this device; a null value removes.</param>
/// <param name="There">What the server is to be told.</param>
public sealed record FactMerge(IReadOnlyDictionary<string, string?> Here, IReadOnlyDictionary<string, string?> There)
{
    /// <summary>Where both have changed, what is here counts: nothing is lost that somebody is about to write.</summary>
    public static FactMerge Of(IReadOnlyDictionary<string, string> agreed, IReadOnlyDictionary<string, string> here, IReadOnlyDictionary<string, string> there)
    {
        var (changesHere, changesThere) = (new Dictionary<string, string?>(StringComparer.Ordinal), new Dictionary<string, string?>(StringComparer.Ordinal));
        foreach (var key in agreed.Keys.Concat(here.Keys).Concat(there.Keys).Distinct(StringComparer.Ordinal))
        {
            var (before, mine, theirs) = (agreed.GetValueOrDefault(key), here.GetValueOrDefault(key), there.GetValueOrDefault(key));
            if (mine == theirs) continue;
            if (mine == before) changesHere[key] = theirs;
            else changesThere[key] = mine;
        }
        return new(changesHere, changesThere);
    }
}
