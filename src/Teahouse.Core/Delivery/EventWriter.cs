using System.Buffers;
using Teahouse.Core.Events;
using Teahouse.Protocol;

namespace Teahouse.Core.Delivery;

/// <summary>An event as its line, or its lines, for one capability shape.</summary>
internal static class EventWriter
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _scratch;

    /// <summary>What of the capabilities changes how this event is written.</summary>
    /// <param name="multiline">See <see cref="MultilineText.Is"/>.</param>
    /// <param name="own">For a session of the sender's account.</param>
    public static CapabilitySet ShapeOf(Event happened, CapabilitySet capabilities, bool multiline, bool own)
    {
        var shape = capabilities & CapabilitySet.Shape;
        if (!Marked(happened, SourceMarks.Operator)) shape &= ~CapabilitySet.OperTag;
        if (!own || happened.ClientKey is null) shape &= ~CapabilitySet.Once;
        return multiline && (capabilities & CapabilitySet.Batch) != 0 ? shape : shape & ~CapabilitySet.Multiline;
    }

    /// <param name="tag">One tag more, or null: a label or the batch that this is in.</param>
    /// <returns>Lines with CR LF.</returns>
    public static byte[] Write(Event happened, CapabilitySet shape, string? tag, string? value)
    {
        var buffer = Scratch();
        Append(buffer, happened, shape, tag, value);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>An empty buffer of this thread's own, until it asks for it again.</summary>
    public static ArrayBufferWriter<byte> Scratch()
    {
        var buffer = _scratch ??= new ArrayBufferWriter<byte>(1024);
        buffer.ResetWrittenCount();
        return buffer;
    }

    /// <inheritdoc cref="Write"/>
    public static void Append(ArrayBufferWriter<byte> buffer, Event happened, CapabilitySet shape, string? tag, string? value)
    {
        if (MultilineText.Is(happened))
        {
            MultilineWriter.Write(buffer, happened, shape, tag, value);
            return;
        }
        var line = new LineWriter(buffer);
        Begin(ref line, happened, shape, tag, value);
        line.Command(happened.Kind.Command());
        WriteParameters(ref line, happened, shape);
        line.End();
    }

    /// <summary>The tags and the source.</summary>
    /// <param name="further">A line after the event's first one: what counts or names the event is not said again.</param>
    public static void Begin(ref LineWriter line, Event happened, CapabilitySet shape, string? tag, string? value, bool further = false)
    {
        if (tag is not null) line.Tag(tag, value);
        if ((shape & CapabilitySet.ServerTime) != 0) line.Tag(TagNames.Time, ServerTime.Format(happened.Time));
        if ((shape & CapabilitySet.AccountTag) != 0 && happened.Source.Account is { } account) line.Tag(TagNames.Account, account);
        if ((shape & CapabilitySet.OperTag) != 0 && Marked(happened, SourceMarks.Operator)) line.Tag(TagNames.Oper, null);
        if ((shape & CapabilitySet.MessageTags) != 0)
        {
            if (Marked(happened, SourceMarks.Bot)) line.Tag(TagNames.Bot, null);
            if (Marked(happened, SourceMarks.Guest) && !further) line.Tag(TagNames.Guest, null);
            if (happened.MsgId is { } id && !further) line.Tag(TagNames.MsgId, id);
            foreach (var (key, text) in happened.Tags)
                // Said once, not for every line.
                if (!further || key != TagNames.Mention) line.Tag(key, text);
        }
        if ((shape & CapabilitySet.Seq) != 0 && happened.Place.IsNumbered && !further)
            line.Tag(TagNames.Sequence, new SequenceTag(happened.Place.Epoch, happened.Place.Sequence).ToString());
        if ((shape & CapabilitySet.Once) != 0 && !further) line.Tag(TagNames.Id, new OnceId(happened.ClientKey!.Id).ToString());
        line.Source(happened.Source.Prefix);
    }

    private static bool Marked(Event happened, SourceMarks mark) => (happened.Source.Marks & mark) != 0;

    private static void WriteParameters(ref LineWriter line, Event happened, CapabilitySet shape)
    {
        var parameters = happened.Parameters;
        var count = happened.Kind == EventKind.Join && (shape & CapabilitySet.ExtendedJoin) == 0 ? 1 : parameters.Length;
        if (count == 0) return;
        for (var i = 0; i < count - 1; i++) line.Parameter(parameters[i]);
        // A word is no text.
        if (happened.Kind == EventKind.Mode || (happened.Kind == EventKind.Redact && count == 2)) line.Last(parameters[count - 1]);
        else if (count > 1 || happened.Kind is EventKind.Quit or EventKind.Away or EventKind.Setname or EventKind.Wallops) line.Trailing(parameters[count - 1]);
        else line.Parameter(parameters[0]);
    }
}
