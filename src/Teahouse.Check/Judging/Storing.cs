namespace Teahouse.Check.Judging;

/// <summary>What was echoed or seen is in the history.</summary>
internal static class Storing
{
    public static IEnumerable<Finding> Find(ConversationRecord conversation)
    {
        if (conversation.History is not { } history) yield break;
        var stored = history.Entries.Select(entry => entry.Message).ToHashSet();
        var seen = conversation.Views
            .SelectMany(view => view.Seen.Where(sighting => sighting.Message >= 0 && conversation[sighting.Message].Writer != view.Reader))
            .Select(sighting => sighting.Message).ToHashSet();
        var begin = Begin(conversation, history);
        foreach (var number in conversation.Messages)
        {
            if (stored.Contains(number)) continue;
            var message = conversation[number];
            if (message.AnsweredAt != 0 && message.AnsweredAt < begin) continue;
            if (message.Outcome == SendOutcome.Accepted) yield return conversation.Find(FindingKind.EchoedNotStored, number);
            if (seen.Contains(number)) yield return conversation.Find(FindingKind.SeenNotStored, number);
        }
    }

    /// <summary>
    /// A tick; what was answered before it may be missing. A server that makes no promise about it may keep only so many messages,
    /// so that its history begins later than the conversation.
    /// </summary>
    private static long Begin(ConversationRecord conversation, StoredConversation history)
    {
        if (conversation.Run.Promises.Once) return 0;
        foreach (var entry in history.Entries)
            if (entry.Message >= 0) return conversation[entry.Message].SentAt;
        return 0;
    }
}
