using Teahouse.Check.Faults;
using Teahouse.Check.Judging;

namespace Teahouse.Check;

/// <summary>What a run has found.</summary>
/// <param name="Sent">Messages.</param>
/// <param name="Unknown">Messages without an answer.</param>
/// <param name="UnknownThere">Of these, how many arrived all the same: somebody saw them, or the history has them.</param>
/// <param name="Vanished">Messages that were accepted, and that nobody else saw and no history has. Without a history that is no broken promise.</param>
/// <param name="Seen">How many times somebody saw a message live.</param>
/// <param name="Stored">Messages that the histories have.</param>
/// <param name="Findings">Those against what the server promises.</param>
/// <param name="Unpromised">Those that the server never promised not to show.</param>
public sealed record CheckReport(
    CheckOptions Options, Promises Promises, TimeSpan Took,
    int Sent, int Accepted, int Refused, int Unknown, int UnknownThere, int Vanished, long Seen, long Stored,
    IReadOnlyList<string> Conversations, IReadOnlyList<Finding> Findings, IReadOnlyList<Finding> Unpromised)
{
    public int Connections { get; init; }

    public int Kills { get; init; }

    public IReadOnlyDictionary<FaultKinds, int> Faults { get; init; } = new Dictionary<FaultKinds, int>();

    /// <summary>Lines from the server that could not be understood.</summary>
    public int Unreadable { get; init; }

    /// <summary>Nothing was found. A run in which nothing was accepted proves nothing, and is not good either.</summary>
    public bool IsGood => Findings.Count == 0 && Accepted > 0;

    internal static CheckReport Of(CheckOptions options, RunRecord run, IReadOnlyList<Finding> findings, TimeSpan took)
    {
        var stored = run.Histories.SelectMany(history => history.Entries);
        var there = run.Views.SelectMany(view => view.Seen).Concat(stored).Select(sighting => sighting.Message).ToHashSet();
        var lasting = run.Views.SelectMany(view => view.Seen.Where(sighting => IsMessage(sighting) && run.Messages[sighting.Message].Writer != view.Reader))
            .Concat(stored).Select(sighting => sighting.Message).ToHashSet();
        static bool IsMessage(Sighting sighting) => sighting.Message >= 0;
        var outcomes = run.Messages.CountBy(message => message.Outcome).ToDictionary();
        return new(
            options, run.Promises, took, run.Messages.Count,
            outcomes.GetValueOrDefault(SendOutcome.Accepted), outcomes.GetValueOrDefault(SendOutcome.Refused), outcomes.GetValueOrDefault(SendOutcome.Unknown),
            Enumerable.Range(0, run.Messages.Count).Count(number => run.Messages[number].Outcome == SendOutcome.Unknown && there.Contains(number)),
            Enumerable.Range(0, run.Messages.Count).Count(number => run.Messages[number].Outcome == SendOutcome.Accepted && !lasting.Contains(number)),
            run.Views.Sum(view => (long)view.Seen.Count(IsMessage)), run.Histories.Sum(history => (long)history.Entries.Count(IsMessage)),
            run.Conversations,
            [.. findings.Where(finding => run.Promises.Covers(finding.Kind))],
            [.. findings.Where(finding => !run.Promises.Covers(finding.Kind))]);
    }
}
