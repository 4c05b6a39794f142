using Teahouse.Protocol;

namespace Teahouse.EndToEnd.Irc;

/// <summary>A numbered entry of a conversation, as somebody saw it.</summary>
/// <param name="Text">Empty for what is no message: a change of modes, or what stands in its place.</param>
internal sealed record Sighting(string Conversation, SequenceTag Place, string MsgId, string Text)
{
    /// <returns>Null for what has no number.</returns>
    public static Sighting? Of(Message message, string viewer)
    {
        if (!SequenceTag.TryParse(message.Tags[TagNames.Sequence], out var place)) return null;
        var from = message.Source!.Name;
        var conversation = message[0].StartsWith('#') ? message[0] : Between(viewer, from == viewer ? message[0] : from);
        return new(conversation, place, message.Tags[TagNames.MsgId] ?? "", message.Command == "PRIVMSG" ? message[1] : "");
    }

    /// <summary>One name for a direct chat, whoever of the two looks at it.</summary>
    public static string Between(string one, string other) => string.CompareOrdinal(one, other) < 0 ? $"{one}+{other}" : $"{other}+{one}";
}
