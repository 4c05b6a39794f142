using Teahouse.Core.Accounts;
using Teahouse.Core.Delivery;
using Teahouse.Core.History;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>A session becomes an account's: by SASL, by PASS, by REGISTER, or by NickServ.</summary>
internal static class Login
{
    public const string HereAlready = "the account is here already, log in to it while connecting";

    /// <summary>Does it, and says 900.</summary>
    /// <param name="sasl">Says 903, too.</param>
    /// <returns>False, and nothing changes, if the account has another user here: who connects becomes its session, who is registered does not.</returns>
    public static async ValueTask<bool> TryAsync(Session session, Reply reply, Account account, bool sasl = false)
    {
        var hostBefore = session.User?.Snapshot.Host;
        if (!await session.Engine.Presence.LogInAsync(session, account)) return false;
        var prefix = session.User?.Snapshot.Prefix ?? $"{session.NickOrStar}!{session.Registration.Username ?? "*"}@{session.Host}";
        reply.Numeric(Numeric.RPL_LOGGEDIN, prefix, account.Name, $"You are now logged in as {account.Name}");
        if (sasl) reply.Numeric(Numeric.RPL_SASLSUCCESS, "SASL authentication successful");
        // Who has chghost was told by it, and who logs in by SASL by 900: some clients take the next line after 903 for the next answer.
        if (!sasl && session.User is { Snapshot.Host: var host } && host != hostBefore && !session.Has(CapabilitySet.ChgHost))
            reply.Numeric(Numeric.RPL_VISIBLEHOST, host, "is now your hidden host");
        return true;
    }

    /// <summary>Notes by what device it logged in; who was here already is told what it missed.</summary>
    public static async ValueTask FromAsync(Session session, Reply reply, long? device, string name)
    {
        session.UseDevice(device, name);
        if (session.User is null) return;
        await Replay.BeginAsync(session);
        await Replay.GreetAsync(session, reply);
    }

    /// <summary>PASS account:password, where it is not the server's password.</summary>
    /// <returns>False: refused, and said so.</returns>
    public static async ValueTask<bool> ByPassAsync(Session session, Reply reply, string password)
    {
        var engine = session.Engine;
        var address = session.Connection.Address;
        var colon = password.IndexOf(':', StringComparison.Ordinal);
        if (!engine.Limits.MayLogIn(address))
        {
            reply.Numeric(Numeric.ERR_PASSWDMISMATCH, "Too many failures; try again in a minute");
            return false;
        }
        var login = await engine.Accounts.LoginAsync(password[..colon], password[(colon + 1)..], session.Closing);
        if (login.Account is { } account)
        {
            session.UseDevice(login.Device, login.DeviceName);
            return await TryAsync(session, reply, account);
        }
        if (login.Refusal != LoginRefusal.Busy) engine.Limits.LoginFailed(address);
        reply.Numeric(Numeric.ERR_PASSWDMISMATCH, login.Refusal == LoginRefusal.Busy ? "The server is busy; try again" : "Account or password incorrect");
        return false;
    }
}
