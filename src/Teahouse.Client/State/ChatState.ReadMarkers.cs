using Teahouse.Protocol;

namespace Teahouse.Client;

public sealed partial class ChatState
{
    private const string Timestamp = "timestamp=";

    // MARKREAD target timestamp=... or *: how far one has read, on whatever device.
    private void ApplyReadMarker(Happening h)
    {
        if (Find(h.Message[0]) is not { } conversation) return;
        // Nobody has read anything in this room: from here on is what is unread, on the other devices as well.
        if (h.Message[1] == "*" && conversation is Room) conversation.IsReadPositionGuess = false;
        if (!h.Message[1].StartsWith(Timestamp, StringComparison.Ordinal)) return;
        if (!ServerTime.TryParse(h.Message[1][Timestamp.Length..], out DateTimeOffset time)) return;
        conversation.MarkedUpTo = time;
        if (conversation.ReadPosition?.HeldUntil >= time) return;
        if (!conversation.IsReadPositionGuess && conversation.ReadPosition is { } read && read.Time >= time) return;
        conversation.ReadPosition = new(time);
        conversation.IsReadPositionGuess = false;
        Touch(conversation);
    }
}
