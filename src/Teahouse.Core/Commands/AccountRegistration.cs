using Teahouse.Core.Accounts;
using Teahouse.Core.Names;
using Teahouse.Core.Network;
using Teahouse.Core.Sessions;

namespace Teahouse.Core.Commands;

/// <summary>Makes an account for a session, for REGISTER and for NickServ. https://ircv3.net/specs/extensions/account-registration</summary>
internal static class AccountRegistration
{
    /// <param name="secret">A password; or a device's credential, which makes a guest's account.</param>
    /// <param name="invitation">The token of an invitation, which opens registration where it is closed; empty: none.</param>
    public static async ValueTask<Registered> TryAsync(Session session, string name, string email, string secret, string invitation = "")
    {
        var engine = session.Engine;
        var room = engine.Options.Accounts.RegistrationOpen ? null : await Invitations.FindRoomAsync(engine.Network, invitation, engine.Now, registers: true);
        if (WhyNot(session, name, room is not null) is { } refused) return refused;
        // No mail is ever sent: a server that demands addresses registers through its admin.
        if (engine.Options.Accounts.EmailRequired)
            return email.Contains('@') ? new(null, "UNACCEPTABLE_EMAIL", "This server's admin makes the accounts") : new(null, "INVALID_EMAIL", "This server asks for an e-mail address");
        // Nobody's nick becomes an account under its holder's hands.
        if (await engine.Network.IsNickOfAnotherAsync(name, new NickHolder(session.User?.Id.Value ?? 0, 0)))
            return new(null, "ACCOUNT_EXISTS", "The name is somebody's nick, or looks like one");
        var result = await engine.Accounts.RegisterAsync(name, session.Registration.RealName, secret);
        if (result.Account is not { } account) return Explain(result.Refusal);
        // The device that it was made with is the one that is here.
        if (account.Guest && await engine.Accounts.DevicesAsync(account.Id) is [var device, ..]) session.UseDevice(device.Id, "");
        if (room is { } invited) await Invitations.UsedAsync(engine.Network, invited, invitation);
        return new(account, "SUCCESS", "Account registered", result.RecoveryCode);
    }

    private static Registered? WhyNot(Session session, string name, bool invited)
    {
        var options = session.Engine.Options.Accounts;
        if (!options.RegistrationOpen && !invited) return new(null, "TEMPORARILY_UNAVAILABLE", "Registration is closed on this server");
        if (session.Account is not null) return new(null, "ALREADY_AUTHENTICATED", "You are logged in already");
        if (session.User is null && !options.BeforeConnect) return new(null, "COMPLETE_CONNECTION_REQUIRED", "Finish connecting first");
        if (name == "*") return new(null, "NEED_NICK", "Choose a nick first");
        return session.Engine.Limits.TryRegister(session.Connection.Address) ? null
            : new(null, "TEMPORARILY_UNAVAILABLE", "Too many registrations from your address; try again later");
    }

    public static Registered Explain(RegisterRefusal refusal) => refusal switch
    {
        RegisterRefusal.AccountExists => new(null, "ACCOUNT_EXISTS", "The name is taken, or looks like one that is"),
        RegisterRefusal.BadAccountName => new(null, "BAD_ACCOUNT_NAME", "That cannot be an account's name"),
        RegisterRefusal.WeakPassword => new(null, "WEAK_PASSWORD", "The password is too short"),
        RegisterRefusal.UnacceptablePassword => new(null, "UNACCEPTABLE_PASSWORD", "The password cannot be used"),
        _ => new(null, "TEMPORARILY_UNAVAILABLE", "Not now; try again later"),
    };
}

/// <param name="Account">Null if it was refused; then the code is that of FAIL.</param>
/// <param name="RecoveryCode">Of an account with a password.</param>
internal sealed record Registered(Account? Account, string Code, string Text, string? RecoveryCode = null);
