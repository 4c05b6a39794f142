namespace Teahouse.Check.Judging;

/// <summary>A message is the same wherever it shows: its text, where it was sent to, and the server's names for it.</summary>
internal static class Sameness
{
    public static IEnumerable<Finding> Find(ConversationRecord conversation)
    {
        var marks = Marks(conversation);
        foreach (var (reader, seen) in conversation.Lists)
        {
            foreach (var sighting in seen)
            {
                if (sighting.Message == Sighting.NoMessage) continue;
                if (sighting.Message == Sighting.Nobodys || !sighting.Intact || Differs(marks, sighting.Message, sighting.Mark))
                    yield return conversation.Find(FindingKind.Altered, sighting.Message, reader, inHistory: reader < 0);
            }
        }
        foreach (var number in conversation.Messages)
            if (Differs(marks, number, conversation[number].Mark))
                yield return conversation.Find(FindingKind.Altered, number, conversation[number].Writer);
    }

    /// <summary>What each message is called: in the history, or where it showed first.</summary>
    private static Dictionary<int, ulong> Marks(ConversationRecord conversation)
    {
        var marks = new Dictionary<int, ulong>();
        var doubled = new HashSet<int>();
        if (conversation.History is { } history)
        {
            foreach (var entry in history.Entries)
                if (entry.Mark != 0 && !marks.TryAdd(entry.Message, entry.Mark)) doubled.Add(entry.Message);
        }
        foreach (var sighting in conversation.Views.SelectMany(view => view.Seen))
            if (sighting.Mark != 0) marks.TryAdd(sighting.Message, sighting.Mark);
        // Stored twice, it has two names; that is said already.
        foreach (var number in doubled) marks.Remove(number);
        return marks;
    }

    private static bool Differs(Dictionary<int, ulong> marks, int number, ulong mark) =>
        mark != 0 && marks.TryGetValue(number, out var expected) && expected != mark;
}
