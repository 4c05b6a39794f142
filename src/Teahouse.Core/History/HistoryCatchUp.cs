using Teahouse.Core.Commands;
using Teahouse.Core.Conversations;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.History;

/// <summary>
/// A session that fell behind fetches what it missed. Whoever asks for the latest is live before it is read: nothing falls between. Whoever
/// goes forward is live in the turn in which it has reached the head.
/// </summary>
internal static class HistoryCatchUp
{
    /// <summary>Before the latest is read.</summary>
    public static async ValueTask BeginAsync(Session session, string target)
    {
        if (session.BehindSince == 0 || !ChannelName.TryParse(target, out var name)) return;
        Note(session);
        await session.Engine.Network.Channel(name).AskAsync(new CatchUp(session.Id, long.MaxValue));
    }

    /// <summary>After a page was told that may reach the head.</summary>
    /// <returns>What may be read now, if meanwhile there is more; else null.</returns>
    public static async ValueTask<HistoryAccess?> EndAsync(CommandContext context, string target, HistoryAccess access, HistoryPage page)
    {
        var session = context.Session;
        if (session.BehindSince == 0 || !ChannelName.TryParse(target, out var name)) return null;
        Note(session);
        if (access == HistoryAccess.None || page.Reached < access.LastSequence) return null;
        // What comes live from then on comes after it.
        await context.Reply.FlushNowAsync();
        var caught = await session.Engine.Network.Channel(name).AskAsync(new CatchUp(session.Id, page.Reached));
        return caught.Status == OutcomeStatus.Done ? null : (await HistoryTargets.AccessAsync(context, target)).Access;
    }

    /// <summary>It is at it.</summary>
    private static void Note(Session session) => session.BehindSince = session.Engine.Time.GetTimestamp();
}
