using Teahouse.Protocol;

namespace Teahouse.Core.Sessions;

/// <summary>Asks silent peers whether they live, and ends those that do not answer or never register.</summary>
internal static class SessionWatch
{
    public static void Look(Session session)
    {
        var engine = session.Engine;
        var limits = engine.Options.Limits;
        if (session.Closing.IsCancellationRequested) return;
        if (limits.PingSeconds > 0 && session.WritingSince is not 0 and var since && engine.Time.GetElapsedTime(since).TotalSeconds > limits.PingSeconds)
        {
            session.Close("Your connection does not read");
            return;
        }
        if (IsTooLongBehind(session)) session.Wake?.Invoke();
        session.Subscriber.Queue.Rest();
        // Waiting for the store is not silence.
        if (session.Busy) return;
        if (session.User is null)
        {
            if (limits.RegistrationSeconds > 0 && engine.Now - session.Connected > limits.RegistrationSeconds * 1000L) session.Close("Registration timed out");
            return;
        }
        if (limits.PingSeconds == 0) return;
        if (session.Asked != 0)
        {
            if (engine.Time.GetElapsedTime(session.Asked).TotalSeconds > limits.PingSeconds) session.Close("Ping timeout");
        }
        else if (engine.Time.GetElapsedTime(session.LastHeard).TotalSeconds > limits.PingSeconds)
        {
            session.Asked = engine.Time.GetTimestamp();
            var queue = session.Subscriber.Queue;
            if (queue.Keep(MessageWriter.ToBytes(new Message("PING", session.ServerName)), answer: false)) queue.Flush();
        }
    }

    /// <summary>It fell behind and has had twice the time of a PING to fetch what it missed, or at least to ask for some of it.</summary>
    public static bool IsTooLongBehind(Session session)
    {
        var engine = session.Engine;
        var patience = 2 * engine.Options.Limits.PingSeconds;
        return patience > 0 && session.BehindSince is not 0 and var since && engine.Time.GetElapsedTime(since).TotalSeconds > patience;
    }
}
