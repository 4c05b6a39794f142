using Teahouse.Core.Delivery;
using Teahouse.Core.Sessions;
using Teahouse.Core.Sessions.Sasl;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>
/// AUTHENTICATE, before registration or after it, and as often as one likes.
/// https://ircv3.net/specs/extensions/sasl-3.1, https://ircv3.net/specs/extensions/sasl-3.2
/// </summary>
internal static class AuthenticateCommand
{
    public static readonly Command Command = new("AUTHENTICATE", MinParams: 1, Access.Anyone, RunAsync);

    private static async ValueTask RunAsync(CommandContext context)
    {
        var session = context.Session;
        if (context[0] == "*") Abort(session, context.Reply);
        else if (session.Sasl is not { } exchange) Begin(context);
        else await ContinueAsync(context, exchange);
    }

    /// <summary>The client gave up, or was registered before it was done.</summary>
    public static void Abort(Session session, Reply reply)
    {
        session.Sasl = null;
        reply.Numeric(Numeric.ERR_SASLABORTED, "SASL authentication aborted");
    }

    private static void Begin(CommandContext context)
    {
        var session = context.Session;
        if (SaslMechanism.Find(context[0], session) is not { } mechanism)
        {
            context.Reply.Numeric(Numeric.RPL_SASLMECHS, SaslMechanism.List(session), "are available SASL mechanisms");
            Fail(context, "unknown mechanism");
        }
        else
        {
            session.Sasl = mechanism.Begin(session);
            context.Reply.Plain("AUTHENTICATE", SaslChunks.Nothing);
        }
    }

    private static async ValueTask ContinueAsync(CommandContext context, SaslExchange exchange)
    {
        switch (exchange.Response.Add(context[0], out var message))
        {
            case SaslStatus.NeedMore:
                break;
            case SaslStatus.Complete:
                if (!context.Engine.Limits.MayLogIn(context.Session.Connection.Address)) NotNow(context, "too many failures, try again in a minute");
                else await AnswerAsync(context, await exchange.NextAsync(message, context.Session.Closing));
                break;
            case SaslStatus.TooLong when context[0].Length > SaslChunks.Size:
                context.Session.Sasl = null;
                context.Reply.Numeric(Numeric.ERR_SASLTOOLONG, "SASL message too long");
                break;
            default:
                Fail(context, "malformed response");
                break;
        }
    }

    private static async ValueTask AnswerAsync(CommandContext context, SaslStep step)
    {
        if (step.Challenge is { } challenge)
        {
            foreach (var chunk in SaslChunks.Split(challenge)) context.Reply.Plain("AUTHENTICATE", chunk);
            return;
        }
        context.Session.Sasl = null;
        if (step.Account is { } account)
        {
            if (await Login.TryAsync(context.Session, context.Reply, account, sasl: true)) await Login.FromAsync(context.Session, context.Reply, step.Device, step.DeviceName);
            else Fail(context, Login.HereAlready);
        }
        else if (step.Failure == SaslFailure.Busy) NotNow(context, "the server is busy, try again");
        else
        {
            context.Engine.Limits.LoginFailed(context.Session.Connection.Address);
            Fail(context, null);
        }
    }

    private static void Fail(CommandContext context, string? why)
    {
        context.Session.Sasl = null;
        context.Reply.Numeric(Numeric.ERR_SASLFAIL, why is null ? "SASL authentication failed" : $"SASL authentication failed: {why}");
    }

    /// <summary>904 alone looks like a wrong password, and a client that believes so stops trying.</summary>
    private static void NotNow(CommandContext context, string why)
    {
        if (context.Session.Has(CapabilitySet.StandardReplies)) context.Reply.Fail("AUTHENTICATE", "TEMPORARILY_UNAVAILABLE", $"Cannot log in now: {why}");
        Fail(context, why);
    }
}
