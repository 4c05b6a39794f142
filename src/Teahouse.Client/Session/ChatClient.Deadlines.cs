namespace Teahouse.Client;

public sealed partial class ChatClient
{
    // All in uptime, which no change of the wall clock moves.
    private TimeSpan? _retryAt;
    private TimeSpan? _onlineBy;
    private TimeSpan? _quitBy;
    private TimeSpan _lastHeard = TimeSpan.MinValue;
    private TimeSpan? _pingUnansweredSince;
    private TimeSpan _onlineSince;
    private TimeSpan? _timerDue;

    // Set by the timer's thread. Its clock is coarser than the uptime's: by that it may ring a little early, and must be wound up again.
    private volatile bool _rang;

    private TimeSpan _claimAt;
    private TimeSpan _countAt;

    private void CheckDeadlines(TimeSpan uptime)
    {
        if (_rang || _timerDue <= uptime)
        {
            _rang = false;
            _timerDue = null;
        }
        if (_retryAt <= uptime) StartAttempt();
        if (_onlineBy <= uptime) _connection?.Abort(new(ProblemKind.TimedOut));
        if (_quitBy <= uptime) _mailbox.Close();
        _requests.Expire(uptime);
        ClaimLeftovers(uptime);
        if (!State.Connection.IsOnline) return;

        if (_pingUnansweredSince + _options.PingTimeout <= uptime) _connection?.Abort(new(ProblemKind.Silent));
        else if (_pingUnansweredSince is null && _lastHeard + _options.PingAfter <= uptime) SendPing(uptime);
        ForgetTypists();
        CountCrowd(uptime);
    }

    private void CountCrowd(TimeSpan uptime)
    {
        if (_countAt > uptime) return;
        _countAt = uptime + CountEvery;
        Send(new("LUSERS"));
    }

    // A tab or program beside this one may end at any time, and nobody tells.
    private void ClaimLeftovers(TimeSpan uptime)
    {
        if (_keeper is null || _claimAt > uptime) return;
        _claimAt = uptime + _options.ClaimEvery;
        _ledger.Claim();
    }

    private void Ring()
    {
        _rang = true;
        _mailbox.Nudge();
    }

    private void SendPing(TimeSpan uptime)
    {
        _pingUnansweredSince = uptime;
        Send(new("PING", "alive"));
    }

    private void ForgetTypists()
    {
        var now = Now;
        foreach (var conversation in State.Conversations)
        {
            foreach (var nick in conversation.Typists.Where(t => t.Value <= now).Select(t => t.Key).ToArray())
            {
                conversation.Typists.Remove(nick);
                State.Touch(conversation);
            }
        }
    }

    // The timer may ring early, never late: a deadline that moved away does not move it.
    private void ArmTimer(ITimer timer, TimeSpan uptime)
    {
        if (NextDeadline(uptime) is not { } next || _timerDue <= next) return;
        _timerDue = next;
        // Timers count whole milliseconds and round down; a little early would be once more for nothing.
        var wait = Math.Max(1, Math.Ceiling((next - Uptime).TotalMilliseconds));
        timer.Change(TimeSpan.FromMilliseconds(wait), Timeout.InfiniteTimeSpan);
    }

    private TimeSpan? NextDeadline(TimeSpan uptime)
    {
        TimeSpan? next = null;
        void Consider(TimeSpan? deadline)
        {
            if (deadline is not null && !(next <= deadline)) next = deadline;
        }
        Consider(_retryAt);
        Consider(_onlineBy);
        Consider(_quitBy);
        Consider(_requests.NextDeadline);
        if (_keeper is not null) Consider(_claimAt);
        if (!State.Connection.IsOnline) return next;

        Consider(_countAt);
        Consider(_markers.NextDeadline);
        Consider(_outbox.NextDeadline(uptime));
        Consider(_pingUnansweredSince is { } sent ? sent + _options.PingTimeout : _lastHeard + _options.PingAfter);
        foreach (var conversation in State.Conversations)
        {
            if (conversation.Typists.Count > 0) Consider(Uptime + (conversation.Typists.Values.Min() - Now));
        }
        return next;
    }
}
