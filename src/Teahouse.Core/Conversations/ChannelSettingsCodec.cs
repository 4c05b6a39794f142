using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Teahouse.Core.Conversations;

/// <summary>Channel settings as the store keeps them: JSON with short names, so that a later version can read an earlier one's.</summary>
internal static class ChannelSettingsCodec
{
    public static byte[] Encode(ChannelSettings settings) =>
        JsonSerializer.SerializeToUtf8Bytes(settings, SettingsJson.Default.ChannelSettings);

    /// <summary>Null for an empty state: the channel was never joined, or ended.</summary>
    public static ChannelSettings? Decode(ReadOnlySpan<byte> state)
    {
        if (state.IsEmpty || JsonSerializer.Deserialize(state, SettingsJson.Default.ChannelSettings) is not { } settings) return null;
        // What an earlier version did not write.
        if (settings.Bans.IsDefault) settings = settings with { Bans = [] };
        return settings.Accounts is null ? settings with { Accounts = ImmutableDictionary<long, MemberModes>.Empty } : settings;
    }
}

[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ChannelSettings))]
internal sealed partial class SettingsJson : JsonSerializerContext;
