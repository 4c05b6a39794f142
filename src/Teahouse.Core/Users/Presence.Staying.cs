using System.Collections.Immutable;
using Teahouse.Core.Accounts;
using Teahouse.Core.Conversations;
using Teahouse.Core.Events;
using Teahouse.Core.Hosting;
using Teahouse.Protocol;

namespace Teahouse.Core.Users;

/// <summary>Who stays when the last session goes: in its rooms, marked as offline, and over a restart of the server.</summary>
internal sealed partial class Presence
{
    /// <summary>The message of one who only stays.</summary>
    public const string OfflineAway = "offline, will be delivered";

    /// <summary>Most rooms of one who only stays.</summary>
    private const int MostRooms = 100;

    /// <summary>The owner chose anew: what holds when the last session goes, or for one who only stays, at once.</summary>
    public async ValueTask ReviewStayAsync(long account)
    {
        if (engine.Users.OfAccount(account) is not { } user) return;
        await user.Gate.EnterAsync(change: true);
        try
        {
            if (user.Gone) return;
            var stays = await StaysAsync(user);
            if (!stays && user.Snapshot.Offline && user.Sessions.IsEmpty) await QuitAsync(user, "Left");
            else await NoteStayAsync(user, stays);
        }
        finally
        {
            user.Gate.Leave();
        }
    }

    /// <summary>The user is another account's now: what was noted of the one before is over.</summary>
    private async ValueTask MoveStayAsync(User user, long left)
    {
        if (left != 0 && user.Noted) await engine.Accounts.KeepAsync(left, null);
        user.Noted = false;
        await ReviewStayAsync(user.Snapshot.AccountId);
    }

    /// <summary>Lets those go whom nobody has seen for long.</summary>
    public async Task ReviewStaysAsync()
    {
        foreach (var user in engine.Users.All)
            if (user.Snapshot.Offline) await ReviewStayAsync(user.Snapshot.AccountId);
    }

    /// <summary>Those who stayed are here again; before the first connection.</summary>
    /// <param name="rooms">What accounts are in which rooms.</param>
    public async Task RestoreAsync(IReadOnlyDictionary<long, List<ChannelName>> rooms, CancellationToken cancel)
    {
        foreach (var (id, kept) in await engine.Accounts.KeptAsync(cancel))
        {
            var restored = await engine.Accounts.FindAsync(id, cancel) is { } account && !engine.Accounts.IsForgotten(account) && MayStay(account, kept.Web)
                && await RestoreAsync(account, kept, rooms.GetValueOrDefault(id) ?? []);
            if (!restored) await engine.Accounts.KeepAsync(id, null);
        }
    }

    private async ValueTask<bool> RestoreAsync(Account account, KeptPresence kept, List<ChannelName> rooms)
    {
        if (!Nick.TryParse(kept.Nick, engine.Options.UnicodeNames, out var nick)) return false;
        var snapshot = new UserSnapshot(
            engine.NextUser(), Identities.OfAccount(account.Id), nick, kept.Username, Identity.Cloak.AccountHost(account.Name), kept.RealName,
            account.Name, account.Id, account.Guest, OfflineAway, account.Operator, kept.Invisible, Secure: false)
        {
            Modes = (UserModes)kept.Modes,
            Privileges = account.Operator ? Operators.OperatorPrivileges.All : Operators.OperatorPrivileges.None,
            Offline = true,
        };
        var user = new User(snapshot, engine.Now) { OwnAway = kept.Away, Noted = true, Web = kept.Web };
        if ((await engine.Network.ClaimNickAsync(nick.Value, Holder(snapshot))).Outcome != Names.NickOutcome.Claimed) return false;
        engine.Users.LogIn(user, account.Id);
        engine.Users.Add(user);
        engine.Users.Name(user);
        var found = ImmutableArray.CreateBuilder<ChannelName>();
        foreach (var name in rooms.Take(MostRooms))
            if ((await AskAsync(name, new Resume(snapshot))).Status == OutcomeStatus.Done) found.Add(name);
        user.Channels = found.ToImmutable();
        return true;
    }

    private bool MayStay(Account account, bool web) => !account.Guest && engine.Options.Accounts.KeepOnline != KeepOnline.Off && account.Settings.KeepOnline switch
    {
        KeepChoice.On => true,
        KeepChoice.Off => false,
        _ => web || engine.Options.Accounts.KeepOnline == KeepOnline.OptOut,
    };

    /// <summary>Inside the user's gate.</summary>
    private async ValueTask<bool> StaysAsync(User user) =>
        user.Snapshot.AccountId != 0 && engine.Options.Accounts.KeepOnline != KeepOnline.Off
        && await engine.Accounts.FindAsync(user.Snapshot.AccountId) is { } account && MayStay(account, user.Web)
        && !(user.Snapshot.Offline && engine.Accounts.IsForgotten(account));

    /// <summary>Inside the user's gate.</summary>
    private async ValueTask NoteStayAsync(User user, bool stays)
    {
        if (!stays && !user.Noted) return;
        var now = user.Snapshot;
        user.Noted = stays;
        await engine.Accounts.KeepAsync(now.AccountId, stays
            ? new KeptPresence(now.Nick.Value, now.Username, now.RealName, now.Offline ? user.OwnAway : now.Away, (int)now.Modes, now.Invisible, user.Web)
            : null);
    }

    private static bool IsNotedOf(UserSnapshot one, UserSnapshot other) =>
        one.Nick.Value == other.Nick.Value && one.Username == other.Username && one.RealName == other.RealName
        && (one.Away == other.Away || one.Offline != other.Offline) && one.Modes == other.Modes && one.Invisible == other.Invisible;

    /// <summary>Inside the user's gate: its last session is gone, and it stays.</summary>
    private async ValueTask GoOfflineAsync(User user)
    {
        foreach (var name in user.Channels.Skip(MostRooms))
        {
            await AskAsync(name, new Part(user.Snapshot, null, "Too many rooms to stay in"));
            Forget(user, name);
        }
        if (!user.Snapshot.Offline) user.OwnAway = user.Snapshot.Away == NobodyThere ? null : user.Snapshot.Away;
        await NoteStayAsync(user, true);
        await ChangeHeldAsync(user, before => before with { Offline = true, Away = OfflineAway }, (EventKind.Away, [OfflineAway]), null);
        await engine.Network.WentOfflineAsync(user.Snapshot);
    }

    /// <summary>A session has come to one who only stayed.</summary>
    private async ValueTask ReturnAsync(User user)
    {
        if (!user.Snapshot.Offline) return;
        var own = user.OwnAway;
        await ChangeAsync(user, before => before.Offline && !user.Sessions.IsEmpty ? before with { Offline = false, Away = own } : null,
            (EventKind.Away, own is null ? [] : [own]), null);
        if (!user.Snapshot.Offline) await engine.Network.ArrivedAsync(user.Snapshot);
    }
}
