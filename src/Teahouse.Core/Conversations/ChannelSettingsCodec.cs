using System.Text.Json;
using System.Text.Json.Serialization;

namespace Teahouse.Core.Conversations;

/// <summary>Channel settings as the store keeps them: JSON with short names, so that a later version can read an earlier one's.</summary>
internal static class ChannelSettingsCodec
{
    public static byte[] Encode(ChannelSettings settings) =>
        JsonSerializer.SerializeToUtf8Bytes(settings, SettingsJson.Default.ChannelSettings);

    /// <summary>Null for an empty state: the channel was never joined, or ended.</summary>
    public static ChannelSettings? Decode(ReadOnlySpan<byte> state) =>
        state.IsEmpty ? null : JsonSerializer.Deserialize(state, SettingsJson.Default.ChannelSettings);
}

[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ChannelSettings))]
internal sealed partial class SettingsJson : JsonSerializerContext;
