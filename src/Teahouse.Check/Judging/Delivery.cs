namespace Teahouse.Check.Judging;

/// <summary>
/// Who was there gets every message. Two things prove that a reader was there: it was in before the message was sent and had
/// a PONG for a PING sent after the message was accepted; or it saw one message next after another, and somebody else, or the
/// history, has this one between the two.
/// </summary>
internal static class Delivery
{
    public static IEnumerable<Finding> Find(ConversationRecord conversation)
    {
        var lost = new HashSet<(int Reader, int Message)>();
        var orders = new Orders(conversation);
        var first = conversation.History is null ? 0 : 1;
        for (var i = 0; i < conversation.Views.Count; i++)
        {
            var view = conversation.Views[i];
            var seen = view.Seen.Select(sighting => sighting.Message).ToHashSet();
            foreach (var number in During(conversation, view).Concat(Between(orders, first + i)))
            {
                var message = conversation[number];
                // A sender learns by its answer, not by a copy; what was refused is nobody's to get.
                if (message.Writer == view.Reader || message.Outcome == SendOutcome.Refused || seen.Contains(number)) continue;
                if (lost.Add((view.Reader, number))) yield return conversation.Find(FindingKind.Lost, number, view.Reader);
            }
        }
    }

    /// <summary>What was sent and accepted while the reader was there.</summary>
    private static IEnumerable<int> During(ConversationRecord conversation, View view)
    {
        for (var i = FirstAfter(conversation, view.OpenedAt); i < conversation.Messages.Count; i++)
        {
            var message = conversation[conversation.Messages[i]];
            if (message.SentAt >= view.ConfirmedUntil) yield break;
            if (message.Outcome == SendOutcome.Accepted && message.AnsweredAt < view.ConfirmedUntil) yield return conversation.Messages[i];
        }
    }

    private static int FirstAfter(ConversationRecord conversation, long tick)
    {
        var (low, high) = (0, conversation.Messages.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (conversation[conversation.Messages[middle]].SentAt > tick) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /// <summary>What others have between two messages that stand next to each other here.</summary>
    private static IEnumerable<int> Between(Orders orders, int own)
    {
        var order = orders.All[own];
        for (var i = 0; i + 1 < order.Length; i++)
        {
            foreach (var (other, place) in orders.Places(order[i]))
            {
                if (other == own) continue;
                var end = PlaceIn(orders, other, order[i + 1]);
                for (var between = place + 1; between < end; between++) yield return orders.Number(orders.All[other][between]);
            }
        }
    }

    /// <returns>-1 if it is not there.</returns>
    private static int PlaceIn(Orders orders, int order, int message)
    {
        foreach (var (other, place) in orders.Places(message))
            if (other == order) return place;
        return -1;
    }
}
