using Teahouse.Core.Accounts;
using Teahouse.Core.Delivery;
using Teahouse.Core.Names;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>AUTHENTICATE with PLAIN, before registration or after it. https://ircv3.net/specs/extensions/sasl-3.1</summary>
internal static class AuthenticateCommand
{
    public static readonly Command Command = new("AUTHENTICATE", MinParams: 1, Access.Anyone, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var session = context.Session;
        if (session.Sasl is not { } exchange)
        {
            Begin(context);
            return;
        }
        if (context[0] == "*")
        {
            session.Sasl = null;
            context.Reply.Numeric(Numeric.ERR_SASLABORTED, "SASL authentication aborted");
            return;
        }
        switch (exchange.Response.Add(context[0], out var payload))
        {
            case SaslStatus.NeedMore:
                return;
            case SaslStatus.Complete:
                session.Sasl = null;
                await LogInAsync(context, payload);
                return;
            case SaslStatus.TooLong when context[0].Length > SaslChunks.Size:
                session.Sasl = null;
                context.Reply.Numeric(Numeric.ERR_SASLTOOLONG, "SASL message too long");
                return;
            default:
                session.Sasl = null;
                context.Reply.Numeric(Numeric.ERR_SASLFAIL, "SASL authentication failed: malformed response");
                return;
        }
    }

    private static void Begin(CommandContext context)
    {
        if (context[0] == "*") context.Reply.Numeric(Numeric.ERR_SASLABORTED, "SASL authentication aborted");
        else if (!context[0].Equals("PLAIN", StringComparison.OrdinalIgnoreCase))
        {
            context.Reply.Numeric(Numeric.RPL_SASLMECHS, "PLAIN", "are available SASL mechanisms");
            context.Reply.Numeric(Numeric.ERR_SASLFAIL, "SASL authentication failed: unknown mechanism");
        }
        else
        {
            context.Session.Sasl = new SaslExchange("PLAIN");
            context.Reply.Plain("AUTHENTICATE", "+");
        }
    }

    private static async ValueTask LogInAsync(CommandContext context, byte[] payload)
    {
        var engine = context.Engine;
        var address = context.Session.Connection.Address;
        if (!engine.Limits.MayLogIn(address))
        {
            NotNow(context, "too many failures, try again in a minute");
            return;
        }
        if (!SaslPlain.TryDecode(payload, out var plain) ||
            (plain.AuthorizationId.Length > 0 && NameRules.Fold(plain.AuthorizationId) != NameRules.Fold(plain.AuthenticationId)))
        {
            engine.Limits.LoginFailed(address);
            context.Reply.Numeric(Numeric.ERR_SASLFAIL, "SASL authentication failed");
            return;
        }
        var login = await engine.Accounts.LoginAsync(plain.AuthenticationId, plain.Password, context.Session.Closing);
        if (login.Account is { } account) await LoggedInAsync(context, account);
        else if (login.Refusal == LoginRefusal.Busy) NotNow(context, "the server is busy, try again");
        else
        {
            engine.Limits.LoginFailed(address);
            context.Reply.Numeric(Numeric.ERR_SASLFAIL, "SASL authentication failed");
        }
    }

    /// <summary>904 alone looks like a wrong password, and a client that believes so stops trying.</summary>
    private static void NotNow(CommandContext context, string why)
    {
        if (context.Session.Has(CapabilitySet.StandardReplies)) context.Reply.Fail("AUTHENTICATE", "TEMPORARILY_UNAVAILABLE", $"Cannot log in now: {why}");
        context.Reply.Numeric(Numeric.ERR_SASLFAIL, $"SASL authentication failed: {why}");
    }

    private static async ValueTask LoggedInAsync(CommandContext context, Account account)
    {
        if (!await context.Engine.Presence.LogInAsync(context.Session, account))
        {
            context.Reply.Numeric(Numeric.ERR_SASLFAIL, "SASL authentication failed: the account is here already, log in to it while connecting");
            return;
        }
        SayLoggedIn(context, account);
        context.Reply.Numeric(Numeric.RPL_SASLSUCCESS, "SASL authentication successful");
    }

    public static void SayLoggedIn(CommandContext context, Account account)
    {
        var session = context.Session;
        var prefix = session.User?.Snapshot.Prefix ?? $"{session.NickOrStar}!{session.Registration.Username ?? "*"}@{session.Host}";
        context.Reply.Numeric(Numeric.RPL_LOGGEDIN, prefix, account.Name, $"You are now logged in as {account.Name}");
    }
}
