using Teahouse.Core.Tests.Transcripts;

namespace Teahouse.Core.Tests.Sessions;

/// <summary>Who reads too slowly and could never fetch what it missed.</summary>
public sealed class SlowReaderTests
{
    [Fact]
    public async Task It_is_closed_and_told_why_and_the_others_see_it_go()
    {
        await using var stage = await Stage.OpenAsync(Stage.Options with { Limits = Stage.Options.Limits with { SendQueueBytes = 20_000, PingSeconds = 0 } });
        await Transcript.RunAsync(stage, "ann joins #tea\nbob joins #tea");
        var (ann, bob) = (stage.Find("ann")!, stage.Find("bob")!);
        var slow = await stage.ConnectAsync("slow", room: 4096);
        await slow.SendAsync("JOIN #tea");
        await slow.ForgetAsync();
        await stage.ForgetAsync();
        var padding = new string('x', 400);
        for (var i = 0; i < 100; i++)
        {
            await ann.SendAsync($"PRIVMSG #tea :{i} {padding}");
            // Bob is never behind, however busy the machine is.
            await ann.CatchUpAsync();
            await bob.CatchUpAsync();
        }

        List<string> heard = [];
        while (await slow.ReadLineAsync() is { } line) heard.Add(line);
        Assert.StartsWith("ERROR :Closing link: ", heard[^1], StringComparison.Ordinal);
        Assert.Contains("reads too slowly", heard[^1], StringComparison.Ordinal);
        Assert.InRange(heard.Count, 2, 100);
        await slow.Serving.WaitAsync(WireClient.Patience, TestContext.Current.CancellationToken);
        var quit = Assert.Single(await bob.UnreadAsync(), l => l.StartsWith(":slow!", StringComparison.Ordinal));
        Assert.Contains(" QUIT :", quit, StringComparison.Ordinal);
        Assert.Contains("reads too slowly", quit, StringComparison.Ordinal);
        Assert.Empty(stage.Faults);
    }
}
