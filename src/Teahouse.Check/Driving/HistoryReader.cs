using Teahouse.Check.Judging;
using Teahouse.Protocol;

namespace Teahouse.Check.Driving;

/// <summary>Reads a conversation from its first message to its last, page by page (https://ircv3.net/specs/extensions/chathistory).</summary>
/// <param name="patience">For one page.</param>
internal sealed class HistoryReader(IrcLink link, Greeting greeting, Traffic traffic, TimeSpan patience)
{
    public async Task<StoredConversation> ReadAsync(int conversation, string target, CancellationToken cancel)
    {
        var entries = new List<Sighting>();
        var known = new HashSet<string>();
        var after = HistoryPages.Beginning;
        while (true)
        {
            var page = await PageAsync($"CHATHISTORY AFTER {target} {after} {HistoryPages.Limit(greeting)}", cancel);
            // By times a page may begin with what the last one ended with.
            var gained = page.FindAll(message => message.Tags[TagNames.MsgId] is not { } id || known.Add(id));
            if (gained.Count == 0) return new(conversation, entries);
            foreach (var message in gained)
                if (HistoryPages.Read(message, conversation, traffic) is { } sighting) entries.Add(sighting);
            after = HistoryPages.Point(gained[^1], greeting) ?? throw new HistoryException("What the history gives has neither msgid nor time.");
        }
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
