using Teahouse.Check.Judging;
using Teahouse.Protocol;

namespace Teahouse.Check.Driving;

/// <summary>Notes what one connection hears: who is in which room, and which messages came live.</summary>
internal sealed class Listening(int client, Traffic traffic, Observer observer, Greeting greeting, CatchingUp catchingUp)
{
    private readonly string _nick = greeting.Nick;
    private readonly HashSet<string> _replays = [];

    public void Hear(Message message)
    {
        if (catchingUp.Take(message)) return;
        switch (message.Command)
        {
            case "NOTE" when message.Count > 1 && message[0] == "*" && message[1] == CatchingUp.Code:
                catchingUp.Begin();
                break;
            case "JOIN" when IsOwn(message) && Room(message) is >= 0 and var room:
                if (catchingUp.Is(room)) catchingUp.Enter(room);
                else observer.Begin(room);
                break;
            case "PART" when IsOwn(message) && Room(message) is >= 0 and var room:
                observer.End(room);
                break;
            case "KICK" when message.Count > 1 && message[1] == _nick && Room(message) is >= 0 and var room:
                observer.End(room);
                break;
            case "BATCH" when message[0].StartsWith('+') && message.Count > 1 && message[1] == HistoryPages.BatchType:
                _replays.Add(message[0][1..]);
                break;
            case "BATCH" when message[0].StartsWith('-'):
                _replays.Remove(message[0][1..]);
                break;
            case "PRIVMSG" when message.Count > 1 && !IsReplayed(message):
                See(message);
                break;
            case not ("PRIVMSG" or "PONG") when message.Count > 0 && !IsReplayed(message) && Marks.PlaceOf(message) is { Number: > 0 } place:
                if (Conversation(message) is >= 0 and var conversation) See(conversation, new(Sighting.NoMessage, Place: place), message);
                break;
            case "PONG" when Barrier.TryParse(message.Parameters[^1], out var tick):
                observer.Confirm(tick, conversation => !catchingUp.Is(conversation));
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
            if (room >= 0) See(room, new(Sighting.Nobodys, Intact: false, Place: Marks.PlaceOf(message)), message);
            return;
        }
        // The answer to a message that was sent again may be a copy of what came before.
        if (text.Writer == client && message.Tags[TagNames.Label] is { } label && !LabelledSending.IsFirst(label)) return;
        See(text.Conversation, Read(text, isIntact, room, traffic.Scene, message), message);
    }

    private void See(int conversation, Sighting sighting, Message message)
    {
        if (catchingUp.Is(conversation))
        {
            catchingUp.Hold(conversation, sighting);
            return;
        }
        observer.See(conversation, sighting);
        if (HistoryPages.Point(message, greeting) is { } point) observer.SetPoint(conversation, point);
    }

    private bool IsReplayed(Message message) => message.Tags[TagNames.Batch] is { } batch && _replays.Contains(batch);

    private bool IsOwn(Message message) => message.Source?.Name == _nick;

    /// <returns>-1 if it is none of ours.</returns>
    private int Conversation(Message message) =>
        Room(message) is >= 0 and var room ? room
        : traffic.Scene.PartnerOf(client) is >= 0 and var partner && (message[0] == _nick || message[0] == traffic.NickOf(partner)) ? traffic.Scene.DirectOf(client)
        : -1;

    private int Room(Message message) => traffic.Scene.Room(message[0]);
}
