using System.Text;
using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Sessions;

/// <summary>Who sends too much is read more slowly; who reads too little harms only itself.</summary>
public sealed class FloodTests
{
    private static async Task<Stage> OpenAsync(int messagesPerSecond = 0, int queue = 2 * 1024 * 1024, int pingSeconds = 90) =>
        await Stage.OpenAsync(Stage.Options with
        {
            Limits = Stage.Options.Limits with { MessagesPerSecond = messagesPerSecond, SendQueueBytes = queue, PingSeconds = pingSeconds },
        });

    [Fact]
    public async Task A_burst_passes_at_once_and_the_rest_by_and_by()
    {
        await using var stage = await OpenAsync(messagesPerSecond: 2);
        await stage.ConnectAsync("bob");
        stage.Time.Advance(TimeSpan.FromMinutes(1));
        var ann = await stage.ConnectAsync("ann");
        stage.Time.Advance(TimeSpan.FromMinutes(1));
        await ann.SendAsync(string.Join("\r\n", Enumerable.Range(0, 14).Select(i => $"PRIVMSG ann :{i}")));
        // Ten are a burst of five times two; two pass each second after.
        Assert.Equal(["9"], await LastOfAsync(ann, 10));
        stage.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["11"], await LastOfAsync(ann, 2));
        stage.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["13"], await LastOfAsync(ann, 2));
        Assert.Empty(stage.Faults);
    }

    /// <summary>The text of the last of so many lines, which must all come without waiting.</summary>
    private static async Task<string[]> LastOfAsync(WireClient client, int count)
    {
        string line = "";
        for (var i = 0; i < count; i++) line = await client.ReadLineAsync() ?? throw new InvalidOperationException("The connection ended");
        return [line[(line.LastIndexOf(':') + 1)..]];
    }

    [Fact]
    public async Task Who_floods_on_while_it_is_read_slowly_is_closed_when_64_KiB_wait()
    {
        await using var stage = await OpenAsync(messagesPerSecond: 1, pingSeconds: 0);
        var ann = await stage.ConnectAsync("ann");
        await ann.SendRawAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("PRIVMSG ann :" + new string('x', 400) + "\r\n", 400))));
        while (!ann.Serving.IsCompleted)
        {
            stage.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        Assert.Contains(await ann.UnreadAsync(), l => l.Contains("Excess flood", StringComparison.Ordinal));
        Assert.Empty(stage.Faults);
    }

    [Fact]
    public async Task Who_never_reads_is_closed_with_a_reason_and_the_others_never_wait_for_it()
    {
        await using var stage = await OpenAsync(queue: 20_000, pingSeconds: 0);
        await Transcript.RunAsync(stage, "ann joins #tea\nbob joins #tea");
        var deaf = stage.Open("deaf", room: 4096);
        await deaf.SendAsync("NICK deaf\r\nUSER deaf 0 * :Deaf\r\nJOIN #tea");
        while (await deaf.ReadLineAsync() is { } line && !line.Contains(" 366 ", StringComparison.Ordinal)) { }
        var ann = stage.Find("ann")!;
        var text = new string('x', 400);
        for (var i = 0; i < 100; i++) await ann.SendAsync($"PRIVMSG #tea :{i} {text}");
        await ann.ForgetAsync();
        Assert.Equal(100, (await stage.Find("bob")!.UnreadAsync()).Count(l => l.Contains("PRIVMSG", StringComparison.Ordinal)));
        // Two seconds for the last word; then it is gone, read or not.
        while (!deaf.Serving.IsCompleted)
        {
            stage.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await ann.CatchUpAsync();
        Assert.Contains(await stage.Find("bob")!.UnreadAsync(), l => l.Contains("deaf", StringComparison.Ordinal) && l.Contains("QUIT :Too much is waiting", StringComparison.Ordinal));
        Assert.Empty(stage.Faults);
    }

    [Fact]
    public async Task Who_asks_much_and_reads_nothing_is_held_up_then_let_go_and_stops_nobody()
    {
        await using var stage = await OpenAsync(queue: 10_000, pingSeconds: 30);
        var deaf = stage.Open("deaf", room: 4096);
        await deaf.SendAsync("NICK deaf\r\nUSER deaf 0 * :Deaf");
        while (await deaf.ReadLineAsync() is { } line && !line.Contains(" 422 ", StringComparison.Ordinal)) { }
        for (var i = 0; i < 100; i++) await deaf.SendAsync("VERSION");
        // It waits for its reader, not for a command: silence is no excuse for it.
        while (!deaf.Serving.IsCompleted)
        {
            stage.Time.Advance(TimeSpan.FromSeconds(10));
            stage.Server.Look();
            await Task.Yield();
        }
        var said = await deaf.UnreadAsync();
        Assert.True(said.Count(l => l.Contains(" 351 ", StringComparison.Ordinal)) < 100);
        Assert.Empty(stage.Faults);
    }

    [Fact]
    public async Task The_server_stops_although_a_peer_does_not_read()
    {
        var stage = await OpenAsync(queue: 10_000);
        var deaf = stage.Open("deaf", room: 4096);
        await deaf.SendAsync("NICK deaf\r\nUSER deaf 0 * :Deaf");
        while (await deaf.ReadLineAsync() is { } line && !line.Contains(" 422 ", StringComparison.Ordinal)) { }
        for (var i = 0; i < 100; i++) await deaf.SendAsync("VERSION");
        await stage.DisposeAsync();
        Assert.True(deaf.Serving.IsCompleted);
        Assert.Empty(stage.Faults);
    }

    [Fact]
    public async Task A_session_that_does_not_read_does_not_hold_back_the_other_sessions_of_its_user()
    {
        await using var stage = await OpenAsync(queue: 10_000);
        await Transcript.RunAsync(stage, "account ann\none joins #tea as ann\nbob joins #tea");
        var two = await stage.ConnectAsync("two", "ann", room: 2048);
        for (var i = 0; i < 100; i++) await two.SendAsync("PRIVMSG nobody :anybody there, in this large and empty house?");
        await Transcript.RunAsync(stage,
            """
            one > NICK anna
            one < :ann!* NICK anna
            bob < :ann!* NICK anna
            one > JOIN #new
            one < :anna!* JOIN #new
            one < :* 353 *
            one < :* 366 *
            """);
        Assert.Empty(stage.Faults);
    }
}
