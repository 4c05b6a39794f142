using Teahouse.Check.Judging;
using Teahouse.Protocol;

namespace Teahouse.Check.Driving;

/// <summary>How a history is asked for, page by page, and what its lines mean (https://ircv3.net/specs/extensions/chathistory).</summary>
internal static class HistoryPages
{
    /// <summary>Before every message.</summary>
    public const string Beginning = "timestamp=1970-01-01T00:00:00.000Z";

    public const string BatchType = "chathistory";

    private const int UsualLimit = 100;
    private const int LargestLimit = 1_000;

    /// <summary>Messages in a page, at the most.</summary>
    public static int Limit(Greeting greeting) => greeting.Support.ChatHistoryLimit switch
    {
        null => UsualLimit,
        0 => LargestLimit,
        var limit => Math.Min(limit.Value, LargestLimit),
    };

    /// <summary>Null if it is of no conversation of this run.</summary>
    public static Sighting? Read(Message message, int conversation, Traffic traffic)
    {
        if (message.Command != "PRIVMSG" || message.Count < 2)
            return Marks.PlaceOf(message) is { Number: > 0 } place ? new(Sighting.NoMessage, Place: place) : null;
        var room = traffic.Scene.Room(message[0]);
        if (!MessageText.TryParse(message[1], traffic.Mark, out var text, out var isIntact)) return room >= 0 ? new(Sighting.Nobodys, Intact: false) : null;
        return text.Conversation == conversation ? Listening.Read(text, isIntact, room, traffic.Scene, message) : new(Sighting.Nobodys, Intact: false);
    }

    /// <summary>The message as a place to go on from; null if the server gave it no name and no time.</summary>
    public static string? Point(Message message, Greeting greeting)
    {
        var kinds = greeting.Support["MSGREFTYPES"]?.Split(',') ?? ["msgid", "timestamp"];
        if (kinds.Contains("msgid") && message.Tags[TagNames.MsgId] is { } id) return $"msgid={id}";
        return message.Tags[TagNames.Time] is { } time ? $"timestamp={time}" : null;
    }
}
