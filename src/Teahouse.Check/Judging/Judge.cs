namespace Teahouse.Check.Judging;

/// <summary>
/// Holds what everybody saw, and what the history says, against what was sent. A function of the record alone: no clock, no
/// network, no chance.
/// </summary>
public static class Judge
{
    /// <summary>All findings, whether promised or not, conversation by conversation.</summary>
    public static IReadOnlyList<Finding> Find(RunRecord run)
    {
        var findings = new List<Finding>();
        foreach (var conversation in ConversationRecord.Of(run))
        {
            findings.AddRange(Delivery.Find(conversation));
            findings.AddRange(Storing.Find(conversation));
            findings.AddRange(Doubles.Find(conversation));
            findings.AddRange(SenderOrder.Find(conversation));
            findings.AddRange(CommonOrder.Find(conversation));
            findings.AddRange(Numbers.Find(conversation));
            findings.AddRange(Sameness.Find(conversation));
            findings.AddRange(Outcomes.Find(conversation));
        }
        return findings;
    }
}
