using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;
using Teahouse.Protocol;

namespace Teahouse.EndToEnd.Trouble;

public sealed class SlowReaderTests
{
    private const int Readers = 40;
    private const int Messages = 16_000;
    private const int TextBytes = 450;
    private const int Missed = 4_000;
    private const int Page = 100;

    /// <summary>Less than half of what would wait for the readers if the server kept it for them; what is garbage is the machine's choice.</summary>
    private const long MostGrowth = 128L * 1024 * 1024;

    private static readonly string Text = new('x', TextBytes);

    [Fact]
    public async Task Clients_that_never_read_do_not_make_the_server_s_memory_grow_and_harm_nobody()
    {
        using var folder = new ServerFolder();
        folder.Set("limits", "send_queue_bytes", 65_536);
        await using var server = await ServerProcess.StartAsync(folder);
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await using var bob = await IrcClient.ConnectAsync(folder.Irc, "bob");
        await ann.JoinAsync("#tea");
        await bob.JoinAsync("#tea");
        var before = server.PeakResidentBytes();
        var readers = new List<IrcClient>();
        try
        {
            for (var i = 0; i < Readers; i++) readers.Add(await JoinAsync(folder, $"deaf{i}", i % 2 == 0 ? "" : "message-tags batch server-time draft/chathistory teahouse.chat/seq"));
            await Task.WhenAll(WriteAsync(ann, Messages), ReadAsync(bob));
            Assert.InRange(server.PeakResidentBytes() - before, 0, MostGrowth);
        }
        finally
        {
            foreach (var reader in readers) await reader.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_client_that_reads_too_slowly_stays_connected_and_fetches_what_it_missed()
    {
        using var folder = new ServerFolder();
        folder.Set("limits", "send_queue_bytes", 65_536);
        await using var server = await ServerProcess.StartAsync(folder);
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await ann.JoinAsync("#tea");
        await using var slow = await JoinAsync(folder, "slow", "message-tags batch server-time echo-message draft/chathistory teahouse.chat/seq");
        var before = server.PeakResidentBytes();
        await WriteAsync(ann, Missed);

        // It reads on: what was on its way, where the rest is missing, and that it is in its room anew.
        var got = new List<string>();
        var note = await TakeAsync(slow, got, FellBehind);
        Assert.StartsWith("1-", note[3], StringComparison.Ordinal);
        Assert.InRange(got.Count, 1, Missed - 1);
        for (var size = Page; size == Page;)
        {
            // It may have been back for a while and fallen behind anew: what comes beside the pages is in them too.
            var page = new List<string>();
            await slow.SendAsync($"CHATHISTORY AFTER #tea msgid={got[^1]} {Page}");
            await TakeAsync(slow, page, message => message.Command == "BATCH" && message[0][0] == '-', isPage: true);
            got.AddRange(page);
            size = page.Count;
        }
        Assert.Equal(Missed, got.Count);
        await ann.SendAsync("PRIVMSG #tea :live again");
        while ((await TakeAsync(slow, [], message => FellBehind(message) || message is { Command: "PRIVMSG", Count: 2 } && message[1] == "live again")).Command == "NOTE")
            await slow.SendAsync($"CHATHISTORY AFTER #tea msgid={got[^1]} {Page}");

        // All that was said, once and in its order.
        await slow.SendAsync($"CHATHISTORY AFTER #tea msgid={got[0]} {Page}");
        var again = new List<string>();
        await TakeAsync(slow, again, message => message.Command == "BATCH" && message[0][0] == '-', isPage: true);
        Assert.Equal(got.Skip(1).Take(Page), again);
        Assert.Equal(Missed, got.Distinct().Count());
        Assert.InRange(server.PeakResidentBytes() - before, 0, MostGrowth);
    }

    private static bool FellBehind(Message message) =>
        message is { Command: "NOTE", Count: > 3 } && message[0] == "JOIN" && message[1] == "FELL_BEHIND" && message[2] == "#tea";

    /// <summary>Notes the messages that come, up to a certain line.</summary>
    /// <param name="isPage">Only those of a page of history.</param>
    private static async Task<Message> TakeAsync(IrcClient client, List<string> ids, Func<Message, bool> end, bool isPage = false)
    {
        while (true)
        {
            var message = await client.ReceiveAsync() ?? throw new InvalidOperationException("The connection ended.");
            if (end(message)) return message;
            if (message.Command == "PRIVMSG" && (!isPage || message.Tags.Contains("batch"))) ids.Add(message.Tags["msgid"]!);
        }
    }

    [Fact]
    public async Task A_client_that_asks_and_never_reads_the_answers_is_not_read_any_more()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        var before = server.PeakResidentBytes();
        var asker = await JoinAsync(folder, "asker", "");
        var asked = 0;
        var asking = AskAsync();

        // It has stopped when the number of questions no longer grows.
        var (last, since) = (0, 0);
        await Patience.SeeAsync(
            () =>
            {
                since = asked == last && asked > 0 ? since + 1 : 0;
                last = asked;
                return since == 25;
            },
            () => $"{asked} blocks of questions were taken, and more are.");
        Assert.False(asking.IsCompleted);
        await ann.SettleAsync();
        Assert.InRange(server.PeakResidentBytes() - before, 0, MostGrowth);
        await asker.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => asking);

        async Task AskAsync()
        {
            var questions = string.Concat(Enumerable.Repeat("VERSION\r\n", 1_000));
            while (true)
            {
                await asker.SendAsync(questions);
                asked++;
            }
        }
    }

    private static async Task<IrcClient> JoinAsync(ServerFolder folder, string nick, string capabilities)
    {
        var client = await IrcClient.RegisterAsync(await IrcConnection.OpenAsync(folder.Irc, receiveBuffer: 4_096), nick, capabilities);
        await client.JoinAsync("#tea");
        return client;
    }

    private static async Task WriteAsync(IrcClient client, int count)
    {
        var message = $"PRIVMSG #tea :{Text}\r\n";
        for (var i = 0; i < count; i += 100)
        {
            await client.SendAsync(string.Concat(Enumerable.Repeat(message, 100)));
            await client.SettleAsync();
        }
    }

    private static async Task ReadAsync(IrcClient client)
    {
        for (var i = 0; i < Messages; i++) await client.ExpectTextAsync(Text);
    }
}
