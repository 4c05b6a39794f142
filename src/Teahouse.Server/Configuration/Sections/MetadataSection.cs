using Teahouse.Core.Hosting;
using Teahouse.Server.Configuration.Kinds;

namespace Teahouse.Server.Configuration.Sections;

internal static class MetadataSection
{
    public static readonly SingleSection Section = new("metadata", "Facts that people publish about themselves and their rooms (draft/metadata-2).",
    [
        Key("enabled", FlagKind.Instance, m => m.Enabled, (m, v) => m with { Enabled = v }, "Offer it."),
        Key("max_keys", new NumberKind(1, 10_000), m => m.MaxKeys, (m, v) => m with { MaxKeys = (int)v }, "Keys per person or room."),
        Key("max_subscriptions", new NumberKind(1, 10_000), m => m.MaxSubscriptions, (m, v) => m with { MaxSubscriptions = (int)v },
            "Keys that one connection may subscribe to."),
        Key("max_value_bytes", new NumberKind(1, 300), m => m.ValueBytes, (m, v) => m with { ValueBytes = (int)v }, "Bytes of one value; it travels inside one IRC line."),
    ]);

    private static ConfigurationKey<TeahouseConfiguration, TValue> Key<TValue>(
        string name, ValueKind<TValue> kind, Func<MetadataOptions, TValue> get, Func<MetadataOptions, TValue, MetadataOptions> set, string description) => new(
        name, kind, c => get(c.Engine.Metadata), (c, v) => c with { Engine = c.Engine with { Metadata = set(c.Engine.Metadata, v) } }, description);
}
