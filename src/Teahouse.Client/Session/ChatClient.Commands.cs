using System.Text;
using Teahouse.Protocol;

namespace Teahouse.Client;

public sealed partial class ChatClient
{
    /// <param name="key">The channel's key, or an invitation's token.</param>
    public Task<Problem?> JoinAsync(string room, string? key = null) =>
        AskAsync(
            key is null ? ["JOIN", room] : ["JOIN", room, key],
            room,
            m => m.Command == "JOIN" && IsMine(m) && Is(m, 0, room),
            () =>
            {
                if (State.FindRoom(room) is { } joined) joined.JoinKey = key;
            });

    /// <summary>Leaves a room, and forgets it.</summary>
    public Task<Problem?> PartAsync(Room room, string reason = "")
    {
        if (room.IsJoined)
            return AskAsync(reason.Length > 0 ? ["PART", room.Name, reason] : ["PART", room.Name], room.Name, m => m.Command == "PART" && IsMine(m) && Is(m, 0, room.Name));
        State.Archive(new ArchiveChange.Forgotten(room.Name));
        State.Remove(room);
        return Task.FromResult<Problem?>(null);
    }

    public Task<Problem?> SetTopicAsync(Room room, string topic) =>
        AskAsync(["TOPIC", room.Name, topic], room.Name, m => m.Command == "TOPIC" && Is(m, 0, room.Name));

    /// <summary>Gives a room another name: it stays the same room (<see href="https://ircv3.net/specs/extensions/channel-rename"/>).</summary>
    public Task<Problem?> RenameAsync(Room room, string name)
    {
        var before = room.Name;
        return AskAsync(["RENAME", before, name], before, m => m.Command == "RENAME" && Is(m, 0, before));
    }

    public Task<Problem?> SetNickAsync(string nick) =>
        AskAsync(["NICK", nick], nick, m => m.Command == "NICK" && Is(m, 0, nick), () => _login = _login switch
        {
            Login.Account account => account with { WantedNick = nick },
            Login.Anonymous anonymous => anonymous with { Name = nick },
            var guest => guest,
        });

    /// <param name="text">Null: back again.</param>
    public Task<Problem?> SetAwayAsync(string? text)
    {
        State.WantedAwayText = text;
        return AskAsync(text is null ? ["AWAY"] : ["AWAY", text], "", m => m.Command is "305" or "306");
    }

    /// <summary>Uses a one-time owner token: afterwards this account is an operator.</summary>
    public Task<Problem?> RedeemOwnerTokenAsync(string token) =>
        AskAsync(["OWNER", token], "", m => m is { Command: "NOTE", Count: >= 2 } && m[0] == "OWNER" && m[1] == "ACCEPTED");

    /// <summary>Sends a line as typed; what comes back is shown where it belongs. The problem tells why it could not be sent.</summary>
    public Problem? SendRaw(string line)
    {
        if (!MessageParser.TryParse(Encoding.UTF8.GetBytes(line), out var message, out var error)) return new(ProblemKind.Invalid, error.ToString());
        if (!State.Connection.IsOnline) return new(ProblemKind.Offline);
        Send(message);
        return null;
    }

    private bool IsMine(Message message) => AsciiCase.Comparer.Equals(message.Source?.Name, State.Me.Nick);

    private static bool Is(Message message, int index, string name) =>
        message.Count > index && AsciiCase.Comparer.Equals(message[index], name);

    /// <param name="words">The command and its parameters.</param>
    /// <param name="target">A name among them, or "": one word and no list.</param>
    private Task<Problem?> AskAsync(string[] words, string target, Func<Message, bool> isAnswer, Action? agreed = null)
    {
        if (target.AsSpan().IndexOfAny(' ', ',') >= 0) return Task.FromResult<Problem?>(new(ProblemKind.Invalid));
        Message message;
        try
        {
            message = new(words[0], words.AsSpan(1));
        }
        catch (ArgumentException e)
        {
            return Task.FromResult<Problem?>(new(ProblemKind.Invalid, "", e.Message));
        }
        if (!State.Connection.IsOnline) return Task.FromResult<Problem?>(new(ProblemKind.Offline));

        var done = new TaskCompletionSource<Problem?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Ask(message, new(words[0], target, i => i is IncomingLine line && isAnswer(line.Message), answer =>
        {
            if (answer.Problem is null) agreed?.Invoke();
            done.SetResult(answer.Problem);
        }));
        return done.Task;
    }

    private void Ask(Message message, Request request)
    {
        request = request with
        {
            Label = State.Has(Capabilities.LabeledResponse) ? NextLabel() : null,
            Deadline = Uptime + _options.AnswerTimeout,
        };
        _requests.Add(request);
        Send(request.Label is { } label ? message.WithTags(message.Tags.With(TagNames.Label, label)) : message);
    }

    private OutgoingLine Send(Message message)
    {
        var line = new OutgoingLine(MessageWriter.ToBytes(message));
        _connection?.Send(line);
        return line;
    }
}
