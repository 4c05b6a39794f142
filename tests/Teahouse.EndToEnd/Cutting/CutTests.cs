namespace Teahouse.EndToEnd.Cutting;

/// <summary>Networks that break every few seconds, for less than a minute; <c>bench/cuts</c> does it for half an hour.</summary>
public sealed class CutTests
{
    [Fact]
    public async Task What_two_people_write_while_their_networks_break_is_there_once_and_in_order()
    {
        var plan = new CutPlan(TimeSpan.FromSeconds(40), Every: TimeSpan.FromSeconds(5), Pause: TimeSpan.FromSeconds(1), Seed: 1);
        var report = await CutRun.RunAsync(plan, TestContext.Current.SendDiagnosticMessage);
        Assert.True(report.Findings.Count == 0, report.ToString());
        Assert.Equal(report.Written, report.Stored);
        Assert.NotEqual(0, report.Cuts);
    }
}
