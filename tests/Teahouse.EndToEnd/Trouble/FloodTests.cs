using System.Diagnostics;
using Teahouse.EndToEnd.Irc;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Trouble;

public sealed class FloodTests
{
    private const int Rate = 20;
    private const int Burst = 5 * Rate;

    /// <summary>What is read in five seconds: more than a busy machine takes to answer somebody else.</summary>
    private const int Beyond = 5 * Rate;

    [Fact]
    public async Task Who_floods_is_read_more_slowly_and_nobody_else_is()
    {
        using var folder = new ServerFolder();
        folder.Set("limits", "messages_per_second", Rate);
        await using var server = await ServerProcess.StartAsync(folder);
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        await using var bob = await IrcClient.ConnectAsync(folder.Irc, "bob");

        var watch = Stopwatch.StartNew();
        await ann.SendAsync(string.Concat(Enumerable.Repeat("PING x\r\n", Burst + Beyond)));
        var slow = ann.SettleAsync();
        await bob.SettleAsync();
        Assert.False(slow.IsCompleted);
        var answers = await slow;

        Assert.Equal(Burst + Beyond, answers.Count(message => message.Command == "PONG"));
        // Less than the rate says, because the budget fills while the burst is read.
        Assert.True(watch.Elapsed > TimeSpan.FromSeconds(1.0), $"{Burst + Beyond} lines took {watch.Elapsed}.");
    }

    [Fact]
    public async Task Who_sends_on_while_being_read_slowly_is_closed_with_a_reason()
    {
        using var folder = new ServerFolder();
        folder.Set("limits", "messages_per_second", Rate);
        await using var server = await ServerProcess.StartAsync(folder);
        await using var ann = await IrcClient.ConnectAsync(folder.Irc, "ann");
        var sending = SendAsync();

        var end = (await ann.ReadToEndAsync()).LastOrDefault(message => message.Command != "PONG");
        Assert.Equal("ERROR", end?.Command);
        Assert.Contains("flood", end![0], StringComparison.OrdinalIgnoreCase);
        await Assert.ThrowsAsync<IOException>(() => sending);

        async Task SendAsync()
        {
            var lines = string.Concat(Enumerable.Repeat($"PING {new string('x', 400)}\r\n", 100));
            while (true) await ann.SendAsync(lines);
        }
    }
}
