using System.Collections.Immutable;

namespace Teahouse.Core.Metadata;

/// <summary>What a change does to what is set.</summary>
internal static class MetadataRules
{
    /// <param name="most">Keys that may be set.</param>
    public static MetadataOutcome Set(ImmutableDictionary<string, string> before, MetadataEntry entry, int most)
    {
        var known = before.GetValueOrDefault(entry.Key);
        if (entry.Value is null && known is null) return MetadataOutcome.Of(MetadataStatus.NotSet);
        if (entry.Value == known) return MetadataOutcome.Of(MetadataStatus.Unchanged);
        if (known is null && before.Count >= most) return MetadataOutcome.Of(MetadataStatus.LimitReached);
        return new MetadataOutcome(MetadataStatus.Done, [entry]);
    }

    public static MetadataOutcome Clear(ImmutableDictionary<string, string> before) => before.IsEmpty
        ? MetadataOutcome.Of(MetadataStatus.Unchanged)
        : new MetadataOutcome(MetadataStatus.Done, [.. before.Keys.Order(StringComparer.Ordinal).Select(key => new MetadataEntry(key, null))]);

    /// <summary>In the order in which they are listed.</summary>
    public static ImmutableArray<MetadataEntry> Listed(ImmutableDictionary<string, string> values) =>
        [.. values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new MetadataEntry(pair.Key, pair.Value))];
}
