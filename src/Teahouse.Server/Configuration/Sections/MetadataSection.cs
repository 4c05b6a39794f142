using Teahouse.Server.Configuration.Kinds;

namespace Teahouse.Server.Configuration.Sections;

internal static class MetadataSection
{
    public static readonly SingleSection Section = new("metadata", "Facts that people publish about themselves (draft/metadata-2). Read, but without effect in this version.",
    [
        Key("enabled", FlagKind.Instance, m => m.Enabled, (m, v) => m with { Enabled = v }, "Offer it."),
        Key("max_keys", new NumberKind(0, 100_000), m => m.MaxKeys, (m, v) => m with { MaxKeys = (int)v }, "Keys per person or room."),
        Key("max_subscriptions", new NumberKind(0, 100_000), m => m.MaxSubscriptions, (m, v) => m with { MaxSubscriptions = (int)v },
            "Keys that one connection may subscribe to."),
    ]);

    private static ConfigurationKey<TeahouseConfiguration, TValue> Key<TValue>(
        string name, ValueKind<TValue> kind, Func<MetadataOptions, TValue> get, Func<MetadataOptions, TValue, MetadataOptions> set, string description) => new(
        name, kind, c => get(c.Metadata), (c, v) => c with { Metadata = set(c.Metadata, v) }, description);
}
