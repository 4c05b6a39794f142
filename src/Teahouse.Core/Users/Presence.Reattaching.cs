using Teahouse.Core.Commands;
using Teahouse.Core.Conversations;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Users;

/// <summary>A session that read too slowly: fan-out to it was dropped, and it comes in again without leaving.</summary>
internal sealed partial class Presence
{
    /// <summary>
    /// When the peer has read what was not dropped, it comes into its rooms anew. Direct messages come at once again, what is said in a
    /// room when it has been fetched up to the head. Used only from the session's loop; ends early if the session falls behind again.
    /// </summary>
    public async ValueTask ReattachAsync(Session session)
    {
        var queue = session.Subscriber.Queue;
        await session.RoomAsync();
        if (session.Closing.IsCancellationRequested || session.User is not { } user) return;
        queue.Resume();
        session.BehindSince = engine.Time.GetTimestamp();
        await OwnStateAsync(session);
        foreach (var name in user.Channels)
        {
            // Outside the gate: the user's other sessions do not wait for this one's reader.
            await session.RoomAsync();
            if (queue.IsBehind || session.Closing.IsCancellationRequested) return;
            await user.Gate.EnterAsync(change: true);
            try
            {
                await SessionGreeting.ChannelAgainAsync(session, name);
            }
            finally
            {
                user.Gate.Leave();
            }
        }
    }

    /// <summary>It has had its time: who is still not live everywhere will not fetch, and is better off with a new connection.</summary>
    public async ValueTask ReviewBehindAsync(Session session)
    {
        foreach (var name in session.User?.Channels ?? [])
        {
            // Nothing is further back than that: it only asks.
            if ((await AskAsync(name, new CatchUp(session.Id, -1))).Status == OutcomeStatus.Done) continue;
            session.Close("Your connection read too slowly, and what it missed was not fetched");
            return;
        }
        session.BehindSince = 0;
    }

    private static async ValueTask OwnStateAsync(Session session)
    {
        var reply = new Reply(session, null);
        var modes = UserModeLetters.Of(session.User!.Snapshot);
        reply.Numeric(Numeric.RPL_UMODEIS, modes.Length > 0 ? modes : "+");
        await MetadataGreeting.OwnAsync(session, reply);
        await MonitorCommand.ShowAllAsync(session, reply);
        await reply.CompleteAsync();
    }
}
