using Teahouse.Check.Judging;

namespace Teahouse.Check.Driving;

/// <summary>Reads every history, each through somebody who may.</summary>
internal sealed class Histories(Scene scene, IReadOnlyList<Participant> readers, TimeSpan patience)
{
    /// <returns>The histories, and the conversations whose history could not be read though the server has one.</returns>
    public async Task<(IReadOnlyList<StoredConversation> Read, IReadOnlyList<int> Unreadable)> ReadAsync(CancellationToken cancel)
    {
        var read = new List<StoredConversation>();
        var unreadable = new List<int>();
        for (var i = 0; i < scene.Conversations.Count; i++)
        {
            // Who may is known only where people have accounts: a direct chat between nicks may have been between others before.
            if (readers.FirstOrDefault(reader => Reads(reader, i)) is not { Greeting: { HasHistory: true } greeting } reader) continue;
            if (!scene.IsRoom(i) && !greeting.IsLoggedIn) continue;
            if (await ReadAsync(reader, i, cancel) is { } history) read.Add(history);
            else unreadable.Add(i);
        }
        return (read, unreadable);
    }

    private bool Reads(Participant reader, int conversation) => scene.IsRoom(conversation)
        ? scene.RoomsOf(reader.Client).Contains(conversation)
        : scene.PartnerOf(reader.Client) >= 0 && scene.DirectOf(reader.Client) == conversation;

    private async Task<StoredConversation?> ReadAsync(Participant reader, int conversation, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        try
        {
            return await reader.ReadHistoryAsync(conversation, limit.Token);
        }
        catch (Exception error) when (error is IOException or HistoryException || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            // It is told as a finding.
            return null;
        }
    }
}
