namespace Teahouse.Client;

public sealed partial class ChatClient
{
    private const int MostCalls = 100;

    /// <summary>What answers the reader's messages and what names them, in all rooms and chats, the newest first.</summary>
    public async Task<SearchAnswer> CallsAsync()
    {
        var me = State.Me.Nick;
        var naming = SearchAsync(new(me));
        var answering = SearchAsync(new("", ReplyTo: State.Me.Account ?? me));
        var (named, answered) = (await naming, await answering);
        // Servers that know the search but not who is answered tell of what names the reader.
        if (named.Problem is { } problem) return new([], problem);
        return new([.. named.Hits.Where(h => h.Message.Mention).Concat(answered.Hits)
            .Where(h => h.Message is { From.IsMe: false, Redaction: null } && !State.Ignores(h.Message.From))
            .DistinctBy(h => h.Message.MessageId).OrderByDescending(h => h.Message.Time).Take(MostCalls)]);
    }
}
