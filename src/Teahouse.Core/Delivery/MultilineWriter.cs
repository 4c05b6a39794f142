using System.Buffers;
using System.Globalization;
using Teahouse.Core.Events;
using Teahouse.Protocol;

namespace Teahouse.Core.Delivery;

/// <summary>
/// A message of several lines: a batch for those who know it, the lines one by one for the others. A piece that does not fit into a line with its
/// sender's name is cut: what it says together stays the same. https://ircv3.net/specs/extensions/multiline
/// </summary>
internal static class MultilineWriter
{
    public static void Write(IBufferWriter<byte> output, Event happened, CapabilitySet shape, string? tag, string? value)
    {
        if ((shape & CapabilitySet.Multiline) != 0) WriteBatch(output, happened, shape, tag, value);
        else WriteLines(output, happened, shape, tag, value);
    }

    private static void WriteBatch(IBufferWriter<byte> output, Event happened, CapabilitySet shape, string? tag, string? value)
    {
        // Shared by all receivers: the event's place is unique where a session's own count would not be.
        var reference = string.Create(CultureInfo.InvariantCulture, $"m{happened.Place.Epoch}-{happened.Place.Sequence}");
        var line = new LineWriter(output);
        EventWriter.Begin(ref line, happened, shape, tag, value);
        line.Command("BATCH");
        line.Parameter("+" + reference);
        line.Parameter(Capabilities.Multiline);
        line.Last(happened.Target);
        line.End();
        var pieces = MultilineText.Pieces(happened.Parameters[1]);
        var room = RoomOf(happened);
        while (pieces.MoveNext())
        {
            var rest = pieces.Current;
            var continues = pieces.Continues;
            do
            {
                var text = LineRoom.Beginning(rest, room);
                line.Tag(TagNames.Batch, reference);
                if (continues) line.Tag(TagNames.MultilineConcat, null);
                WriteText(ref line, happened, text);
                rest = rest[text.Length..];
                continues = true;
            }
            while (!rest.IsEmpty);
        }
        // The end of an inner batch is part of the outer one.
        if (tag == TagNames.Batch) line.Tag(tag, value);
        line.Source(happened.Source.Prefix);
        line.Command("BATCH");
        line.Last("-" + reference);
        line.End();
    }

    private static void WriteLines(IBufferWriter<byte> output, Event happened, CapabilitySet shape, string? tag, string? value)
    {
        var line = new LineWriter(output);
        var further = false;
        var pieces = MultilineText.Pieces(happened.Parameters[1]);
        var room = RoomOf(happened);
        while (pieces.MoveNext())
        {
            // Clients that do not know multiline know no blank lines.
            for (var rest = pieces.Current; !rest.IsEmpty;)
            {
                var text = LineRoom.Beginning(rest, room);
                EventWriter.Begin(ref line, happened, shape, further && tag != TagNames.Batch ? null : tag, value, further);
                line.Command(happened.Kind.Command());
                line.Parameter(happened.Target);
                line.Trailing(text);
                line.End();
                further = true;
                rest = rest[text.Length..];
            }
        }
    }

    private static int RoomOf(Event happened) => LineRoom.Of(happened.Source.Prefix, happened.Kind, happened.Target);

    private static void WriteText(ref LineWriter line, Event happened, ReadOnlySpan<char> text)
    {
        line.Source(happened.Source.Prefix);
        line.Command(happened.Kind.Command());
        line.Parameter(happened.Target);
        line.Trailing(text);
        line.End();
    }
}
