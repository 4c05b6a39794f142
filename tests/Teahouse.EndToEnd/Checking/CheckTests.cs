using System.Text.Json;
using Teahouse.EndToEnd.Servers;

namespace Teahouse.EndToEnd.Checking;

/// <summary><c>teahouse check</c> as people run it: against the program itself, through faults and kills.</summary>
public sealed class CheckTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_checker_finds_nothing_at_our_own_server_through_faults_and_kills(int seed)
    {
        var run = await ProgramRun.WithinAsync(
            TimeSpan.FromMinutes(2),
            "check", "--clients", "10", "--messages", "1000000", "--for", "8s", "--faults", "all", "--kill-every", "2s", "--seed", $"{seed}", "--json", "-");

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        var report = JsonDocument.Parse(run.Output).RootElement;
        Assert.True(report.GetProperty("messages").GetProperty("accepted").GetInt32() > 100, run.Output);
        Assert.True(report.GetProperty("kills").GetInt32() > 0, run.Output);
        Assert.True(report.GetProperty("stored").GetInt32() > 100, run.Output);
        Assert.NotEmpty(report.GetProperty("faults").EnumerateObject());
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
}
