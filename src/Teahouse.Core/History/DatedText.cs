using System.Text;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Protocol;

namespace Teahouse.Core.History;

/// <summary>A message of the past for those who are not told by a tag when it was said: its time stands in the text, at the beginning of each line.</summary>
internal static class DatedText
{
    private const string Action = "\u0001ACTION ";
    private const string ActionEnd = "\u0001";

    /// <summary>The same message; what has no room beside the time is a line of its own.</summary>
    public static Event Of(Event happened)
    {
        var text = happened.Parameters[1];
        var time = ServerTime.Format(happened.Time);
        var (before, after) = ($"[{time[..10]} {time[11..16]} UTC] ", "");
        if (text.StartsWith(Action, StringComparison.Ordinal))
        {
            text = text[Action.Length..];
            if (text.EndsWith(ActionEnd, StringComparison.Ordinal)) text = text[..^ActionEnd.Length];
            (before, after) = (Action + before, ActionEnd);
        }
        var room = LineRoom.Of(happened.Source.Prefix, happened.Kind, happened.Target) - before.Length - after.Length;
        var lines = new StringBuilder();
        var pieces = MultilineText.Pieces(text);
        while (pieces.MoveNext())
        {
            var rest = pieces.Current;
            // Clients that do not know multiline know no blank lines; an action may say nothing.
            while (!rest.IsEmpty || text.Length == 0)
            {
                var line = LineRoom.Beginning(rest, room);
                if (lines.Length > 0) lines.Append(MultilineText.Break);
                lines.Append(before).Append(line).Append(after);
                rest = rest[line.Length..];
                if (rest.IsEmpty) break;
            }
        }
        return happened with { Parameters = happened.Parameters.SetItem(1, lines.ToString()) };
    }
}
