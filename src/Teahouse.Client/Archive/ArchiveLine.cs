using System.Text;
using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>
/// An entry as one line of text without LF: as the server sent it, without the tags of that answer. The text of a message of several
/// lines follows a CR, with CRs for its own line ends; its last parameter is empty then.
/// </summary>
public static class ArchiveLine
{
    private const char LineEnd = '\r';

    /// <param name="whole">The text of a message of several lines; null for all else.</param>
    public static string Encode(Message message, string? whole)
    {
        var bare = message.WithTags(message.Tags.Without(TagNames.Label).Without(TagNames.Batch));
        if (whole is null) return bare.ToString();
        var head = new Message(bare.Tags, bare.Source, bare.Command, [.. bare.Parameters[..^1], ""]);
        return $"{head}{LineEnd}{whole.Replace('\n', LineEnd)}";
    }

    /// <returns>Null if it is none.</returns>
    internal static IncomingLine? Decode(string line)
    {
        var end = line.IndexOf(LineEnd, StringComparison.Ordinal);
        var head = end < 0 ? line : line[..end];
        return MessageParser.TryParse(Encoding.UTF8.GetBytes(head), ParseLimits.Client, out var message, out _)
            ? new(message, end < 0 ? null : line[(end + 1)..].Replace(LineEnd, '\n'))
            : null;
    }
}
