namespace Teahouse.Check.Judging;

/// <summary>Where entries are numbered, each comes with the number after the last one: in every view, and in the history.</summary>
internal static class Numbers
{
    public static IEnumerable<Finding> Find(ConversationRecord conversation) =>
        conversation.Lists.SelectMany(list => Find(conversation, list.Reader, list.Seen));

    private static IEnumerable<Finding> Find(ConversationRecord conversation, int reader, IReadOnlyList<Sighting> seen)
    {
        var last = default(Place);
        var known = new HashSet<int>();
        HashSet<Place>? own = null;
        foreach (var sighting in seen)
        {
            // Seen again is something else.
            if (sighting.Place.Number == 0 || (sighting.Message >= 0 && !known.Add(sighting.Message))) continue;
            var place = sighting.Place;
            var expected = last with { Number = last.Number + 1 };
            if (last.Number > 0 && place.Epoch == last.Epoch && place != expected)
            {
                // The echo of an own message that was sent again tells nothing about when it came to the others.
                own ??= conversation.PlacesOf(reader);
                while (expected.Number < place.Number && own.Contains(expected)) expected = expected with { Number = expected.Number + 1 };
                if (place != expected) yield return conversation.Find(FindingKind.Misnumbered, sighting.Message, reader, inHistory: reader < 0);
            }
            last = place;
        }
    }
}
