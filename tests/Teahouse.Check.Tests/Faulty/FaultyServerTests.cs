using Teahouse.Check.Faults;
using Teahouse.Check.Judging;
using Teahouse.Check.Reporting;

namespace Teahouse.Check.Tests.Faulty;

/// <summary>The whole checker against a server that does one thing wrong: it finds just that.</summary>
public sealed class FaultyServerTests
{
    private const string WithoutOnce = "message-tags batch server-time echo-message labeled-response draft/chathistory";
    private const string OnlyEcho = "echo-message";

    [Theory]
    [InlineData(FaultyServer.Everything)]
    [InlineData(WithoutOnce)]
    [InlineData(OnlyEcho)]
    [InlineData("")]
    public async Task Nothing_is_found_at_a_sound_server_whatever_happens_to_connections(string capabilities)
    {
        var report = await CheckAsync(Misdeed.None, capabilities, FaultKinds.All, messages: 1_000);

        Assert.Equal([], report.Findings);
        Assert.True(report.IsGood);
        Assert.NotEmpty(report.Faults);
        Assert.Equal(1_000, report.Sent);
        if (capabilities == FaultyServer.Everything) Assert.Equal(1_000, report.Accepted);
    }

    [Theory]
    [InlineData(Misdeed.SkipsAMember, FindingKind.Lost)]
    [InlineData(Misdeed.ForgetsToStore, FindingKind.EchoedNotStored, FindingKind.SeenNotStored)]
    [InlineData(Misdeed.TellsBeforeItStores, FindingKind.SeenNotStored, FindingKind.RefusedButThere)]
    [InlineData(Misdeed.TellsTwice, FindingKind.Doubled)]
    [InlineData(Misdeed.StoresTwice, FindingKind.Doubled)]
    [InlineData(Misdeed.SwapsForAMember, FindingKind.DifferentOrder)]
    [InlineData(Misdeed.SwapsForAll, FindingKind.Reordered)]
    [InlineData(Misdeed.ChangesText, FindingKind.Altered)]
    [InlineData(Misdeed.DoesNotWait, FindingKind.Reordered)]
    internal async Task What_a_server_does_wrong_is_found(Misdeed misdeed, params FindingKind[] kinds)
    {
        var report = await CheckAsync(misdeed, FaultyServer.Everything, FaultKinds.None, messages: 600);

        Assert.False(report.IsGood);
        Assert.All(kinds, kind => Assert.Contains(report.Findings, finding => finding.Kind == kind));
        AssertNothingElse(report, misdeed);
    }

    [Theory]
    [InlineData(FaultKinds.None)]
    [InlineData(FaultKinds.All)]
    public async Task Who_is_told_to_have_read_too_slowly_fetches_and_misses_nothing(FaultKinds faults)
    {
        var report = await CheckAsync(Misdeed.MakesFetch, FaultyServer.Everything, faults, messages: 1_000);

        Assert.Equal([], report.Findings);
        Assert.Equal(1_000, report.Accepted);
    }

    [Fact]
    public async Task Who_fetched_what_leaves_one_out_has_lost_it()
    {
        var report = await CheckAsync(Misdeed.MakesFetchAndForgets, FaultyServer.Everything, FaultKinds.None, messages: 600);

        Assert.Contains(report.Findings, finding => finding.Kind == FindingKind.Lost);
        AssertNothingElse(report, Misdeed.MakesFetchAndForgets);
    }

    [Theory]
    [InlineData(Misdeed.SkipsAMember, FindingKind.Lost)]
    [InlineData(Misdeed.TellsTwice, FindingKind.Doubled)]
    [InlineData(Misdeed.SwapsForAMember, FindingKind.DifferentOrder)]
    [InlineData(Misdeed.ChangesText, FindingKind.Altered)]
    internal async Task What_shows_without_echo_and_history_is_found_there_too(Misdeed misdeed, FindingKind kind)
    {
        var report = await CheckAsync(misdeed, "", FaultKinds.None, messages: 600);

        Assert.Contains(report.Findings, finding => finding.Kind == kind);
        AssertNothingElse(report, misdeed);
    }

    [Fact]
    public async Task A_message_sent_again_to_a_server_that_forgets_its_id_is_doubled()
    {
        var report = await CheckAsync(Misdeed.ForgetsIds, FaultyServer.Everything, FaultKinds.Cut | FaultKinds.Reset, messages: 3_000);

        Assert.Contains(report.Findings, finding => finding.Kind == FindingKind.Doubled && finding.InHistory);
    }

    [Fact]
    public async Task A_message_that_is_never_answered_is_sent_again_where_that_is_possible()
    {
        var report = await CheckAsync(Misdeed.SaysNothing, FaultyServer.Everything, FaultKinds.None, messages: 100);

        Assert.Equal([], report.Findings);
        Assert.Equal(100, report.Accepted);
        Assert.True(report.Connections > 6);
    }

    [Fact]
    public async Task A_message_that_is_never_answered_has_an_unknown_outcome_elsewhere()
    {
        var report = await CheckAsync(Misdeed.SaysNothing, WithoutOnce, FaultKinds.None, messages: 100);

        Assert.Equal([], report.Findings);
        Assert.True(report.Unknown > 0);
        Assert.Equal(0, report.UnknownThere);
    }

    [Fact]
    public async Task A_history_may_take_longer_than_silence_is_borne_while_they_write()
    {
        var report = await CheckAsync(Misdeed.TakesItsTime, FaultyServer.Everything, FaultKinds.None, messages: 100);

        Assert.Equal([], report.Findings);
        Assert.Equal(100, report.Stored);
        Assert.True(report.Took > FaultyServer.Late);
    }

    [Fact]
    public async Task Why_a_history_cannot_be_read_is_told()
    {
        var report = await CheckAsync(Misdeed.RefusesHistory, FaultyServer.Everything, FaultKinds.None, messages: 100);

        Assert.NotEmpty(report.Findings);
        Assert.All(report.Findings, finding => Assert.Equal(FindingKind.HistoryUnreadable, finding.Kind));
        Assert.Contains("The shelf has fallen over", ReportText.Write(report, ReportTexts.English), StringComparison.Ordinal);
        Assert.Contains("The shelf has fallen over", ReportJson.Write(report), StringComparison.Ordinal);
    }

    private static async Task<CheckReport> CheckAsync(Misdeed misdeed, string capabilities, FaultKinds faults, int messages)
    {
        await using var server = new FaultyServer(misdeed, capabilities);
        // Where nothing falls silent, only a busy machine does.
        var isSilent = faults != FaultKinds.None || misdeed is Misdeed.SaysNothing or Misdeed.TakesItsTime;
        var options = new CheckOptions
        {
            Server = server.Address,
            Clients = 6,
            Rooms = 2,
            Messages = messages,
            Faults = faults,
            Seed = 1,
            Silence = TimeSpan.FromSeconds(isSilent ? 2 : 30),
            AnswerWithin = TimeSpan.FromSeconds(isSilent ? 1 : 15),
        };
        return await CheckRun.RunAsync(options, TimeProvider.System, null, TestContext.Current.CancellationToken);
    }

    /// <summary>One misdeed may show in several ways, but not in any.</summary>
    private static void AssertNothingElse(CheckReport report, Misdeed misdeed)
    {
        FindingKind[] possible = misdeed switch
        {
            Misdeed.SkipsAMember => [FindingKind.Lost],
            Misdeed.ForgetsToStore => [FindingKind.EchoedNotStored, FindingKind.SeenNotStored],
            Misdeed.TellsBeforeItStores => [FindingKind.SeenNotStored, FindingKind.RefusedButThere],
            Misdeed.TellsTwice or Misdeed.StoresTwice => [FindingKind.Doubled],
            Misdeed.SwapsForAMember => [FindingKind.DifferentOrder, FindingKind.Reordered, FindingKind.Lost],
            // What is held back when nothing more is said never comes.
            Misdeed.SwapsForAll => [FindingKind.Reordered, FindingKind.Lost, FindingKind.EchoedNotStored],
            Misdeed.DoesNotWait => [FindingKind.Reordered],
            // Who falls behind again at once may fetch what was left out, too late.
            Misdeed.MakesFetchAndForgets => [FindingKind.Lost, FindingKind.Reordered, FindingKind.DifferentOrder],
            _ => [FindingKind.Altered],
        };
        Assert.All(report.Findings, finding => Assert.Contains(finding.Kind, possible));
    }
}
