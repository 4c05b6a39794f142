using Teahouse.Client;

namespace Teahouse.Web.Messages;

/// <summary>The address of one message of a room: <c>/#room/&lt;msgid&gt;</c>.</summary>
/// <param name="Room">With its <c>#</c>.</param>
public sealed record MessageLink(string Room, string MessageId)
{
    /// <summary>Null where there is none: direct chats are not for others.</summary>
    public static string? To(string page, Conversation conversation, TimelineMessage message) =>
        conversation is Room room && message.MessageId is { } id
            ? $"{page}#{Uri.EscapeDataString(room.Name[1..])}/{Uri.EscapeDataString(id)}"
            : null;

    /// <param name="address">The whole address of the page.</param>
    /// <returns>Null if it names no message.</returns>
    public static MessageLink? Read(string address)
    {
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0 || address[(hash + 1)..].Split('/') is not [{ Length: > 0 } room, { Length: > 0 } id]) return null;
        return new("#" + Uri.UnescapeDataString(room), Uri.UnescapeDataString(id));
    }
}
