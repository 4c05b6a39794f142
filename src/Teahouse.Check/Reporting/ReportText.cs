using System.Globalization;
using System.Text;
using Teahouse.Check.Judging;

namespace Teahouse.Check.Reporting;

/// <summary>A report for people.</summary>
public static class ReportText
{
    private const int Examples = 5;

    public static string Write(CheckReport report, ReportTexts texts)
    {
        var text = new StringBuilder();
        Line(texts.Sent, report.Sent, report.Options.Clients, report.Conversations.Count, report.Took.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture));
        Line(texts.Outcomes, report.Accepted, report.Refused, report.Unknown, report.UnknownThere, report.Vanished);
        Line(texts.Seen, report.Seen, report.Stored);
        Line(texts.Connections, report.Connections, report.Kills);
        var faults = report.Faults.Select(fault => $"{texts.FaultNames[fault.Key]} {fault.Value}").ToArray();
        text.Append("  ").Append(texts.Faults).AppendLine(faults.Length == 0 ? texts.None : string.Join(", ", faults));
        text.Append("  ").Append(texts.Promises).AppendLine(Promises(report.Promises, texts));
        if (report.Unreadable > 0) Line(texts.Unreadable, report.Unreadable);
        text.AppendLine();

        if (report.IsGood) text.AppendFormat(CultureInfo.InvariantCulture, texts.Good, report.Options.Seed).AppendLine();
        else if (report.Findings.Count == 0) text.AppendLine(texts.Nothing);
        else text.AppendFormat(CultureInfo.InvariantCulture, texts.Bad, report.Findings.Count, report.Options.Seed).AppendLine();
        Findings(report.Findings);
        if (report.Unpromised.Count == 0) return text.ToString();
        text.AppendLine().AppendLine(texts.Unpromised);
        Findings(report.Unpromised);
        return text.ToString();

        void Line(string format, params object[] values) =>
            text.Append("  ").AppendFormat(CultureInfo.InvariantCulture, format, values).AppendLine();

        void Findings(IReadOnlyList<Finding> findings)
        {
            foreach (var kind in findings.GroupBy(finding => finding.Kind))
            {
                text.Append(CultureInfo.InvariantCulture, $"{kind.Count(),6}  ").AppendLine(texts.Kinds[kind.Key]);
                foreach (var finding in kind.Take(Examples)) text.Append("          ").AppendLine(Example(finding, report, texts));
                if (kind.Count() > Examples)
                    text.Append("          ").AppendFormat(CultureInfo.InvariantCulture, texts.More, kind.Count() - Examples).AppendLine();
            }
        }
    }

    private static string Promises(Promises promises, ReportTexts texts)
    {
        var names = new List<string>();
        if (promises.Echo) names.Add("echo-message");
        if (promises.History) names.Add("chathistory");
        if (promises.Numbered) names.Add("teahouse.chat/seq");
        if (promises.Once) names.Add("teahouse.chat/once");
        return names.Count == 0 ? texts.PromisesNothingStored : string.Join(", ", names);
    }

    private static string Example(Finding finding, CheckReport report, ReportTexts texts)
    {
        var parts = new List<string>();
        if (finding.Message >= 0) parts.Add($"{texts.Message}{finding.Message}");
        if (finding.Other >= 0) parts.Add($"{texts.Other}{finding.Other}");
        if (finding.Conversation >= 0) parts.Add($"{texts.Conversation}{report.Conversations[finding.Conversation]}");
        if (finding.Reader >= 0) parts.Add($"{texts.Client}{finding.Reader}");
        if (finding.InHistory) parts.Add(texts.InHistory);
        if (finding.Reason is { } reason) parts.Add(reason);
        return string.Join(", ", parts);
    }
}
