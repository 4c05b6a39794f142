using Teahouse.Check.Judging;

namespace Teahouse.Check.Driving;

/// <summary>Reads every history, each through somebody who may; all at the same time, so that no connection waits so long that it is closed.</summary>
internal sealed class Histories(Scene scene, IReadOnlyList<Participant> readers)
{
    /// <returns>The histories, and what could not be read though the server has it.</returns>
    public async Task<(IReadOnlyList<StoredConversation> Read, IReadOnlyList<Finding> Unreadable)> ReadAsync(CancellationToken cancel)
    {
        var reading = Assign().GroupBy(task => task.Reader, task => task.Conversation).Select(own => ReadAsync(own.Key, own, cancel));
        var results = (await Task.WhenAll(reading)).SelectMany(result => result).ToArray();
        return ([.. results.Select(result => result.History).OfType<StoredConversation>().OrderBy(history => history.Conversation)],
            [.. results.Select(result => result.Trouble).OfType<Finding>().OrderBy(finding => finding.Conversation)]);
    }

    /// <summary>Who reads what: of those who may, the one with the least to read.</summary>
    private List<(Participant Reader, int Conversation)> Assign()
    {
        var tasks = new List<(Participant Reader, int Conversation)>();
        for (var i = 0; i < scene.Conversations.Count; i++)
        {
            var candidates = readers.Where(reader => Reads(reader, i) && reader.Greeting is { HasHistory: true } greeting
                // Between nicks, a direct chat may have been between others before.
                && (scene.IsRoom(i) || greeting.IsLoggedIn));
            if (candidates.MinBy(reader => tasks.Count(task => task.Reader == reader)) is { } best) tasks.Add((best, i));
        }
        return tasks;
    }

    private bool Reads(Participant reader, int conversation) => scene.IsRoom(conversation)
        ? scene.RoomsOf(reader.Client).Contains(conversation)
        : scene.PartnerOf(reader.Client) >= 0 && scene.DirectOf(reader.Client) == conversation;

    private static async Task<List<(StoredConversation? History, Finding? Trouble)>> ReadAsync(Participant reader, IEnumerable<int> conversations, CancellationToken cancel)
    {
        var histories = new List<(StoredConversation?, Finding?)>();
        foreach (var conversation in conversations) histories.Add(await ReadAsync(reader, conversation, cancel));
        return histories;
    }

    private static async Task<(StoredConversation? History, Finding? Trouble)> ReadAsync(Participant reader, int conversation, CancellationToken cancel)
    {
        try
        {
            return (await reader.ReadHistoryAsync(conversation, cancel), null);
        }
        catch (Exception error) when (error is IOException or HistoryException || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return (null, new(FindingKind.HistoryUnreadable, conversation, Reader: reader.Client, Reason: error.Message));
        }
    }
}
