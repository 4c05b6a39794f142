using Teahouse.Check.Judging;
using Teahouse.Protocol;

namespace Teahouse.Check.Driving;

/// <summary>Reads a conversation from its first message to its last, page by page (https://ircv3.net/specs/extensions/chathistory).</summary>
/// <param name="patience">For one page.</param>
internal sealed class HistoryReader(IrcLink link, Greeting greeting, Traffic traffic, TimeSpan patience)
{
    private const string Beginning = "timestamp=1970-01-01T00:00:00.000Z";
    private const int UsualLimit = 100;
    private const int LargestLimit = 1_000;

    public async Task<StoredConversation> ReadAsync(int conversation, string target, CancellationToken cancel)
    {
        var entries = new List<Sighting>();
        var known = new HashSet<string>();
        var after = Beginning;
        while (true)
        {
            var page = await PageAsync($"CHATHISTORY AFTER {target} {after} {Limit}", cancel);
            // By times a page may begin with what the last one ended with.
            var gained = page.FindAll(message => message.Tags[TagNames.MsgId] is not { } id || known.Add(id));
            if (gained.Count == 0) return new(conversation, entries);
            foreach (var message in gained)
                if (Read(message, conversation) is { } sighting) entries.Add(sighting);
            after = Point(gained[^1]);
        }
    }

    private int Limit => greeting.Support.ChatHistoryLimit switch
    {
        null => UsualLimit,
        0 => LargestLimit,
        var limit => Math.Min(limit.Value, LargestLimit),
    };

    private Sighting? Read(Message message, int conversation)
    {
        if (message.Command != "PRIVMSG" || message.Count < 2)
            return Marks.PlaceOf(message) is { Number: > 0 } place ? new(Sighting.NoMessage, Place: place) : null;
        var room = traffic.Scene.Room(message[0]);
        if (!MessageText.TryParse(message[1], traffic.Mark, out var text, out var isIntact)) return room >= 0 ? new(Sighting.Nobodys, Intact: false) : null;
        return text.Conversation == conversation ? Listening.Read(text, isIntact, room, traffic.Scene, message) : new(Sighting.Nobodys, Intact: false);
    }

    private string Point(Message last)
    {
        var kinds = greeting.Support["MSGREFTYPES"]?.Split(',') ?? ["msgid", "timestamp"];
        if (kinds.Contains("msgid") && last.Tags[TagNames.MsgId] is { } id) return $"msgid={id}";
        return last.Tags[TagNames.Time] is { } time ? $"timestamp={time}" : throw new HistoryException("What the history gives has neither msgid nor time.");
    }

    private async Task<List<Message>> PageAsync(string command, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(patience);
        var cancel = limit.Token;
        await link.SendAsync(command, cancel);
        string? batch = null;
        var page = new List<Message>();
        while (true)
        {
            if (await link.ReceiveAsync(cancel) is not { } message) continue;
            switch (message.Command)
            {
                case "PING":
                    await link.SendAsync($"PONG :{message.Parameters[^1]}", cancel);
                    break;
                case "FAIL" when message[0] == "CHATHISTORY":
                    throw new HistoryException(message.ToString());
                case "BATCH" when batch is null && message.Count > 1 && message[1] == "chathistory":
                    batch = message[0][1..];
                    break;
                case "BATCH" when batch is not null && message[0][1..] == batch:
                    return page;
                default:
                    if (batch is not null && message.Tags[TagNames.Batch] == batch) page.Add(message);
                    break;
            }
        }
    }
}
