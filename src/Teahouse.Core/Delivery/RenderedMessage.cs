using System.Buffers;
using Teahouse.Core.Events;

namespace Teahouse.Core.Delivery;

/// <summary>One event, encoded when first needed for each capability shape and shared by all recipients of that shape.</summary>
internal sealed class RenderedMessage(Event happened)
{
    private readonly bool _multiline = MultilineText.Is(happened);
    private Made? _made;

    public Event Event => happened;

    /// <summary>It takes more than one line.</summary>
    public bool IsMultiline => _multiline;

    /// <summary>The line, or lines, with CR LF; never changed after.</summary>
    /// <param name="own">For a session of the sender's account.</param>
    public byte[] For(CapabilitySet capabilities, bool own = false)
    {
        var shape = EventWriter.ShapeOf(happened, capabilities, _multiline, own);
        for (var known = _made; known is not null; known = known.Next)
            if (known.Shape == shape) return known.Bytes;
        // Two threads may both encode: the loser's bytes are as good.
        var bytes = EventWriter.Write(happened, shape, null, null);
        _made = new Made(shape, bytes, _made);
        return bytes;
    }

    /// <summary>With one tag more, for a single recipient: a label or a batch.</summary>
    public byte[] For(CapabilitySet capabilities, string tag, string value, bool own = false) =>
        EventWriter.Write(happened, EventWriter.ShapeOf(happened, capabilities, _multiline, own), tag, value);

    /// <summary>As <see cref="For(CapabilitySet, bool)"/>, among others.</summary>
    public void Append(ArrayBufferWriter<byte> buffer, CapabilitySet capabilities) =>
        EventWriter.Append(buffer, happened, EventWriter.ShapeOf(happened, capabilities, _multiline, own: false), null, null);

    /// <summary>An empty TAGMSG with the number only, for one who may not see the event but counts.</summary>
    public byte[] Placeholder(CapabilitySet capabilities, string server)
    {
        var placeholder = Placeholders.Of(happened, happened.Target, server);
        return EventWriter.Write(placeholder, EventWriter.ShapeOf(placeholder, capabilities, multiline: false, own: false), null, null);
    }

    /// <summary>As <see cref="Placeholder"/>, among others.</summary>
    public void AppendPlaceholder(ArrayBufferWriter<byte> buffer, CapabilitySet capabilities, string server)
    {
        var placeholder = Placeholders.Of(happened, happened.Target, server);
        EventWriter.Append(buffer, placeholder, EventWriter.ShapeOf(placeholder, capabilities, multiline: false, own: false), null, null);
    }

    private sealed record Made(CapabilitySet Shape, byte[] Bytes, Made? Next);
}
