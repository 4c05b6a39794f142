using System.Collections.Immutable;
using Teahouse.Core.Accounts;
using Teahouse.Core.Conversations;
using Teahouse.Core.Events;
using Teahouse.Core.Hosting;
using Teahouse.Core.Identity;
using Teahouse.Core.Metadata;
using Teahouse.Core.Names;
using Teahouse.Core.Operators;
using Teahouse.Core.Services.Nicknames;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Users;

/// <summary>What a user does to itself: its gate keeps its posts back meanwhile.</summary>
internal sealed partial class Presence
{
    /// <summary>NICK, AWAY, SETNAME, a login: told once to everyone who shares a channel, after every channel knows.</summary>
    /// <param name="change">From the snapshot now to the next one; null: nothing to do.</param>
    /// <param name="happened">Kind and parameters of what is told.</param>
    public async ValueTask<NickOutcome> ChangeAsync(User user, Func<UserSnapshot, UserSnapshot?> change, (EventKind Kind, ImmutableArray<string> Parameters)? happened, Origin? origin)
    {
        await user.Gate.EnterAsync(change: true);
        try
        {
            return await ChangeHeldAsync(user, change, happened, origin);
        }
        finally
        {
            user.Gate.Leave();
        }
    }

    /// <summary>Inside the user's gate.</summary>
    private async ValueTask<NickOutcome> ChangeHeldAsync(User user, Func<UserSnapshot, UserSnapshot?> change, (EventKind Kind, ImmutableArray<string> Parameters)? happened, Origin? origin)
    {
        var before = user.Snapshot;
        if (user.Gone || change(before) is not { } after) return NickOutcome.Claimed;
        if (after.Nick.Value != before.Nick.Value)
        {
            var claim = await engine.Network.RenameNickAsync(before.Nick.Value, after.Nick.Value, Holder(after));
            if (claim.Outcome != NickOutcome.Claimed) return claim.Outcome == NickOutcome.Shared ? NickOutcome.InUse : claim.Outcome;
        }
        engine.Users.Change(user, after);
        var told = happened is var (kind, parameters) ? new Event(kind, default, engine.Now, null, before.Source with { Marks = after.Source.Marks }, parameters, Tags.Empty) : null;
        var kept = told is { Kind: not (EventKind.Away or EventKind.Account) } ? told : null;
        var heard = await TellChannelsAsync(user, new ChangeMember(after, kept, Leaves: false));
        if (told is not null) await engine.Network.AnnounceAsync(user.Id, heard, told, origin);
        if (!after.Nick.Equals(before.Nick))
        {
            await engine.Network.DepartedAsync(before);
            await engine.Network.ArrivedAsync(after);
        }
        if (user.Noted && !IsNotedOf(before, after)) await NoteStayAsync(user, true);
        return NickOutcome.Claimed;
    }

    /// <summary>The session, and its user if it is registered already, is now this account's.</summary>
    /// <returns>False if the account has a user here already: a session becomes one of its sessions while it connects, not later.</returns>
    public async ValueTask<bool> LogInAsync(Session session, Account account)
    {
        if (session.User is not { } user)
        {
            session.Account = account;
            return true;
        }
        var possible = true;
        var left = user.Snapshot.AccountId;
        var early = await engine.Network.MetadataAsync(user.Snapshot.Identity);
        await ChangeAsync(user, before =>
        {
            if (before.AccountId == account.Id) return null;
            possible = user.Sessions.Length == 1 && engine.Users.LogIn(user, account.Id);
            if (!possible) return null;
            if (before.AccountId != 0) engine.Users.LogOut(user, before.AccountId);
            var identity = Identities.OfAccount(account.Id);
            engine.Registry.Move(before.Identity, identity, session.Subscriber);
            return before with { Identity = identity, Account = account.Name, AccountId = account.Id, Guest = account.Guest };
        }, (EventKind.Account, [account.Name]), null);
        if (!possible) return false;
        session.Account = account;
        engine.Addresses.Note(account.Id, session.Connection.Address, engine.Now);
        // What was set without the account goes with the person.
        foreach (var (key, value) in early) session.Registration.Metadata[key] = value;
        await MetadataGreeting.AdoptAsync(session, user.Snapshot);
        await engine.Network.IdentifyNickAsync(user.Snapshot.Nick.Value, Holder(user.Snapshot));
        await CloakAsync(user, Cloak.AccountHost(account.Name));
        await GiveUpNickAsync(user, account.Name);
        if (left != account.Id) await MoveStayAsync(user, left);
        await BanEnforcement.LookAgainAsync(session);
        return true;
    }

    private async ValueTask CloakAsync(User user, string host)
    {
        if (user.Snapshot.Host == host) return;
        await ChangeAsync(user, before => before with { Host = host }, (EventKind.Chghost, [user.Snapshot.Username, host]), null);
    }

    /// <summary>Who has left an account leaves its name too: the user is called as its account now, or, if that is not to be had, somehow.</summary>
    private async ValueTask GiveUpNickAsync(User user, string wanted)
    {
        if (!engine.Options.Accounts.ReserveNicknames) return;
        var folded = NameRules.Fold(user.Snapshot.Nick.Value);
        if (!engine.Accounts.Names.BelongsToAnother(folded, NameRules.LookAlike(folded), user.Snapshot.AccountId)) return;
        while (!Nick.TryParse(wanted, engine.Options.UnicodeNames, out var nick) || await RenameAsync(user, nick) != NickOutcome.Claimed)
            wanted = "Guest" + RandomBytes.Token(engine.Random)[..8].Replace('-', 'x');
    }

    /// <summary>An account has come into being: whoever is called like it, or looks so, gives the name up.</summary>
    public async ValueTask ReviewNicksAsync()
    {
        foreach (var user in engine.Users.All)
        {
            var before = user.Snapshot.Nick.Value;
            await GiveUpNickAsync(user, "");
            if (user.Snapshot.Nick.Value == before) continue;
            foreach (var session in user.Sessions)
            {
                var reply = new Reply(session, null);
                reply.From(NickServ.Service.Prefix(session.ServerName), "NOTICE", session.NickOrStar, NickServTexts.NameGiven(before));
                reply.Offer();
            }
        }
    }

    /// <summary>The account has a password, or a second device: a guest is one no more, and may stay.</summary>
    public async ValueTask EndGuestAsync(long account)
    {
        if (engine.Users.OfAccount(account) is not { } user) return;
        // The account is the same: what is new is that the line has no mark.
        await ChangeAsync(user, before => before.Guest ? before with { Guest = false } : null, (EventKind.Account, [user.Snapshot.Account!]), null);
        await ReviewStayAsync(account);
    }

    private ValueTask<NickOutcome> RenameAsync(User user, Nick nick) =>
        ChangeAsync(user, before => before with { Nick = nick }, (EventKind.Nick, [nick.Value]), null);

    /// <param name="session">The one that asks; null: somebody else brings the user in.</param>
    public async ValueTask<Outcome> JoinAsync(User user, Session? session, ChannelName name, string key, Origin? origin, bool forwarded = false, bool forced = false)
    {
        await user.Gate.EnterAsync(change: true);
        try
        {
            var join = new Join(user.Snapshot, origin, name, [.. user.Sessions.Select(s => s.Id)], key, await KeepsAsync(user, session))
            {
                Forwarded = forwarded,
                Forced = forced,
            };
            var outcome = await engine.Network.Channel(name).AskAsync(join);
            // Unknown may come true: a member that the list forgets would never leave.
            if (outcome.Status is OutcomeStatus.Done or OutcomeStatus.Nothing or OutcomeStatus.Unknown)
            {
                Forget(user, name);
                user.ForgetInvitation(name);
                user.Channels = user.Channels.Add(outcome.View?.Name ?? name);
            }
            if (outcome.Status == OutcomeStatus.Done) await engine.Network.AnnounceMetadataAsync(MetadataSubject.Of(user.Snapshot), name);
            return outcome;
        }
        finally
        {
            user.Gate.Leave();
        }
    }

    /// <summary>A room that somebody in a browser makes belongs to its account at once.</summary>
    private async ValueTask<bool> KeepsAsync(User user, Session? session)
    {
        if (session?.Connection.Transport != Transport.WebSocket || user.Snapshot.AccountId == 0) return false;
        var most = engine.Options.Limits.RegisteredChannels;
        return most == 0 || (await engine.Network.RegisteredAsync(user.Snapshot.AccountId)).Length < most;
    }

    public async ValueTask<Outcome> PartAsync(User user, ChannelName name, string reason, Origin? origin)
    {
        await user.Gate.EnterAsync(change: true);
        try
        {
            var outcome = await engine.Network.Channel(name).AskAsync(new Part(user.Snapshot, origin, reason));
            if (outcome.Status is OutcomeStatus.Done or OutcomeStatus.Refused) Forget(user, name);
            return outcome;
        }
        finally
        {
            user.Gate.Leave();
        }
    }

    /// <summary>The channel sent the user away; it may have come back since.</summary>
    public async ValueTask KickedAsync(UserId id, ChannelName name)
    {
        if (engine.Users.Find(id) is not { } user) return;
        await user.Gate.EnterAsync(change: true);
        try
        {
            if ((await AskAsync(name, new Look())).View?.Member(id) is null) Forget(user, name);
        }
        finally
        {
            user.Gate.Leave();
        }
    }
}
