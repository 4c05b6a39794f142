using System.Collections.Concurrent;
using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Users;

/// <summary>A channel that its members are in has another name.</summary>
internal sealed partial class Presence
{
    private readonly ConcurrentQueue<(UserId User, ChannelName From, ChannelName To)> _moves = new();

    public async ValueTask<Outcome> RenameAsync(ChannelName from, Rename request)
    {
        var outcome = await engine.Network.RenameAsync(from, request);
        await MoveAsync();
        return outcome;
    }

    /// <summary>In the channel's turn: those who know no renames see a leaving and a coming, and the copies of all members follow soon.</summary>
    public void Renamed(Event happened, ChannelView view)
    {
        if (!ChannelName.TryParse(happened.Parameters[0], out var from)) return;
        foreach (var member in view.Members)
        {
            _moves.Enqueue((member.User.Id, from, view.Name));
            if (engine.Users.Find(member.User.Id) is not { } user) continue;
            foreach (var session in user.Sessions)
                if (!session.Has(CapabilitySet.ChannelRename)) Tell(session, member.User, happened, view);
        }
    }

    private static void Tell(Session session, UserSnapshot user, Event happened, ChannelView view)
    {
        var reply = new Reply(session, null);
        var reason = happened.Parameters[2];
        reply.Event(new Event(
            EventKind.Part, default, happened.Time, null, user.Source, reason.Length == 0 ? [happened.Parameters[0]] : [happened.Parameters[0], reason], Tags.Empty));
        reply.Event(new Event(EventKind.Join, default, happened.Time, null, user.Source, Channel.JoinOf(user, view.Settings.Name).Parameters, Tags.Empty));
        SessionGreeting.Describe(session, reply, view);
        reply.Offer();
    }

    /// <summary>What members remember by the channel's name is remembered by the new one.</summary>
    public async ValueTask MoveAsync()
    {
        while (_moves.TryDequeue(out var move))
        {
            if (engine.Users.Find(move.User) is not { } user) continue;
            await user.Gate.EnterAsync(change: true);
            try
            {
                Forget(user, move.From);
                if ((await AskAsync(move.To, new Look())).View?.Member(user.Id) is null) continue;
                Forget(user, move.To);
                user.Channels = user.Channels.Add(move.To);
                var (before, after) = (LocalRooms.Key(move.From).A, LocalRooms.Key(move.To).A);
                if (await engine.ReadMarkers.FindAsync(user, before) is { } read) await engine.ReadMarkers.RaiseAsync(user, after, read);
            }
            finally
            {
                user.Gate.Leave();
            }
        }
    }
}
