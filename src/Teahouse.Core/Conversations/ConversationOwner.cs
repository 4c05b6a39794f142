using Microsoft.Extensions.Logging;
using Teahouse.Core.Delivery;
using Teahouse.Core.Log;

namespace Teahouse.Core.Conversations;

/// <summary>
/// A mailbox around one conversation. Calls queue up; one turn at a time takes them all: decide, append, deliver,
/// answer. When idle the turn runs on the caller's thread; there is no task and no timer.
/// </summary>
internal sealed partial class ConversationOwner(ConversationKey key, OwnerServices services, Audience audience)
{
    /// <summary>Turns that one caller's thread runs for others before the pool takes over.</summary>
    private const int TurnsPerCaller = 16;

    private readonly Lock _gate = new();
    private List<Ask> _queue = [];
    private List<Ask> _turn = [];
    private bool _running;
    private bool _dropped;
    private long _turnSince;
    private long _lastUsed = services.Time.GetTimestamp();
    private readonly ConversationTurn _work = new(key, services, audience);

    public ConversationKey Key => key;

    public Audience Audience => audience;

    /// <summary>Nobody is in it; a glance from outside the turn.</summary>
    public bool Empty => _work.Empty;

    /// <returns>False if this owner was dropped meanwhile: ask the next one.</returns>
    public bool TryAsk(Ask ask)
    {
        lock (_gate)
        {
            if (_dropped) return false;
            _queue.Add(ask);
            if (_running) return true;
            _running = true;
        }
        _ = DrainAsync();
        return true;
    }

    /// <summary>Answers what the store leaves unanswered for too long: in the turn it is unknown, in the queue it is not stored.</summary>
    public void GiveUpOn(TimeSpan patience)
    {
        List<Ask> unknown = [];
        List<Ask> refused = [];
        lock (_gate)
        {
            if (!_running || services.Time.GetElapsedTime(_turnSince) < patience) return;
            unknown.AddRange(_turn.Where(a => !a.IsAnswered));
            foreach (var ask in _queue)
                if (services.Time.GetElapsedTime(ask.Since) >= patience) refused.Add(ask);
            _queue.RemoveAll(refused.Contains);
        }
        foreach (var ask in unknown) ask.Answer(Silent);
        foreach (var ask in refused) ask.Answer(Waited);
    }

    /// <summary>Drops an owner that has nobody and nothing to do; a channel that nobody registered ends by it.</summary>
    public async ValueTask<bool> TryDropAsync(TimeSpan idle)
    {
        lock (_gate)
        {
            if (_running || _dropped || !_work.Empty || services.Time.GetElapsedTime(_lastUsed) < idle) return false;
            _dropped = true;
        }
        await _work.EndAsync();
        return true;
    }

    private static readonly Outcome Silent = new(OutcomeStatus.Unknown, Reason: "The store does not answer");
    private static readonly Outcome Waited = new(OutcomeStatus.NotStored, Reason: "The store does not answer");
    private static readonly Outcome Broken = new(OutcomeStatus.Unknown, Reason: "The store is closed");
    private static readonly Outcome Fault = new(OutcomeStatus.Unknown, Reason: "An internal error");

    private async Task DrainAsync()
    {
        for (var turns = 0; ; turns++)
        {
            lock (_gate)
            {
                _turn.Clear();
                if (_queue.Count == 0)
                {
                    _running = false;
                    _lastUsed = services.Time.GetTimestamp();
                    return;
                }
                (_queue, _turn) = (_turn, _queue);
                _turnSince = services.Time.GetTimestamp();
            }
            if (turns == TurnsPerCaller) await Task.Yield();
            await RunTurnAsync();
        }
    }

    private async ValueTask RunTurnAsync()
    {
        try
        {
            await _work.RunAsync(_turn);
        }
        catch (StoreClosedException)
        {
            AnswerAll(Broken);
        }
        catch (Accounts.StoreFullException full)
        {
            AnswerAll(new Outcome(OutcomeStatus.NotStored, Reason: full.Message));
        }
        catch (Exception fault)
        {
            // A bug: nobody may be left waiting, and the log says what is true.
            LogFault(services.Logger, key.A, fault);
            _work.Recover();
            AnswerAll(Fault);
        }
    }

    private void AnswerAll(Outcome outcome)
    {
        foreach (var ask in _turn) ask.Answer(outcome);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn of {Conversation} failed")]
    private static partial void LogFault(ILogger logger, string conversation, Exception fault);
}
