using System.Collections.Immutable;
using System.Globalization;
using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Core.Sessions;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.History;

/// <summary>
/// Tells those who cannot ask for history what they missed since their device last read: of a registered room when they come into it, and
/// direct messages when they log in. Never bots.
/// </summary>
internal static class Replay
{
    /// <summary>Direct chats that are looked at, of those with the latest news.</summary>
    private const int MostChats = 50;

    /// <summary>The session is logged in: from here on it is known what it missed. What the device heard is found by its name.</summary>
    public static async ValueTask BeginAsync(Session session)
    {
        if (session.Account is not { } account || session.Missed is not null) return;
        var engine = session.Engine;
        var known = await engine.ReadMarkers.HeardAsync(account.Id, Device(session));
        // A device that was never here: since anybody was, if nobody is.
        var alone = engine.Users.OfAccount(account.Id) is not { } user || user.Sessions.All(s => s == session);
        session.Missed = new Missed(known ?? (alone ? account.LastSeen : engine.Now)) { LiveFrom = engine.Now };
    }

    /// <summary>Of the rooms that it came into with the login, and direct messages.</summary>
    public static async ValueTask GreetAsync(Session session, Reply reply)
    {
        if (session.Missed is not { } missed || !Wants(session)) return;
        foreach (var view in missed.Entered) await RoomAsync(session, reply, view);
        missed.Entered.Clear();
        await TellAsync(session, reply, session.User!.Snapshot.Nick.Value, await DirectAsync(session, missed));
    }

    /// <param name="view">As it was when the session began to hear it.</param>
    public static async ValueTask RoomAsync(Session session, Reply reply, ChannelView view)
    {
        if (session.Missed is not { } missed || !Wants(session) || !view.Recorded || !view.Settings.Registered || !missed.Begin(view.Name)) return;
        var (history, user) = (session.Engine.History, session.User!.Snapshot);
        var consulted = await session.Engine.Network.Channel(view.Name).AskAsync(new Consult(new HistoryReader(user.Id, user.Identity, user.AccountId)));
        if (consulted.Access is not { } access) return;
        await TellAsync(session, reply, view.Name.Value, await ReadAsync(session, access, missed.Since, view.Last.Sequence, view.Name.Value));
    }

    /// <summary>Notes durably what the session has heard.</summary>
    /// <param name="gone">It has ended.</param>
    public static async ValueTask NoteAsync(Session session, bool gone)
    {
        if (session.Account is not { } account || session.User is not { } user) return;
        var engine = session.Engine;
        // It was a bot's; whoever took its leave now was none.
        if (gone && account.Bot && session.Quit is not null && !user.Snapshot.Has(UserModes.Bot)) await engine.Accounts.NoteBotAsync(account.Id, false);
        if (session.Missed is null || session.Has(CapabilitySet.ChatHistory)) return;
        // Who ended without a word may have heard nothing after the last sign of life.
        var silent = gone ? !session.EndedInOrder : session.Asked != 0;
        var heard = silent ? engine.Now - (long)engine.Time.GetElapsedTime(session.LastHeard).TotalMilliseconds : engine.Now;
        await engine.ReadMarkers.NoteHeardAsync(account.Id, Device(session), heard);
    }

    private static bool Wants(Session session) =>
        session.Engine.Options.History.Enabled && !session.Has(CapabilitySet.ChatHistory)
        && session.Account is { Settings.AutoReplay: > 0, Bot: false } && session.User is { Snapshot: var user } && !user.Has(UserModes.Bot);

    /// <summary>By its name; what has none, by its own password; what has neither is one device with all others like it.</summary>
    private static string Device(Session session) =>
        session.DeviceName.Length > 0 ? Names.NameRules.Fold(session.DeviceName)
        : session.Device is { } device ? string.Create(CultureInfo.InvariantCulture, $"#{device}") : "";

    private static async ValueTask<ImmutableArray<Event>> DirectAsync(Session session, Missed missed)
    {
        var own = session.User!.Snapshot;
        var reader = new HistoryReader(own.Id, own.Identity, own.AccountId);
        List<Event> said = [];
        var chats = await session.Engine.History.DirectChatsAsync(own.Identity);
        foreach (var head in chats.Where(c => c.LastTime > missed.Since).OrderByDescending(c => c.LastTime).Take(MostChats))
        {
            var other = head.Key.A == own.Identity ? head.Key.B : head.Key.A;
            if ((await session.Engine.Network.Direct(own.Identity, other).AskAsync(new Consult(reader))).Access is not { } access) continue;
            said.AddRange(await ReadAsync(session, access, missed.Since, access.LastSequence, own.Nick.Value));
        }
        // Whatever this user said itself is no news, and the name may have been another then.
        return [.. said.Where(e => e.Source.Identity != own.Identity && e.Time <= missed.LiveFrom).OrderBy(e => e.Time).TakeLast(session.Account!.Settings.AutoReplay)
            .Select(e => e with { Parameters = e.Parameters.SetItem(0, own.Nick.Value) })];
    }

    private static async ValueTask<IReadOnlyList<Event>> ReadAsync(Session session, HistoryAccess access, long since, long last, string target)
    {
        var history = session.Engine.History;
        if (access == HistoryAccess.None || await history.PointAsync(access, "timestamp=" + ServerTime.Format(since), false) is not { } point) return [];
        var window = new HistoryWindow(point.After, last, session.Account!.Settings.AutoReplay, Newest: true);
        return await history.ReadAsync(access, window, new HistoryView(false, false, target, session.ServerName));
    }

    private static async ValueTask TellAsync(Session session, Reply reply, string target, IReadOnlyList<Event> events)
    {
        if (events.Count == 0) return;
        reply.BeginBatch("chathistory", target);
        foreach (var happened in events)
        {
            reply.Event(session.Has(CapabilitySet.ServerTime) ? happened : DatedText.Of(happened));
            await reply.FlushIfLargeAsync();
        }
        reply.EndBatch();
    }
}
