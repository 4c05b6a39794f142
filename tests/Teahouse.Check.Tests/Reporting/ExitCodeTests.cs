using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Teahouse.Check.Tests.Faulty;
using Teahouse.Server.CommandLine;

namespace Teahouse.Check.Tests.Reporting;

/// <summary>The command itself: what scripts see of a check.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("teahouse-check-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(Misdeed.None, 0)]
    [InlineData(Misdeed.SkipsAMember, 3)]
    [InlineData(Misdeed.ForgetsToStore, 3)]
    internal async Task The_exit_code_and_the_file_say_whether_something_is_wrong(Misdeed misdeed, int exitCode)
    {
        await using var server = new FaultyServer(misdeed);
        var file = Path.Combine(_folder, "report.json");
        string[] arguments = [server.Address.ToString(), "--messages", "200", "--faults", "none", "--seed", "1", "--json", file, "--language", "en"];
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        await using var errors = new StringWriter(CultureInfo.InvariantCulture);

        var ended = await CheckCommand.Create().Parse(arguments).InvokeAsync(
            new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, TestContext.Current.CancellationToken);

        Assert.True(ended == exitCode, $"{ended}: {output}{errors}");
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(exitCode == 0, report.RootElement.GetProperty("good").GetBoolean());
        Assert.Equal(exitCode == 0, report.RootElement.GetProperty("findings").GetArrayLength() == 0);
    }
}
