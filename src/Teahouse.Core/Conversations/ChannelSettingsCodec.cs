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
        return settings with
        {
            Bans = OrEmpty(settings.Bans),
            Exceptions = OrEmpty(settings.Exceptions),
            InviteExceptions = OrEmpty(settings.InviteExceptions),
            Links = settings.Links.IsDefault ? [] : settings.Links,
            Former = settings.Former.IsDefault ? [] : settings.Former,
            Accounts = settings.Accounts ?? ImmutableDictionary<long, MemberModes>.Empty,
            ReadsFrom = settings.ReadsFrom ?? ImmutableDictionary<long, long>.Empty,
            Access = settings.Access ?? ImmutableDictionary<long, MemberModes>.Empty,
        };
    }

    private static ImmutableArray<MaskEntry> OrEmpty(ImmutableArray<MaskEntry> list) => list.IsDefault ? [] : list;
}

[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ChannelSettings))]
internal sealed partial class SettingsJson : JsonSerializerContext;
