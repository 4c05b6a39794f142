using Teahouse.EndToEnd.Irc;

namespace Teahouse.EndToEnd.Killing;

/// <summary>What is known of all conversations, over all rounds.</summary>
internal sealed class Ledger
{
    private readonly Dictionary<string, List<Sighting>> _stored = [];

    public IReadOnlyDictionary<string, List<Sighting>> Stored => _stored;

    public Sighting? Last(string conversation) => _stored.TryGetValue(conversation, out var entries) ? entries.LastOrDefault() : null;

    /// <summary>Takes what the history has gained, and holds it against what was seen before the server died.</summary>
    public void Add(string conversation, List<Sighting> gained, IEnumerable<Writer> writers)
    {
        if (!_stored.TryGetValue(conversation, out var entries)) _stored[conversation] = entries = [];
        var next = entries.LastOrDefault()?.Place.Number + 1 ?? 1;
        foreach (var entry in gained)
        {
            Assert.Equal(next++, entry.Place.Number);
            entries.Add(entry);
        }

        foreach (var writer in writers) CompareTo(writer, conversation, entries);
    }

    private static void CompareTo(Writer writer, string conversation, List<Sighting> entries)
    {
        var seen = writer.Seen.FindAll(sighting => sighting.Conversation == conversation);
        for (var i = 0; i < seen.Count; i++)
        {
            // In order, without a gap, and each as it stands in the history: so in the same order for everybody.
            if (i > 0) Assert.Equal(seen[i - 1].Place.Number + 1, seen[i].Place.Number);
            Assert.True(seen[i].Place.Number <= entries.Count, $"{writer.Name} saw {seen[i]}, and the history ends before it");
            Assert.Equal(entries[(int)seen[i].Place.Number - 1], seen[i]);
        }
    }
}
