using System.Net;
using Teahouse.Core.Accounts;
using Teahouse.Core.Events;
using Teahouse.Core.Log;
using Teahouse.Core.Operators;
using Teahouse.Core.Users;

namespace Teahouse.Core.Hosting;

/// <summary>What the admin's commands about accounts do to those who are here.</summary>
public sealed partial class ChatServer
{
    /// <summary>Makes an account for the admin; whoever is called so without being logged in to it gives the name up.</summary>
    public async ValueTask<RegisterResult> AddAccountAsync(string name, string password, CancellationToken cancel = default)
    {
        var result = await Accounts.AddAsync(name, password, cancel);
        if (result.Account is not null) await _engine!.Presence.ReviewNicksAsync();
        return result;
    }

    /// <summary>Removes an account for the admin, and ends its sessions; null if there is none of the name.</summary>
    public async ValueTask<Account?> RemoveAccountAsync(string name, CancellationToken cancel = default)
    {
        if (await Accounts.RemoveAsync(name, cancel) is not { } removed) return null;
        var ending = _sessions.Where(s => s.Key.Account?.Id == removed.Id).Select(s => s.Key.Left).ToArray();
        await _engine!.Presence.ForgetAccountAsync(removed.Id, "Your account was removed");
        await Task.WhenAll(ending).WaitAsync(cancel);
        return removed;
    }

    /// <summary>Sets the password that an admin's token allows. Whoever fails too often from an address has to wait.</summary>
    public async ValueTask<PasswordResult> ResetPasswordAsync(IPAddress address, string token, string password, CancellationToken cancel = default)
    {
        var limits = _engine!.Limits;
        if (!limits.MayLogIn(address)) return PasswordResult.Refused(PasswordRefusal.TemporarilyUnavailable);
        var result = await Accounts.RedeemResetAsync(token, password, cancel);
        if (result.Refusal == PasswordRefusal.NotAllowed) limits.LoginFailed(address);
        if (result.Refusal == PasswordRefusal.None) await EndGuestAsync(result.Account);
        return result;
    }

    /// <summary>Whose account it is that a request by HTTP comes from. Whoever fails too often from an address has to wait.</summary>
    public async ValueTask<LoginResult> LogInAsync(IPAddress address, string name, string secret, CancellationToken cancel = default)
    {
        var limits = _engine!.Limits;
        if (!limits.MayLogIn(address)) return LoginResult.Refused(LoginRefusal.Busy);
        var login = await Accounts.LoginAsync(name, secret, cancel);
        if (login.Refusal is LoginRefusal.Unknown or LoginRefusal.Wrong) limits.LoginFailed(address);
        return login;
    }

    /// <summary>The reason of the ban that hits who asks by HTTP, as one would be told by IRC; null: none does.</summary>
    /// <param name="account">Null as long as it is not known.</param>
    public string? FindBan(IPAddress address, Account? account)
    {
        var engine = _engine!;
        var ban = account is null ? engine.Bans.Find(address) : engine.Bans.Find(BanSubject.Of(address, account, engine.Users.OfAccount(account.Id)));
        return ban is null ? null : BanEnforcement.Sentence(ban);
    }

    private ValueTask<AppendOutcome> NoteTakingAwayAsync(ConversationId conversation, int epoch, Event message) =>
        Identities.AccountOf(message.Source.Identity) is { } account ? TakingAway(new(account, message.Parameters[1], conversation, epoch, message.Place.Sequence)) : new(AppendOutcome.Stored);

    private void NoteTakenAway(Event message)
    {
        if (Identities.AccountOf(message.Source.Identity) is { } account) TakenAway(account, message.Parameters[1]);
    }

    /// <summary>The owner's or the admin's choice about staying online has changed.</summary>
    public ValueTask ReviewStayAsync(long account) => _engine!.Presence.ReviewStayAsync(account);

    /// <summary>The account has a password now, or a second device: who was a guest is one no more.</summary>
    public ValueTask EndGuestAsync(long account) => _engine!.Presence.EndGuestAsync(account);

    /// <summary>Ends what a device of the account has open, once it is revoked.</summary>
    public void EndDevice(long account, long device) => _engine!.Presence.EndDevice(account, device, "This device was revoked");

    /// <summary>Who the account is here, or null if it is not.</summary>
    public AccountPresence? PresenceOf(long account) =>
        _engine!.Users.OfAccount(account) is { } user ? new(user.Snapshot.Nick.Value, [.. user.Sessions.Select(AccountConnection.Of)], user.Channels.Length) : null;

    /// <summary>Ends all that the account has open, and its staying until it comes again. Returns when it is gone; false if it was not here.</summary>
    public async ValueTask<bool> EndAccountAsync(long account, CancellationToken cancel = default)
    {
        if (_engine!.Users.OfAccount(account) is not { } user) return false;
        await _engine.Presence.ExpelAsync(user.Id, "Ended by the server's admin");
        await user.Departed.WaitAsync(cancel);
        return true;
    }
}

