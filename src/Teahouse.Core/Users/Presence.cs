using System.Collections.Immutable;
using Teahouse.Core.Accounts;
using Teahouse.Core.Conversations;
using Teahouse.Core.Events;
using Teahouse.Core.Hosting;
using Teahouse.Core.Identity;
using Teahouse.Core.Names;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Users;

/// <summary>
/// The life of users: sessions come and go, a user changes or quits. Waits go one way: session, user, conversation, log.
/// </summary>
internal sealed class Presence(Engine engine)
{
    /// <summary>Makes a registered session somebody: a session of its account's user, or a new user.</summary>
    /// <returns>What became of the nick; the session has a user after Claimed and Shared.</returns>
    public async ValueTask<NickOutcome> EnterAsync(Session session)
    {
        while (true)
        {
            if (session.Account is { } account && engine.Users.OfAccount(account.Id) is { } present)
            {
                if (await AttachAsync(present, session)) return NickOutcome.Shared;
                continue;
            }
            var snapshot = SnapshotOf(session);
            var claim = await engine.Network.ClaimNickAsync(snapshot.Nick.Value, Holder(snapshot));
            if (claim.Outcome != NickOutcome.Claimed) return claim.Outcome;
            var user = new User(snapshot, engine.Now);
            await user.Gate.EnterAsync(change: true);
            try
            {
                if (engine.Users.Add(user) is not null)
                {
                    // A second session of the account was quicker: be one of its sessions.
                    await engine.Network.ReleaseNickAsync(snapshot.Nick.Value, snapshot.Id.Value);
                    continue;
                }
                AddSession(user, session);
            }
            finally
            {
                user.Gate.Leave();
            }
            return NickOutcome.Claimed;
        }
    }

    /// <summary>The session ended. A user without sessions quits, or waits a while for its return.</summary>
    public async ValueTask LeaveAsync(Session session, string reason, bool quit)
    {
        if (session.User is not { } user) return;
        await user.Gate.EnterAsync(change: true);
        try
        {
            user.Sessions = user.Sessions.Remove(session);
            engine.Registry.Remove(user.Snapshot.Identity, session.Subscriber);
            await Task.WhenAll(user.Channels.Select(c => AskAsync(c, new Detach(user.Snapshot, session.Id))));
            if (user.Sessions.Length > 0 || user.Gone) return;
            if (!quit && Lingers(user, session)) user.LeavesAt = engine.Now + (long)LocalRooms.Linger.TotalMilliseconds;
            else await QuitAsync(user, reason);
        }
        finally
        {
            user.Gate.Leave();
        }
        if (user.Snapshot.AccountId != 0) await engine.Accounts.SeenAsync(user.Snapshot.AccountId);
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

    /// <summary>NICK, AWAY, SETNAME, a login: told once to everyone who shares a channel, after every channel knows.</summary>
    /// <param name="change">From the snapshot now to the next one; null: nothing to do.</param>
    /// <param name="happened">Kind and parameters of what is told.</param>
    public async ValueTask<NickOutcome> ChangeAsync(User user, Func<UserSnapshot, UserSnapshot?> change, (EventKind Kind, ImmutableArray<string> Parameters)? happened, Origin? origin)
    {
        await user.Gate.EnterAsync(change: true);
        try
        {
            var before = user.Snapshot;
            if (user.Gone || change(before) is not { } after) return NickOutcome.Claimed;
            if (after.Nick.Value != before.Nick.Value)
            {
                var claim = await engine.Network.RenameNickAsync(before.Nick.Value, after.Nick.Value, Holder(after));
                if (claim.Outcome != NickOutcome.Claimed) return claim.Outcome == NickOutcome.Shared ? NickOutcome.InUse : claim.Outcome;
            }
            user.Snapshot = after;
            engine.Users.Rename(user, before.Nick, after.Nick);
            var told = happened is var (kind, parameters) ? new Event(kind, default, engine.Now, null, before.Source, parameters, Tags.Empty) : null;
            var kept = told is { Kind: not (EventKind.Away or EventKind.Account) } ? told : null;
            await Task.WhenAll(user.Channels.Select(c => AskAsync(c, new ChangeMember(after, kept, Leaves: false))));
            if (told is not null) await engine.Network.AnnounceAsync(user.Id, user.Channels, told, origin);
            return NickOutcome.Claimed;
        }
        finally
        {
            user.Gate.Leave();
        }
    }

    /// <summary>The session's user, registered already, is now this account's.</summary>
    public async ValueTask LogInAsync(Session session, Account account)
    {
        session.Account = account;
        if (session.User is not { } user) return;
        var identity = Identities.OfAccount(account.Id);
        await ChangeAsync(user, before =>
        {
            if (before.AccountId == account.Id) return null;
            if (before.AccountId != 0) engine.Users.LogOut(user, before.AccountId);
            engine.Users.LogIn(user, account.Id);
            foreach (var own in user.Sessions) engine.Registry.Move(before.Identity, identity, own.Subscriber);
            return before with { Identity = identity, Account = account.Name, AccountId = account.Id, Guest = account.Guest };
        }, (EventKind.Account, [account.Name]), null);
        await engine.Network.IdentifyNickAsync(user.Snapshot.Nick.Value, Holder(user.Snapshot));
    }

    public async ValueTask<Outcome> JoinAsync(User user, Session session, ChannelName name, string key, Origin origin)
    {
        await user.Gate.EnterAsync(change: true);
        try
        {
            var join = new Join(user.Snapshot, origin, name, [.. user.Sessions.Select(s => s.Id)], key, session.Connection.Transport == Transport.WebSocket);
            var outcome = await engine.Network.Channel(name).AskAsync(join);
            if (outcome is { Status: OutcomeStatus.Done, View: { } view }) user.Channels = user.Channels.Add(view.Name);
            return outcome;
        }
        finally
        {
            user.Gate.Leave();
        }
    }

    public async ValueTask<Outcome> PartAsync(User user, ChannelName name, string reason, Origin origin)
    {
        await user.Gate.EnterAsync(change: true);
        try
        {
            var outcome = await engine.Network.Channel(name).AskAsync(new Part(user.Snapshot, origin, reason));
            if (outcome.Status == OutcomeStatus.Done) Forget(user, name);
            return outcome;
        }
        finally
        {
            user.Gate.Leave();
        }
    }

    /// <summary>The channel sent the user away.</summary>
    public async ValueTask KickedAsync(UserId id, ChannelName name)
    {
        if (engine.Users.Find(id) is not { } user) return;
        await user.Gate.EnterAsync(change: true);
        try
        {
            Forget(user, name);
        }
        finally
        {
            user.Gate.Leave();
        }
    }

    private static void Forget(User user, ChannelName name) =>
        user.Channels = user.Channels.RemoveAll(c => LocalRooms.Key(c) == LocalRooms.Key(name));

    private async ValueTask<bool> AttachAsync(User user, Session session)
    {
        await user.Gate.EnterAsync(change: true);
        try
        {
            if (user.Gone) return false;
            AddSession(user, session);
            await SessionGreeting.WelcomeAsync(session);
            foreach (var name in user.Channels) await SessionGreeting.ChannelAsync(session, name);
            return true;
        }
        finally
        {
            user.Gate.Leave();
        }
    }

    private void AddSession(User user, Session session)
    {
        user.Sessions = user.Sessions.Add(session);
        user.LeavesAt = 0;
        session.User = user;
        session.Subscriber.User = user.Id;
        engine.Registry.Add(user.Snapshot.Identity, session.Subscriber);
    }

    /// <summary>Inside the user's gate.</summary>
    private async ValueTask QuitAsync(User user, string reason)
    {
        user.Gone = true;
        var snapshot = user.Snapshot;
        var quit = new Event(EventKind.Quit, default, engine.Now, null, snapshot.Source, [reason], Tags.Empty);
        var channels = user.Channels;
        await Task.WhenAll(channels.Select(c => AskAsync(c, new ChangeMember(snapshot, quit, Leaves: true))));
        await engine.Network.AnnounceAsync(user.Id, channels, quit, null);
        engine.Users.Remove(user);
        await engine.Network.ReleaseNickAsync(snapshot.Nick.Value, user.Id.Value);
    }

    /// <summary>A guest comes back after a reload, and so does anybody in a browser.</summary>
    private static bool Lingers(User user, Session last) =>
        user.Snapshot.AccountId != 0 && (user.Snapshot.Guest || last.Connection.Transport == Transport.WebSocket);

    private Task<Outcome> AskAsync(ChannelName channel, Request request) => engine.Network.Channel(channel).AskAsync(request).AsTask();

    private static NickHolder Holder(UserSnapshot user) => new(user.Id.Value, user.AccountId);

    private UserSnapshot SnapshotOf(Session session)
    {
        var account = session.Account;
        var registration = session.Registration;
        return new UserSnapshot(
            engine.NextUser(), account is null ? engine.AnonymousIdentity() : Identities.OfAccount(account.Id), registration.Nick!.Value,
            registration.Username!, account is null ? session.Host : Cloak.AccountHost(account.Name), registration.RealName,
            account?.Name, account?.Id ?? 0, account?.Guest ?? false, null, false,
            engine.Options.Accounts.DefaultUserModes.Contains('i', StringComparison.Ordinal), session.Connection.Secure);
    }
}
