namespace Teahouse.Check.Judging;

/// <summary>A refusal means that nothing happened; and who may send again until there is an answer gets one.</summary>
internal static class Outcomes
{
    public static IEnumerable<Finding> Find(ConversationRecord conversation)
    {
        foreach (var (reader, seen) in conversation.Lists)
        {
            foreach (var number in seen.Select(sighting => sighting.Message))
                if (number >= 0 && conversation[number].Outcome == SendOutcome.Refused)
                    yield return conversation.Find(FindingKind.RefusedButThere, number, reader, inHistory: reader < 0);
        }
        if (!conversation.Run.Promises.Once) yield break;
        foreach (var number in conversation.Messages)
            if (conversation[number].Outcome == SendOutcome.Unknown)
                yield return conversation.Find(FindingKind.Unresolved, number);
    }
}
