using Teahouse.Check.Faults;
using Teahouse.Check.Judging;
using Teahouse.Core.Hosting;

namespace Teahouse.Check.Tests.Planted;

/// <summary>The checker against our own server: it finds each fault that is planted in it, and nothing without one.</summary>
public sealed class PlantedFaultTests
{
    private const int Usual = 1_000;

    /// <summary>How long is written, and waited for answers.</summary>
    private static readonly (TimeSpan Writing, TimeSpan Patience) Sound = (TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(30));
    private static readonly (TimeSpan Writing, TimeSpan Patience) Stuck = (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15));

    [Fact]
    public async Task Nothing_is_found_without_a_fault_though_the_store_fails_and_the_server_is_killed()
    {
        await using var server = await PlantedServer.StartAsync(PlantedFault.None);
        var report = await CheckAsync(server, Usual, Sound);

        Assert.Equal([], report.Findings);
        Assert.True(report.IsGood);
        Assert.Equal(Usual, report.Accepted);
        Assert.True(server.Troubles.Kills > 1);
        Assert.Empty(server.Log.Critical);
    }

    [Theory]
    [InlineData(PlantedFault.TellsBeforeItStores, Usual, FindingKind.EchoedNotStored, FindingKind.SeenNotStored)]
    [InlineData(PlantedFault.DropsOneInAThousand, 2_200, FindingKind.Lost)]
    [InlineData(PlantedFault.ForgetsIdsAfterAStart, Usual, FindingKind.Doubled)]
    [InlineData(PlantedFault.DoublesRetries, Usual, FindingKind.Doubled)]
    [InlineData(PlantedFault.SwapsTwo, Usual, FindingKind.DifferentOrder)]
    [InlineData(PlantedFault.DecidesOnTheUncommitted, Usual, FindingKind.Reordered)]
    public async Task Every_planted_fault_is_found(PlantedFault fault, int messages, params FindingKind[] kinds)
    {
        await using var server = await PlantedServer.StartAsync(fault);
        // What was told and never stored is what all that comes after it waits for, in vain.
        var report = await CheckAsync(server, messages, fault == PlantedFault.TellsBeforeItStores ? Stuck : Sound);

        Assert.False(report.IsGood);
        Assert.True(report.Findings.Any(finding => kinds.Contains(finding.Kind)), $"Found: {string.Join(", ", report.Findings.Select(finding => finding.Kind).Distinct())}");
        Assert.Contains(server.Log.Critical, line => line.Contains("PLANTED A FAULT", StringComparison.Ordinal) && line.Contains(fault.ToString(), StringComparison.Ordinal));
    }

    private static Task<CheckReport> CheckAsync(PlantedServer server, int messages, (TimeSpan Writing, TimeSpan Patience) limits) => CheckRun.RunAsync(
        new CheckOptions
        {
            Server = server.Address,
            Clients = 6,
            Rooms = 2,
            Messages = messages,
            Faults = FaultKinds.None,
            Seed = 1,
            // A server that does not come back must not be waited for.
            Duration = limits.Writing,
            AnswerWithin = TimeSpan.FromSeconds(2),
            Patience = limits.Patience,
        },
        TimeProvider.System, null, TestContext.Current.CancellationToken);
}
