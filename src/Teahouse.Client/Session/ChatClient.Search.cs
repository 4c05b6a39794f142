using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>What somebody looks for; at least one of it is given.</summary>
/// <param name="In">A room or a person; null: everywhere.</param>
/// <param name="From">A nick; null: anybody.</param>
/// <param name="After">That moment included.</param>
/// <param name="Before">That moment included.</param>
/// <param name="ReplyTo">A nick or account whose messages are answered; null: anything. Only Teahouse knows it.</param>
public sealed record SearchQuestion(
    string Text, string? In = null, string? From = null, DateTimeOffset? After = null, DateTimeOffset? Before = null, string? ReplyTo = null)
{
    /// <summary>As SEARCH takes it: written as tags are.</summary>
    internal string Attributes()
    {
        var pairs = new List<string>();
        Add("in", In);
        Add("from", From);
        Add("text", Text);
        Add("after", After is { } after ? ServerTime.Format(after) : null);
        Add("before", Before is { } before ? ServerTime.Format(before) : null);
        Add("teahouse.chat/reply-to", ReplyTo);
        return string.Join(';', pairs);

        void Add(string key, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) pairs.Add($"{key}={TagValue.Escape(value.Trim())}");
        }
    }
}

/// <param name="Conversation">The room's or the person's name.</param>
public sealed record SearchHit(string Conversation, TimelineMessage Message);

/// <param name="Hits">The newest first.</param>
/// <param name="Problem">Null if it went well.</param>
/// <param name="IsFromArchive">There is no connection: it was looked for in what this device keeps.</param>
public sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, Problem? Problem = null, bool IsFromArchive = false);

/// <summary>A room of the server's directory.</summary>
public sealed record ListedRoom(string Name, int Members, string Topic);

/// <param name="Rooms">The one with most members first.</param>
/// <param name="Problem">Null if it went well.</param>
public sealed record RoomDirectory(IReadOnlyList<ListedRoom> Rooms, Problem? Problem = null);

public sealed partial class ChatClient
{
    /// <summary>Looks in everything that one may read, or without a connection in what this device keeps of it (<see href="https://codeberg.org/emersion/soju/src/branch/master/doc/ext/search.md"/>).</summary>
    public Task<SearchAnswer> SearchAsync(SearchQuestion question)
    {
        if (!State.Connection.IsOnline) return SearchArchiveAsync(question);
        if (!State.CanSearch) return Task.FromResult(new SearchAnswer([], new(ProblemKind.NotAllowed)));
        var attributes = question.Attributes();
        if (attributes.Length == 0) return Task.FromResult(new SearchAnswer([]));
        var done = new TaskCompletionSource<SearchAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        AskAside(new Message("SEARCH", attributes), "", null, answer => done.SetResult(new(HitsOf(answer), answer.Problem)));
        return done.Task;
    }

    /// <summary>The rooms that everybody may see (LIST).</summary>
    public Task<RoomDirectory> ListAsync()
    {
        if (!State.Connection.IsOnline) return Task.FromResult(new RoomDirectory([], new(ProblemKind.Offline)));
        var done = new TaskCompletionSource<RoomDirectory>(TaskCreationOptions.RunContinuationsAsynchronously);
        State.Listed.Clear();
        Ask(new Message("LIST"), new("LIST", "", i => i is IncomingLine { Message.Command: "323" }, answer =>
            done.SetResult(new([.. State.Listed.OrderByDescending(r => r.Members).ThenBy(r => r.Name, StringComparer.Ordinal)], answer.Problem))));
        _mailbox.Nudge();
        return done.Task;
    }

    /// <summary>Makes a token that lets others into a room (ChanServ INVITELINK); null with the reason if that is refused.</summary>
    public async Task<(string? Token, ServiceAnswer Answer)> InviteAsync(Room room, int hours, int uses)
    {
        var answer = await AskServiceAsync(ChanServ, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"INVITELINK {room.Name} {hours} {uses}"));
        return (answer.ValuesOf(AnswerCodes.InviteLink) is [_, { Length: > 0 } token] ? token : null, answer);
    }

    private List<SearchHit> HitsOf(Answer answer) =>
        answer.Incoming is IncomingBatch batch
            ? [.. batch.Entries().Select(e => State.ReadMessage(e, Now)).OfType<(string Name, TimelineMessage Message)>().Reverse()
                .Select(m => new SearchHit(m.Name, m.Message)).OrderByDescending(h => h.Message.Time)]
            : [];
}
