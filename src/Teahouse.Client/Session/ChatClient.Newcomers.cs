using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>What new members of a room may read of what was said before.</summary>
public enum NewcomerHistory
{
    All,
    SinceJoined,
    /// <summary>The room keeps nothing.</summary>
    Nothing,
}

/// <summary>Through ChanServ. Only over a connection that takes labels.</summary>
public sealed partial class ChatClient
{
    private const string ChanServ = "ChanServ";

    /// <summary>Null if it cannot be known: the room belongs to nobody, or the server has no such thing.</summary>
    public async Task<NewcomerHistory?> NewcomerHistoryAsync(Room room)
    {
        var said = await AskChanServAsync($"INFO {room.Name}");
        return said.Said.FirstOrDefault(s => s.StartsWith("History: ", StringComparison.Ordinal)) switch
        {
            null => null,
            "History: off" => NewcomerHistory.Nothing,
            var line when line.EndsWith("since they joined", StringComparison.Ordinal) => NewcomerHistory.SinceJoined,
            _ => NewcomerHistory.All,
        };
    }

    /// <summary>What the server said against it, or null if it is done.</summary>
    public async Task<string?> SetNewcomerHistoryAsync(Room room, NewcomerHistory history)
    {
        var answer = await AskChanServAsync($"SET {room.Name} VISIBLE {(history == NewcomerHistory.All ? "ALL" : "JOINED")}");
        return answer.Holds("is changed") ? null : string.Join(' ', answer.Said);
    }

    private Task<ServiceAnswer> AskChanServAsync(string command)
    {
        if (!State.Connection.IsOnline) return Task.FromResult<ServiceAnswer>(new([], new(ProblemKind.Offline)));
        if (!State.Has(Capabilities.LabeledResponse)) return Task.FromResult<ServiceAnswer>(new([], new(ProblemKind.NotAllowed)));
        var done = new TaskCompletionSource<ServiceAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        AskAside(new Message("PRIVMSG", ChanServ, command), ChanServ, null, answer => done.SetResult(new(NoticesOf(answer), answer.Problem)));
        return done.Task;
    }
}
