using System.Text.Json;
using System.Text.RegularExpressions;
using Teahouse.Check.Faults;
using Teahouse.Check.Judging;
using Teahouse.Check.Reporting;
using Teahouse.Check.Tests.Judging;

namespace Teahouse.Check.Tests.Reporting;

public sealed partial class ReportTests
{
    private static readonly CheckOptions Options = new() { Server = new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 6667), Seed = 7 };

    [Fact]
    public void A_good_run_is_said_to_be_good()
    {
        var report = Report(new Story().Sends(0).Sends(1).Sees(2, 0, 1).Stores(0, 1));
        Assert.True(report.IsGood);
        Assert.Contains("Nothing is wrong. (seed 7)", ReportText.Write(report, ReportTexts.English), StringComparison.Ordinal);
        Assert.Contains("一切正常。（种子 7）", ReportText.Write(report, ReportTexts.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_names_message_place_and_reader()
    {
        var text = ReportText.Write(Report(new Story().Sends(0).Sends(1).Sees(2, 0).Stores(0, 1)), ReportTexts.English);
        Assert.Contains("Something is wrong, 1 times. (seed 7)", text, StringComparison.Ordinal);
        Assert.Contains("lost: somebody who was there did not get it", text, StringComparison.Ordinal);
        Assert.Contains("message 1, in #tea, client 2", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_findings_a_few_are_shown_and_the_others_counted()
    {
        var story = new Story().Sees(2);
        for (var i = 0; i < 30; i++) story.Sends(0);
        var text = ReportText.Write(Report(story.Stores([.. Enumerable.Range(0, 30)])), ReportTexts.English);
        Assert.Contains("Something is wrong, 30 times", text, StringComparison.Ordinal);
        Assert.Contains("and 25 more", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_server_never_promised_is_told_but_does_not_count()
    {
        var story = new Story { Promises = new(Echo: true, History: true, Once: false, Killed: true) }.Sends(0).Sends(0).Stores(0);
        var report = Report(story);
        Assert.True(report.IsGood);
        Assert.Equal(FindingKind.EchoedNotStored, Assert.Single(report.Unpromised).Kind);
        Assert.Contains("never promised otherwise", ReportText.Write(report, ReportTexts.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_in_which_nothing_was_accepted_is_not_good()
    {
        var report = Report(new Story { Promises = new(true, false, false, false) }.Sends(0, SendOutcome.Unknown));
        Assert.Empty(report.Findings);
        Assert.False(report.IsGood);
        Assert.Contains("proves nothing", ReportText.Write(report, ReportTexts.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_outcomes_are_told_apart_by_whether_the_message_is_there()
    {
        var report = Report(new Story { Promises = new(true, true, false, false) }
            .Sends(0).Sends(0, SendOutcome.Unknown).Sends(0, SendOutcome.Unknown).Sees(2, 0).Stores(0, 2));
        Assert.Equal((3, 1, 2, 1), (report.Sent, report.Accepted, report.Unknown, report.UnknownThere));
    }

    [Fact]
    public void What_was_accepted_and_reached_nobody_is_counted()
    {
        var report = Report(new Story { Promises = new(true, false, false, false) }.Sends(0).Sends(0).Sends(0).Looks(0, 0, 0, 0, 1, 2).Looks(2, 25, 0, 2));
        Assert.Equal(2, report.Vanished);
        Assert.True(report.IsGood);
    }

    [Fact]
    public void The_JSON_counts_every_kind_and_has_every_finding()
    {
        var report = Report(new Story().Sends(0).Sends(1).Sees(2, 0).Stores(0, 1)) with { Faults = new Dictionary<FaultKinds, int> { [FaultKinds.HalfOpen] = 3 } };
        var json = JsonDocument.Parse(ReportJson.Write(report)).RootElement;
        Assert.False(json.GetProperty("good").GetBoolean());
        Assert.Equal(7, json.GetProperty("seed").GetInt32());
        Assert.Equal(2, json.GetProperty("messages").GetProperty("accepted").GetInt32());
        Assert.Equal(3, json.GetProperty("faults").GetProperty("halfOpen").GetInt32());
        Assert.Equal(Enum.GetValues<FindingKind>().Length, json.GetProperty("counts").EnumerateObject().Count());
        Assert.Equal(1, json.GetProperty("counts").GetProperty("lost").GetInt32());
        Assert.Equal(0, json.GetProperty("counts").GetProperty("doubled").GetInt32());
        var finding = Assert.Single(json.GetProperty("findings").EnumerateArray());
        Assert.Equal("lost", finding.GetProperty("kind").GetString());
        Assert.Equal("#tea", finding.GetProperty("conversation").GetString());
        Assert.Equal(1, finding.GetProperty("message").GetInt32());
        Assert.Equal(2, finding.GetProperty("reader").GetInt32());
        Assert.Equal(JsonValueKind.Null, finding.GetProperty("other").ValueKind);
    }

    [Fact]
    public void Both_languages_name_every_kind_and_fill_in_the_same_values()
    {
        foreach (var texts in new[] { ReportTexts.English, ReportTexts.Chinese })
        {
            Assert.All(Enum.GetValues<FindingKind>(), kind => Assert.NotEmpty(texts.Kinds[kind]));
            Assert.All([FaultKinds.Cut, FaultKinds.Reset, FaultKinds.HalfOpen, FaultKinds.Stall, FaultKinds.Drip], kind => Assert.NotEmpty(texts.FaultNames[kind]));
        }
        foreach (var property in typeof(ReportTexts).GetProperties().Where(property => property.PropertyType == typeof(string)))
        {
            var (english, chinese) = ((string)property.GetValue(ReportTexts.English)!, (string)property.GetValue(ReportTexts.Chinese)!);
            Assert.Equal(Places(english), Places(chinese));
        }
    }

    private static string[] Places(string text) => [.. PlacePattern().Matches(text).Select(match => match.Value).Order()];

    private static CheckReport Report(Story story)
    {
        var run = story.Record();
        return CheckReport.Of(Options, run, Judge.Find(run), TimeSpan.FromSeconds(3));
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex PlacePattern();
}
