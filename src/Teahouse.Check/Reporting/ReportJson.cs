using System.Text.Json;
using System.Text.Json.Serialization;
using Teahouse.Check.Judging;

namespace Teahouse.Check.Reporting;

/// <summary>A report for programs. Names and meanings stay; new ones may come.</summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(CheckReport report) => JsonSerializer.Serialize(
        new
        {
            Good = report.IsGood,
            report.Options.Seed,
            Seconds = Math.Round(report.Took.TotalSeconds, 3),
            Clients = report.Options.Clients,
            Offers = report.Promises,
            Messages = new { report.Sent, report.Accepted, report.Refused, report.Unknown, report.UnknownThere, report.Vanished },
            report.Seen,
            report.Stored,
            report.Connections,
            report.Kills,
            Faults = report.Faults.ToDictionary(fault => JsonNamingPolicy.CamelCase.ConvertName(fault.Key.ToString()), fault => fault.Value),
            report.Unreadable,
            Counts = Counts(report.Findings),
            Findings = report.Findings.Select(finding => Shown(finding, report)),
            Unpromised = report.Unpromised.Select(finding => Shown(finding, report)),
        },
        Options);

    /// <summary>Every kind, those that were not found with 0.</summary>
    private static Dictionary<string, int> Counts(IReadOnlyList<Finding> findings)
    {
        var counts = findings.CountBy(finding => finding.Kind).ToDictionary();
        return Enum.GetValues<FindingKind>().ToDictionary(kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), counts.GetValueOrDefault);
    }

    private static object Shown(Finding finding, CheckReport report) => new
    {
        finding.Kind,
        Conversation = finding.Conversation < 0 ? null : report.Conversations[finding.Conversation],
        Message = Number(finding.Message),
        Reader = Number(finding.Reader),
        Other = Number(finding.Other),
        finding.InHistory,
        finding.Reason,
    };

    private static int? Number(int number) => number < 0 ? null : number;
}
