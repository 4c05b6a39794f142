using Teahouse.Check.Judging;
using Teahouse.Protocol;

namespace Teahouse.Check.Driving;

/// <summary>
/// What a client does when the server says that it read too slowly (NOTE FELL_BEHIND, docs/extensions/seq.md): it fetches what it missed
/// up to the head, and only then counts what came live meanwhile. Its view of the conversation goes on.
/// </summary>
internal sealed class CatchingUp(int client, Greeting greeting, Traffic traffic, Observer observer)
{
    public const string Code = "FELL_BEHIND";

    private readonly Dictionary<int, Backlog> _behind = [];
    private readonly Dictionary<string, (int Conversation, List<Message> Page)> _batches = [];
    private readonly Queue<string> _commands = new();

    /// <summary>Something was missed and is not here yet.</summary>
    public bool IsAnywhere => _behind.Count > 0;

    public bool Is(int conversation) => _behind.ContainsKey(conversation);

    /// <summary>How many pages have come.</summary>
    public int Pages { get; private set; }

    /// <summary>What is to be sent now; asking takes it.</summary>
    public IEnumerable<string> TakeCommands()
    {
        while (_commands.TryDequeue(out var command)) yield return command;
    }

    /// <summary>Lines were dropped here.</summary>
    public void Begin()
    {
        foreach (var room in traffic.Scene.RoomsOf(client))
            if (observer.IsOpen(room)) BacklogOf(room).NeedsJoin = true;
        if (traffic.Scene.PartnerOf(client) < 0) return;
        var direct = traffic.Scene.DirectOf(client);
        BacklogOf(direct);
        Ask(direct);
    }

    /// <summary>The server has let the client in anew; from now on the room can be fetched to its end.</summary>
    public void Enter(int room)
    {
        _behind[room].NeedsJoin = false;
        Ask(room);
    }

    /// <summary>It came live while something before it is missing.</summary>
    public void Hold(int conversation, Sighting sighting) => _behind[conversation].Held.Add(sighting);

    /// <returns>True if the line belongs to a page.</returns>
    public bool Take(Message message)
    {
        if (message is { Command: "BATCH", Count: > 2 } && message[0][0] == '+' && message[1] == HistoryPages.BatchType && Conversation(message[2]) is >= 0 and var conversation && Is(conversation))
        {
            _batches[message[0][1..]] = (conversation, []);
            return true;
        }
        if (message.Command == "BATCH" && message.Count > 0 && _batches.Remove(message[0][1..], out var batch))
        {
            End(batch.Conversation, batch.Page);
            return true;
        }
        if (message is { Command: "FAIL", Count: > 0 } && message[0] == "CHATHISTORY" && IsAnywhere) throw new EndOfStreamException(message.ToString());
        if (message.Tags[TagNames.Batch] is not { } within || !_batches.TryGetValue(within, out var open)) return false;
        open.Page.Add(message);
        return true;
    }

    private void End(int conversation, List<Message> page)
    {
        Pages++;
        var backlog = _behind[conversation];
        foreach (var message in page)
        {
            if (HistoryPages.Read(message, conversation, traffic) is { } sighting) Count(conversation, backlog, sighting);
            if (HistoryPages.Point(message, greeting) is { } point) observer.SetPoint(conversation, point);
        }
        if (--backlog.Asked > 0 || backlog.NeedsJoin) return;
        if (page.Count >= HistoryPages.Limit(greeting))
        {
            Ask(conversation);
            return;
        }
        foreach (var sighting in backlog.Held) Count(conversation, backlog, sighting);
        _behind.Remove(conversation);
    }

    /// <summary>Once, in its order: what was fetched may have come live too, and before.</summary>
    private void Count(int conversation, Backlog backlog, Sighting sighting)
    {
        if (sighting.Message >= 0 && observer.HasSeen(sighting.Message)) return;
        if (sighting.Place.Number > 0)
        {
            if (sighting.Place.Epoch == backlog.Last.Epoch && sighting.Place.Number <= backlog.Last.Number) return;
            backlog.Last = sighting.Place;
        }
        observer.See(conversation, sighting);
    }

    private Backlog BacklogOf(int conversation) => _behind.TryGetValue(conversation, out var known) ? known : _behind[conversation] = new();

    private void Ask(int conversation)
    {
        _behind[conversation].Asked++;
        var target = traffic.Scene.IsRoom(conversation) ? traffic.Scene.Conversations[conversation] : traffic.NickOf(traffic.Scene.PartnerOf(client));
        _commands.Enqueue($"CHATHISTORY AFTER {target} {observer.Point(conversation) ?? HistoryPages.Beginning} {HistoryPages.Limit(greeting)}");
    }

    private int Conversation(string target) =>
        traffic.Scene.Room(target) is >= 0 and var room ? room : traffic.Scene.PartnerOf(client) >= 0 ? traffic.Scene.DirectOf(client) : -1;

    private sealed class Backlog
    {
        public bool NeedsJoin { get; set; }

        /// <summary>Pages that are under way.</summary>
        public int Asked { get; set; }

        /// <summary>Of the last entry that was fetched.</summary>
        public Place Last { get; set; }

        public List<Sighting> Held { get; } = [];
    }
}
