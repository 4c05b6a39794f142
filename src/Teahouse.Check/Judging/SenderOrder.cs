namespace Teahouse.Check.Judging;

/// <summary>
/// The messages of one sender stand in the order in which they were sent. Where messages cannot be sent again, only those of one
/// connection have an order: what is still on its way through an old connection may arrive after what comes through a new one.
/// </summary>
internal static class SenderOrder
{
    public static IEnumerable<Finding> Find(ConversationRecord conversation) =>
        conversation.Lists.SelectMany(list => Find(conversation, list.Reader, list.Seen));

    private static IEnumerable<Finding> Find(ConversationRecord conversation, int reader, IReadOnlyList<Sighting> seen)
    {
        var last = new Dictionary<(int Writer, int Connection), int>();
        var known = new HashSet<int>();
        foreach (var number in seen.Select(sighting => sighting.Message))
        {
            // Seen again is something else.
            if (number < 0 || !known.Add(number)) continue;
            var message = conversation[number];
            var line = (message.Writer, conversation.Run.Promises.Once ? 0 : message.Connection);
            if (last.TryGetValue(line, out var before) && conversation[before].SentAt > message.SentAt)
                yield return conversation.Find(FindingKind.Reordered, number, reader, before, inHistory: reader < 0);
            else last[line] = number;
        }
    }
}
