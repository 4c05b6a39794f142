using System.Text;
using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>A message of several lines, put together (<see href="https://ircv3.net/specs/extensions/multiline"/>).</summary>
internal static class MultilineBatch
{
    /// <summary>The message: who, where and all tags as the batch's opening has them; null if no line says anything.</summary>
    public static IncomingLine? Join(Message opening, IEnumerable<Incoming> items)
    {
        Message? first = null;
        var text = new StringBuilder();
        foreach (var item in items)
        {
            if (item is not IncomingLine { Message: { Command: "PRIVMSG" or "NOTICE", Count: >= 2 } line }) continue;
            if (first is not null && !line.Tags.Contains(TagNames.MultilineConcat)) text.Append('\n');
            text.Append(line[1]);
            first ??= line;
        }
        return first is null ? null : new(first.WithTags(opening.Tags).WithSource(opening.Source ?? first.Source), text.ToString());
    }
}
