using Teahouse.Protocol;

namespace Teahouse.EndToEnd.Irc;

/// <summary>Reads a conversation from its log.</summary>
internal static class History
{
    /// <param name="target">The room, or the other person.</param>
    /// <param name="after">The last entry known; null: from the beginning.</param>
    public static async Task<List<Sighting>> ReadAsync(IrcClient client, string target, Sighting? after, int limit)
    {
        var found = new List<Sighting>();
        while (true)
        {
            var point = (found.LastOrDefault() ?? after) is { } last ? $"msgid={last.MsgId}" : "timestamp=2000-01-01T00:00:00.000Z";
            var page = await PageAsync(client, $"CHATHISTORY AFTER {target} {point} {limit}");
            found.AddRange(page);
            if (page.Count == 0) return found;
        }
    }

    private static async Task<List<Sighting>> PageAsync(IrcClient client, string command)
    {
        await client.SendAsync($"@label=page {command}");
        var start = await client.ExpectAsync("BATCH", message => message.Tags[TagNames.Label] == "page");
        var name = start[0][1..];
        var page = new List<Sighting>();
        while (true)
        {
            var message = await client.ReceiveAsync() ?? throw new InvalidOperationException("The connection ended in a page of history.");
            if (message.Command == "BATCH" && message[0] == $"-{name}") return page;
            if (message.Tags[TagNames.Batch] == name && Sighting.Of(message, client.Nick) is { } sighting) page.Add(sighting);
        }
    }
}
