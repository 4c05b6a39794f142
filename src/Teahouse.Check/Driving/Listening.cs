using Teahouse.Check.Judging;
using Teahouse.Protocol;

namespace Teahouse.Check.Driving;

/// <summary>Notes what one connection hears: who is in which room, and which messages came live.</summary>
internal sealed class Listening(int client, Traffic traffic, Observer observer, string nick)
{
    private const string HistoryBatch = "chathistory";

    private readonly HashSet<string> _replays = [];

    public void Hear(Message message)
    {
        switch (message.Command)
        {
            case "JOIN" when IsOwn(message) && Room(message) is >= 0 and var room:
                observer.Begin(room);
                break;
            case "PART" when IsOwn(message) && Room(message) is >= 0 and var room:
                observer.End(room);
                break;
            case "KICK" when message.Count > 1 && message[1] == nick && Room(message) is >= 0 and var room:
                observer.End(room);
                break;
            case "BATCH" when message[0].StartsWith('+') && message.Count > 1 && message[1] == HistoryBatch:
                _replays.Add(message[0][1..]);
                break;
            case "BATCH" when message[0].StartsWith('-'):
                _replays.Remove(message[0][1..]);
                break;
            case "PRIVMSG" when message.Count > 1 && !IsReplayed(message):
                See(message);
                break;
            case not ("PRIVMSG" or "PONG") when message.Count > 0 && !IsReplayed(message) && Marks.PlaceOf(message) is { Number: > 0 } place:
                if (Conversation(message) is >= 0 and var conversation) observer.See(conversation, new(Sighting.NoMessage, Place: place));
                break;
            case "PONG" when Barrier.TryParse(message.Parameters[^1], out var tick):
                observer.Confirm(tick);
                break;
        }
    }

    /// <summary>A message of this run, or what claims to be one.</summary>
    /// <param name="room">Where it came; -1: to a nick.</param>
    public static Sighting Read(MessageText text, bool isIntact, int room, Scene scene, Message message) =>
        new(text.Number, Marks.Of(message), isIntact && (scene.IsRoom(text.Conversation) ? text.Conversation == room : room < 0), Marks.PlaceOf(message));

    private void See(Message message)
    {
        var room = Room(message);
        if (!MessageText.TryParse(message[1], traffic.Mark, out var text, out var isIntact))
        {
            // Nobody else knows of our rooms; but services write to people.
            if (room >= 0) observer.See(room, new(Sighting.Nobodys, Intact: false, Place: Marks.PlaceOf(message)));
            return;
        }
        // The answer to a message that was sent again may be a copy of what came before.
        if (text.Writer == client && message.Tags[TagNames.Label] is { } label && !LabelledSending.IsFirst(label)) return;
        observer.See(text.Conversation, Read(text, isIntact, room, traffic.Scene, message));
    }

    private bool IsReplayed(Message message) => message.Tags[TagNames.Batch] is { } batch && _replays.Contains(batch);

    private bool IsOwn(Message message) => message.Source?.Name == nick;

    /// <returns>-1 if it is none of ours.</returns>
    private int Conversation(Message message) =>
        Room(message) is >= 0 and var room ? room
        : traffic.Scene.PartnerOf(client) is >= 0 and var partner && (message[0] == nick || message[0] == traffic.NickOf(partner)) ? traffic.Scene.DirectOf(client)
        : -1;

    private int Room(Message message) => traffic.Scene.Room(message[0]);
}
