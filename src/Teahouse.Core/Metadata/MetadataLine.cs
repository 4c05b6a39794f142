using System.Globalization;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Protocol;

namespace Teahouse.Core.Metadata;

/// <summary>
/// One fact, told: METADATA to those with draft/metadata-2, a numeric to those with draft/metadata-3, nothing to others.
/// </summary>
/// <param name="server">Its name: who numerics come from.</param>
internal sealed class MetadataLine(string target, MetadataEntry entry, EventSource by, long now, string server)
{
    private RenderedMessage? _message;

    /// <param name="nick">The receiver's.</param>
    public byte[]? For(Subscriber to, string nick)
    {
        if (to.Has(CapabilitySet.Metadata3)) return MessageWriter.ToBytes(Numeric(nick));
        if (!to.Has(CapabilitySet.Metadata)) return null;
        var visibility = MetadataKey.Visibility(entry.Key);
        _message ??= new RenderedMessage(new Event(
            EventKind.Metadata, default, now, null, by, entry.Value is { } value ? [target, entry.Key, visibility, value] : [target, entry.Key, visibility], Tags.Empty));
        return _message.For(to.Capabilities);
    }

    private Message Numeric(string nick)
    {
        var source = Source.Parse(server);
        return entry.Value is { } value
            ? new Message(Tags.Empty, source, Text(Protocol.Numeric.RPL_KEYVALUE), nick, target, entry.Key, MetadataKey.Visibility(entry.Key), value)
            : new Message(Tags.Empty, source, Text(Protocol.Numeric.RPL_KEYNOTSET), nick, target, entry.Key, "key not set");
    }

    private static string Text(int numeric) => numeric.ToString("D3", CultureInfo.InvariantCulture);
}
