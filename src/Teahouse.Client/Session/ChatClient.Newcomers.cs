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
        var answer = await AskServiceAsync(ChanServ, $"INFO {room.Name}");
        return answer.ValuesOf(AnswerCodes.History) switch
        {
            ["off"] => NewcomerHistory.Nothing,
            ["joined"] => NewcomerHistory.SinceJoined,
            ["all"] => NewcomerHistory.All,
            _ => null,
        };
    }

    /// <summary>What the server said against it, or null if it is done.</summary>
    public async Task<ServiceAnswer?> SetNewcomerHistoryAsync(Room room, NewcomerHistory history)
    {
        var answer = await AskServiceAsync(ChanServ, $"SET {room.Name} VISIBLE {(history == NewcomerHistory.All ? "ALL" : "JOINED")}");
        return answer.Has(AnswerCodes.Changed) || answer.Has(AnswerCodes.SoAlready) ? null : answer;
    }
}
