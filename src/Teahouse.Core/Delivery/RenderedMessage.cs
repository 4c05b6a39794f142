using System.Buffers;
using Teahouse.Core.Events;
using Teahouse.Protocol;

namespace Teahouse.Core.Delivery;

/// <summary>One event, encoded when first needed for each capability shape and shared by all recipients of that shape.</summary>
internal sealed class RenderedMessage(Event happened)
{
    private Made? _made;

    public Event Event => happened;

    /// <summary>The line with CR LF; never changed after.</summary>
    public byte[] For(CapabilitySet capabilities)
    {
        var shape = capabilities & CapabilitySet.Shape;
        for (var known = _made; known is not null; known = known.Next)
            if (known.Shape == shape) return known.Bytes;
        // Two threads may both encode: the loser's bytes are as good.
        var bytes = Render(happened, shape, null, null);
        _made = new Made(shape, bytes, _made);
        return bytes;
    }

    /// <summary>With one tag more, for a single recipient: a label or a batch.</summary>
    public byte[] For(CapabilitySet capabilities, string tag, string value) =>
        Render(happened, capabilities & CapabilitySet.Shape, tag, value);

    /// <summary>An empty TAGMSG with the number only, for one who may not see the event but counts.</summary>
    public byte[] Placeholder(CapabilitySet capabilities, string server) =>
        Render(Placeholders.Of(happened, happened.Target, server), capabilities & CapabilitySet.Shape, null, null);

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _scratch;

    private static byte[] Render(Event happened, CapabilitySet shape, string? tag, string? value)
    {
        var buffer = _scratch ??= new ArrayBufferWriter<byte>(1024);
        buffer.ResetWrittenCount();
        var line = new LineWriter(buffer);
        if (tag is not null) line.Tag(tag, value);
        if ((shape & CapabilitySet.ServerTime) != 0) line.Tag(TagNames.Time, ServerTime.Format(happened.Time));
        if ((shape & CapabilitySet.AccountTag) != 0 && happened.Source.Account is { } account) line.Tag(TagNames.Account, account);
        if ((shape & CapabilitySet.MessageTags) != 0)
        {
            if (happened.MsgId is { } id) line.Tag(TagNames.MsgId, id);
            foreach (var (key, text) in happened.Tags) line.Tag(key, text);
        }
        if ((shape & CapabilitySet.Seq) != 0 && happened.Place.IsNumbered)
            line.Tag(TagNames.Sequence, new SequenceTag(happened.Place.Epoch, happened.Place.Sequence).ToString());
        line.Source(happened.Source.Prefix);
        line.Command(happened.Kind.Command());
        WriteParameters(ref line, happened, shape);
        line.End();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteParameters(ref LineWriter line, Event happened, CapabilitySet shape)
    {
        var parameters = happened.Parameters;
        var count = happened.Kind == EventKind.Join && (shape & CapabilitySet.ExtendedJoin) == 0 ? 1 : parameters.Length;
        if (count == 0) return;
        for (var i = 0; i < count - 1; i++) line.Parameter(parameters[i]);
        // A word is no text.
        if (happened.Kind == EventKind.Mode) line.Last(parameters[count - 1]);
        else if (count > 1 || happened.Kind is EventKind.Quit or EventKind.Away or EventKind.Setname or EventKind.Wallops) line.Trailing(parameters[count - 1]);
        else line.Parameter(parameters[0]);
    }

    private sealed record Made(CapabilitySet Shape, byte[] Bytes, Made? Next);
}
