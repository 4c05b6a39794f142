namespace Teahouse.Check.Judging;

/// <summary>
/// There is one order of the conversation that agrees with what everybody saw and with the history. Who saw one message next
/// after another makes an edge between them; where the edges run in a circle there is no such order.
/// </summary>
internal static class CommonOrder
{
    /// <returns>One finding for each group of messages that lie in circles together.</returns>
    public static IEnumerable<Finding> Find(ConversationRecord conversation)
    {
        var orders = new Orders(conversation);
        var readers = conversation.Lists.Select(list => list.Reader).ToArray();
        foreach (var circle in Circles.Find(orders.Messages, message => Next(orders, message)))
        {
            var members = circle.ToHashSet();
            var (reader, first, second) = Witness(orders, readers, members);
            yield return conversation.Find(FindingKind.DifferentOrder, orders.Number(first), reader, orders.Number(second), inHistory: reader < 0);
        }
    }

    private static IEnumerable<int> Next(Orders orders, int message)
    {
        foreach (var (order, place) in orders.Places(message))
            if (place + 1 < orders.All[order].Length) yield return orders.All[order][place + 1];
    }

    /// <summary>Somebody who saw two messages of the circle one after the other; a person rather than the history.</summary>
    private static (int Reader, int First, int Second) Witness(Orders orders, int[] readers, HashSet<int> members)
    {
        for (var i = orders.All.Count - 1; i >= 0; i--)
        {
            var order = orders.All[i];
            for (var place = 0; place + 1 < order.Length; place++)
                if (members.Contains(order[place]) && members.Contains(order[place + 1])) return (readers[i], order[place], order[place + 1]);
        }
        throw new InvalidOperationException("A circle has an edge.");
    }
}
