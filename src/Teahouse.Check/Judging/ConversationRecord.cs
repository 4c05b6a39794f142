namespace Teahouse.Check.Judging;

/// <summary>One conversation of a run.</summary>
/// <param name="Messages">Numbers of the messages sent there, in the order of <see cref="SentMessage.SentAt"/>.</param>
/// <param name="History">Null: there is none to read.</param>
internal sealed record ConversationRecord(
    RunRecord Run, int Conversation, IReadOnlyList<int> Messages, IReadOnlyList<View> Views, StoredConversation? History)
{
    public SentMessage this[int message] => Run.Messages[message];

    /// <summary>The sightings of the history and of every view, the history first.</summary>
    public IEnumerable<(int Reader, IReadOnlyList<Sighting> Seen)> Lists =>
        History is null ? Seen : Seen.Prepend((-1, History.Entries));

    private IEnumerable<(int Reader, IReadOnlyList<Sighting> Seen)> Seen => Views.Select(view => (view.Reader, view.Seen));

    /// <summary>Where the messages of a writer stand, by their echoes.</summary>
    public HashSet<Place> PlacesOf(int writer) => [.. Messages.Select(number => this[number]).Where(message => message.Writer == writer).Select(message => message.Place)];

    public static IEnumerable<ConversationRecord> Of(RunRecord run)
    {
        var messages = Enumerable.Range(0, run.Messages.Count).ToLookup(number => run.Messages[number].Conversation);
        var views = run.Views.ToLookup(view => view.Conversation);
        var histories = run.Histories.ToDictionary(history => history.Conversation);
        for (var i = 0; i < run.Conversations.Count; i++)
        {
            var sent = messages[i].OrderBy(number => run.Messages[number].SentAt).ToArray();
            yield return new(run, i, sent, [.. views[i]], histories.GetValueOrDefault(i));
        }
    }

    public Finding Find(FindingKind kind, int message, int reader = -1, int other = -1, bool inHistory = false) =>
        new(kind, Conversation, message, reader, other, inHistory);
}
