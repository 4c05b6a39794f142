using Teahouse.Core.History;
using Teahouse.Core.Names;
using Teahouse.Core.Operators;
using Teahouse.Core.Sessions;
using Teahouse.Protocol;

namespace Teahouse.Core.Commands;

/// <summary>The moment at which NICK, USER and CAP END are all there.</summary>
internal static class RegistrationEnd
{
    public static async ValueTask TryAsync(Session session)
    {
        if (session.User is not null || !session.Registration.IsReady || session.Closing.IsCancellationRequested) return;
        if (session.Sasl is not null) await SayAsync(session, reply => AuthenticateCommand.Abort(session, reply));
        if (!await LogInByPassAsync(session)) return;
        if (session.Engine.Options.Password is { Length: > 0 } password && session.Registration.Password != password && session.Account is null)
        {
            await SayAsync(session, reply => reply.Numeric(Numeric.ERR_PASSWDMISMATCH, "Password incorrect"));
            session.Close("Bad password");
            return;
        }
        if (session.Engine.Bans.Find(BanSubject.Of(session)) is { } ban)
        {
            if (!ban.Silent) await SayAsync(session, reply => reply.Numeric(Numeric.ERR_YOUREBANNEDCREEP, BanEnforcement.Sentence(ban)));
            session.Close(BanEnforcement.Sentence(ban));
            return;
        }
        var outcome = await session.Engine.Presence.EnterAsync(session);
        switch (outcome)
        {
            case NickOutcome.Claimed or NickOutcome.Shared:
                session.Registration.Password = null;
                var missed = new Reply(session, null);
                await Replay.GreetAsync(session, missed);
                await missed.CompleteAsync();
                break;
            default:
                var wanted = session.Registration.Nick!.Value.Value;
                session.Registration.Nick = null;
                await SayAsync(session, reply => NickCommand.Refuse(reply, outcome, wanted));
                break;
        }
    }

    /// <summary>PASS account:password, unless it is the server's own, or the client has logged in by other means.</summary>
    private static async ValueTask<bool> LogInByPassAsync(Session session)
    {
        var password = session.Registration.Password;
        if (password is null || session.Account is not null || password == session.Engine.Options.Password) return true;
        if (!password.Contains(':', StringComparison.Ordinal)) return true;
        session.Registration.Password = null;
        var reply = new Reply(session, null);
        var done = await Login.ByPassAsync(session, reply, password);
        await reply.CompleteAsync();
        if (!done) session.Close("Bad password");
        return done;
    }

    private static ValueTask SayAsync(Session session, Action<Reply> say)
    {
        var reply = new Reply(session, null);
        say(reply);
        return reply.CompleteAsync();
    }
}
