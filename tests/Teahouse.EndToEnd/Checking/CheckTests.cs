using System.Diagnostics;
using System.Text.Json;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Checking;

/// <summary><c>teahouse check</c> as people run it: against the program itself, through faults and kills.</summary>
public sealed class CheckTests
{
    /// <summary>Of a check: it takes a while until everybody is in, and until everything is answered, where the machine has much else to do.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(6);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_checker_finds_nothing_at_our_own_server_through_faults_and_kills(int seed)
    {
        var run = await ProgramRun.WithinAsync(
            Longest,
            "check", "--clients", "10", "--messages", "1000000", "--for", "8s", "--faults", "all", "--kill-every", "2s", "--seed", $"{seed}", "--json", "-");

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        var report = JsonDocument.Parse(run.Output).RootElement;
        Assert.True(report.GetProperty("messages").GetProperty("accepted").GetInt32() > 0, run.Output);
        Assert.True(report.GetProperty("kills").GetInt32() > 0, run.Output);
        Assert.True(report.GetProperty("stored").GetInt32() > 0, run.Output);
        Assert.NotEmpty(report.GetProperty("faults").EnumerateObject());
    }

    [Fact]
    public async Task A_server_that_runs_already_is_checked_over_TLS()
    {
        using var folder = new ServerFolder();
        await using var server = await ServerProcess.StartAsync(folder);
        var run = await ProgramRun.WithinAsync(
            Longest,
            "check", $"localhost:{folder.Ircs}", "--tls", "--clients", "4", "--messages", "400", "--seed", "1", "--faults", "cut,stall,drip", "--language", "en");

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Contains("400 messages by 4 clients", run.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing is wrong. (seed 1)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_that_is_stopped_ends_the_server_that_it_started()
    {
        using var check = Process.Start(ProgramRun.StartInfo(["check", "--clients", "2", "--messages", "100000000", "--seed", "1"]))!;
        try
        {
            using var patience = Patience.Start();
            // The first line says how far it is, so it has begun.
            Assert.NotNull(await check.StandardError.ReadLineAsync(patience.Token));
            var server = await Patience.SeeAsync(() => Task.FromResult(OnlyChild(check.Id)), () => "The check has not just one child.");
            Signals.Terminate(check.Id);
            await check.WaitForExitAsync(patience.Token);
            Assert.Equal(1, check.ExitCode);
            Assert.False(Directory.Exists($"/proc/{server}"));
            Assert.Contains("Stopped before the end.", await check.StandardError.ReadToEndAsync(patience.Token), StringComparison.Ordinal);
        }
        finally
        {
            if (!check.HasExited) check.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task A_server_that_is_not_there_cannot_be_checked()
    {
        var run = await ProgramRun.OfAsync("check", $"127.0.0.1:{FreePorts.Take(1)[0]}", "--start", "true", "--seed", "1");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The server ended at its start", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("is not HOST:PORT", "check", "nowhere")]
    [InlineData("needs --start", "check", "127.0.0.1:6667", "--kill-every", "5s")]
    [InlineData("a time such as", "check", "--for", "5")]
    [InlineData("half-open", "check", "--faults", "fire")]
    [InlineData("--clients is a number from 1", "check", "--clients", "0")]
    public async Task A_wrong_command_line_is_said_to_be_wrong(string says, params string[] arguments)
    {
        var run = await ProgramRun.OfAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(says, run.Errors, StringComparison.Ordinal);
    }

    /// <summary>Null also if a thread ends while it is looked at: its children go to another.</summary>
    private static string? OnlyChild(int process)
    {
        try
        {
            string[] children = [.. Directory.GetDirectories($"/proc/{process}/task").SelectMany(thread => File.ReadAllText($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))];
            return children is [var only] ? only : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
