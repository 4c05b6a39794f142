using System.Collections.Immutable;
using System.Net;
using Teahouse.Core.Conversations;
using Teahouse.Core.Events;
using Teahouse.Core.History;
using Teahouse.Core.Hosting;
using Teahouse.Core.Identity;
using Teahouse.Core.Names;
using Teahouse.Core.Operators;
using Teahouse.Core.Network;
using Teahouse.Core.Services.Channels;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Users;

/// <summary>
/// The life of users: sessions come and go, a user changes or quits. Waits go one way: session, user, conversation, log.
/// </summary>
internal sealed partial class Presence(Engine engine)
{
    /// <summary>Makes a registered session somebody, and welcomes it: a session of its account's user, or a new user.</summary>
    /// <returns>What became of the nick; the session has a user after Claimed and Shared.</returns>
    public async ValueTask<NickOutcome> EnterAsync(Session session)
    {
        while (true)
        {
            if (session.Account is { } account && engine.Users.OfAccount(account.Id) is { } present)
            {
                if (account.Settings.OneSession && !present.Expelled && !present.Sessions.IsEmpty) return NickOutcome.InUse;
                if (!await AttachAsync(present, session))
                {
                    await present.Departed.WaitAsync(session.Closing);
                    continue;
                }
                await ReturnAsync(present);
                if (!present.Noted) await ReviewStayAsync(account.Id);
                await CameAsync(present, session);
                return NickOutcome.Shared;
            }
            var user = new User(SnapshotOf(session), engine.Now);
            // Whoever else comes for the account waits at this gate until it is decided.
            await user.Gate.EnterAsync(change: true);
            try
            {
                if (!engine.Users.TryReserve(user)) continue;
                var claim = await engine.Network.ClaimNickAsync(user.Snapshot.Nick.Value, Holder(user.Snapshot));
                if (claim.Outcome != NickOutcome.Claimed) return claim.Outcome == NickOutcome.Shared ? NickOutcome.InUse : claim.Outcome;
                engine.Users.Add(user);
                await WelcomeAsync(user, session);
                engine.Users.Name(user);
                await engine.Network.ArrivedAsync(user.Snapshot);
                await NoteStayAsync(user, session.Account is { } known && MayStay(known, user.Web));
                return NickOutcome.Claimed;
            }
            finally
            {
                if (session.User != user)
                {
                    user.Gone = true;
                    engine.Users.Remove(user);
                    user.Depart();
                }
                user.Gate.Leave();
            }
        }
    }

    /// <summary>The session ended. A user without sessions quits, or waits a while for its return.</summary>
    public async ValueTask LeaveAsync(Session session, string reason, bool quit)
    {
        if (session.User is not { } user) return;
        await engine.Network.UnwatchAsync(session.Id, [.. session.Watched]);
        await user.Gate.EnterAsync(change: true);
        try
        {
            user.Sessions = user.Sessions.Remove(session);
            engine.Registry.Remove(user.Snapshot.Identity, session.Subscriber);
            await Task.WhenAll(user.Channels.Select(c => AskAsync(c, new Detach(user.Snapshot, session.Id))));
            if (user.Sessions.Length > 0 || user.Gone) return;
            if (!user.Expelled && await StaysAsync(user)) await GoOfflineAsync(user);
            else if (!quit && !user.Expelled && Lingers(user, session)) user.LeavesAt = engine.Now + (long)LocalRooms.Linger.TotalMilliseconds;
            else await QuitAsync(user, reason);
        }
        finally
        {
            user.Gate.Leave();
        }
        if (user.Snapshot.AccountId != 0 && !user.Expelled) await engine.Accounts.SeenAsync(user.Snapshot.AccountId);
    }

    /// <summary>The account was removed: whoever is logged in to it goes.</summary>
    public async ValueTask ForgetAccountAsync(long account, string reason)
    {
        // Those that are not registered yet, too.
        foreach (var session in engine.Sessions())
            if (session.Account?.Id == account) session.Close(reason);
        await ExpelAsync(account, reason);
        await Heirs.ReviewAsync(engine, account);
    }

    /// <summary>A device was revoked: what it has open ends.</summary>
    public void EndDevice(long account, long device, string reason)
    {
        foreach (var session in engine.Sessions())
            if (session.Account?.Id == account && session.Device == device) session.Close(reason);
    }

    /// <summary>The account is gone: its user's sessions end, and nobody waits for their return.</summary>
    public async ValueTask ExpelAsync(long account, string reason)
    {
        if (engine.Users.OfAccount(account) is { } user) await ExpelAsync(user.Id, reason);
    }

    /// <summary>Ends all sessions of a user, and the user with them.</summary>
    public async ValueTask ExpelAsync(UserId id, string reason)
    {
        if (engine.Users.Find(id) is not { } user) return;
        await user.Gate.EnterAsync(change: true);
        try
        {
            user.Expelled = true;
            foreach (var session in user.Sessions) session.Close(reason);
            if (user.Sessions.IsEmpty && !user.Gone) await QuitAsync(user, reason);
        }
        finally
        {
            user.Gate.Leave();
        }
    }

    /// <summary>Lets go those who did not come back.</summary>
    public async Task SweepAsync()
    {
        foreach (var user in engine.Users.All)
        {
            if (user.LeavesAt == 0 || user.LeavesAt > engine.Now) continue;
            await user.Gate.EnterAsync(change: true);
            try
            {
                if (user.LeavesAt != 0 && user.Sessions.IsEmpty && !user.Gone) await QuitAsync(user, "Left");
            }
            finally
            {
                user.Gate.Leave();
            }
        }
    }

    private async ValueTask<bool> AttachAsync(User user, Session session)
    {
        await user.Gate.EnterAsync(change: true);
        try
        {
            if (user.Gone || user.Expelled) return false;
            await WelcomeAsync(user, session);
            foreach (var name in user.Channels) await SessionGreeting.ChannelAsync(session, name);
            return true;
        }
        finally
        {
            user.Gate.Leave();
        }
    }

    /// <summary>The welcome comes first on the wire: only then does the session hear what is said to its user.</summary>
    private async ValueTask WelcomeAsync(User user, Session session)
    {
        user.LeavesAt = 0;
        user.Web |= session.Connection.Transport == Transport.WebSocket;
        session.User = user;
        engine.Users.CountStranger(-1);
        session.Subscriber.User = user.Id;
        if (session.Account is { } account) engine.Addresses.Note(account.Id, session.Connection.Address, engine.Now);
        await MetadataGreeting.AdoptAsync(session, user.Snapshot);
        await Replay.BeginAsync(session);
        await SessionGreeting.WelcomeAsync(session);
        user.Sessions = user.Sessions.Add(session);
        engine.Registry.Add(user.Snapshot.Identity, session.Subscriber);
        if (session.Missed is { } missed) missed.LiveFrom = engine.Now;
    }

    /// <summary>Inside the user's gate.</summary>
    private async ValueTask QuitAsync(User user, string reason)
    {
        await NoteStayAsync(user, false);
        user.Gone = true;
        var snapshot = user.Snapshot;
        var quit = new Event(EventKind.Quit, default, engine.Now, null, snapshot.Source, [reason], Tags.Empty);
        var heard = await TellChannelsAsync(user, new ChangeMember(snapshot, quit, Leaves: true));
        await engine.Network.AnnounceAsync(user.Id, heard, quit, null);
        // The nick first: whoever finds no user any more finds the nick free too.
        await engine.Network.ReleaseNickAsync(snapshot.Nick.Value, user.Id.Value);
        engine.Users.Remove(user);
        await engine.Network.DepartedAsync(snapshot);
        user.Depart();
    }

    /// <summary>Tells all channels at once, and forgets those that know of no such member.</summary>
    /// <returns>Where it may be told.</returns>
    private async ValueTask<ImmutableArray<Earshot>> TellChannelsAsync(User user, ChangeMember change)
    {
        var channels = user.Channels;
        var outcomes = await Task.WhenAll(channels.Select(c => AskAsync(c, change)));
        var heard = ImmutableArray.CreateBuilder<Earshot>(channels.Length);
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i].Status == OutcomeStatus.Nothing) Forget(user, channels[i]);
            else heard.Add(new Earshot(channels[i], outcomes[i].To));
        }
        return heard.DrainToImmutable();
    }

    /// <summary>A guest comes back after a reload, and so does anybody in a browser.</summary>
    private static bool Lingers(User user, Session last) =>
        user.Snapshot.AccountId != 0 && (user.Snapshot.Guest || last.Connection.Transport == Transport.WebSocket);

    private static void Forget(User user, ChannelName name) =>
        user.Channels = user.Channels.RemoveAll(c => LocalRooms.Key(c) == LocalRooms.Key(name));

    private Task<Outcome> AskAsync(ChannelName channel, Request request) => engine.Network.Channel(channel).AskAsync(request).AsTask();

    private static NickHolder Holder(UserSnapshot user) => new(user.Id.Value, user.AccountId, user.AtTheMachine);

    private UserSnapshot SnapshotOf(Session session)
    {
        var account = session.Account;
        var registration = session.Registration;
        return new UserSnapshot(
            engine.NextUser(), account is null ? engine.AnonymousIdentity() : Identities.OfAccount(account.Id), registration.Nick!.Value,
            registration.Username!, account is null ? session.Host : Cloak.AccountHost(account.Name), registration.RealName,
            account?.Name, account?.Id ?? 0, account?.Guest ?? false, registration.Away, account?.Operator ?? false,
            engine.Options.Accounts.DefaultUserModes.Contains('i', StringComparison.Ordinal), session.Connection.Secure)
        {
            Modes = UserModeLetters.Parse(engine.Options.Accounts.DefaultUserModes),
            Privileges = account is { Operator: true } ? OperatorPrivileges.All : OperatorPrivileges.None,
            // A web server in front may be on this machine, and so everybody who comes through it.
            AtTheMachine = session.Connection.Transport == Transport.Tcp && IPAddress.IsLoopback(session.Connection.Address),
        };
    }
}
