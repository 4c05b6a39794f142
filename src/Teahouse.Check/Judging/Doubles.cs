namespace Teahouse.Check.Judging;

/// <summary>Nobody sees a message twice, over all connections, and the history has it once.</summary>
internal static class Doubles
{
    public static IEnumerable<Finding> Find(ConversationRecord conversation)
    {
        if (conversation.History is { } history)
            foreach (var number in Repeated(history.Entries))
                yield return conversation.Find(FindingKind.Doubled, number, inHistory: true);
        foreach (var reader in conversation.Views.GroupBy(view => view.Reader))
            foreach (var number in Repeated(reader.SelectMany(view => view.Seen)))
                yield return conversation.Find(FindingKind.Doubled, number, reader.Key);
    }

    private static IEnumerable<int> Repeated(IEnumerable<Sighting> sightings)
    {
        var once = new HashSet<int>();
        var twice = new HashSet<int>();
        foreach (var sighting in sightings)
            if (sighting.Message >= 0 && !once.Add(sighting.Message) && twice.Add(sighting.Message))
                yield return sighting.Message;
    }
}
