using Microsoft.Extensions.Logging;
using Teahouse.Core.Delivery;
using Teahouse.Core.Log;

namespace Teahouse.Core.Conversations;

/// <summary>
/// A mailbox around one conversation. Calls queue up; one turn at a time takes them all: decide, append, deliver,
/// answer. When idle the turn runs on the caller's thread; there is no task and no timer.
/// </summary>
internal sealed partial class ConversationOwner(ConversationPlace place, OwnerServices services, Audience audience)
{
    /// <summary>Turns that one caller's thread runs for others before the pool takes over.</summary>
    private const int TurnsPerCaller = 16;

    private static readonly Outcome Silent = new(OutcomeStatus.Unknown, Reason: "The store does not answer");
    private static readonly Outcome Waited = new(OutcomeStatus.NotStored, Reason: "The store does not answer");
    private static readonly Outcome Broken = new(OutcomeStatus.Unknown, Reason: "The store is closed");
    private static readonly Outcome Fault = new(OutcomeStatus.Unknown, Reason: "An internal error");

    private readonly Lock _gate = new();
    private readonly ConversationTurn _work = new(place, services, audience);
    private List<Ask> _queue = [];
    private List<Ask> _turn = [];
    private bool _running;
    private bool _dropped;
    private long _turnSince;
    private long _lastUsed = services.Time.GetTimestamp();

    public ConversationKey Key => place.Key;

    /// <summary>Nothing is under way, and nothing in doubt.</summary>
    public bool IsSettled
    {
        get
        {
            lock (_gate) return !_running && _queue.Count == 0 && !_work.InDoubt;
        }
    }

    public Audience Audience => audience;

    /// <summary>The metadata's scope of a channel that nobody registered; it is over when its owner is dropped.</summary>
    public string? Lapsed => _work.Lapsed;

    /// <summary>The account that the channel belongs to, or 0; a glance from outside the turn.</summary>
    public long Founder => _work.Founder;

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
                if (services.Time.GetElapsedTime(ask.Since) >= patience) (ask.Must ? unknown : refused).Add(ask);
            _queue.RemoveAll(refused.Contains);
        }
        foreach (var ask in unknown) ask.Answer(Silent);
        foreach (var ask in refused) ask.Answer(Waited);
    }

    /// <summary>If a doubt was left because the log could not be read, tries again.</summary>
    public void Reconsider()
    {
        if (_work.InDoubt) TryAsk(new Ask(new Look()) { Since = services.Time.GetTimestamp() });
    }

    /// <summary>Drops an owner that has nobody and nothing to do; a channel that nobody registered ends by it.</summary>
    public async ValueTask<bool> TryDropAsync(TimeSpan idle)
    {
        lock (_gate)
        {
            if (_running || _dropped || !_work.Empty || _work.InDoubt || _work.Founder != 0) return false;
            if (!_work.Vain && services.Time.GetElapsedTime(_lastUsed) < idle) return false;
            _dropped = true;
        }
        await _work.EndAsync();
        return true;
    }

    /// <summary>Drops an owner of what does not exist, at once: its name is wanted for something else.</summary>
    public bool TryRetire()
    {
        lock (_gate)
        {
            if (_running || _queue.Count > 0 || !_work.Vain || _work.InDoubt) return _dropped;
            _dropped = true;
        }
        return true;
    }

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
                    return;
                }
                (_queue, _turn) = (_turn, _queue);
                _turnSince = services.Time.GetTimestamp();
            }
            if (turns == TurnsPerCaller) await Task.Yield();
            await RunTurnAsync();
            if (_work.InDoubt) await RecoverAsync();
        }
    }

    private async ValueTask RunTurnAsync()
    {
        try
        {
            if (await _work.RunAsync(_turn)) _lastUsed = services.Time.GetTimestamp();
        }
        catch (StoreClosedException)
        {
            AnswerAll(Broken);
        }
        catch (Accounts.StoreFullException full)
        {
            _work.Abandon();
            AnswerAll(new Outcome(OutcomeStatus.NotStored, Reason: full.Message));
        }
        catch (Exception fault)
        {
            // A bug: nobody may be left waiting, and the log says what is true.
            LogFault(services.Logger, place.Key.A, fault);
            _work.Abandon();
            AnswerAll(Fault);
            RunAgain();
        }
    }

    /// <summary>Whoever was told nothing hears of it now, not when somebody happens to speak next.</summary>
    private async ValueTask RecoverAsync()
    {
        try
        {
            await _work.RecoverAsync();
        }
        catch (StoreClosedException)
        {
            // Nothing can be read any more; the process ends.
        }
        catch (Exception fault)
        {
            // The doubt stays: the next turn begins with it, and so does the next sweep.
            LogFault(services.Logger, place.Key.A, fault);
        }
    }

    private void AnswerAll(Outcome outcome)
    {
        foreach (var ask in _turn) ask.Answer(outcome);
    }

    /// <summary>What has happened elsewhere, such as a QUIT, must reach the conversation in spite of a fault before it.</summary>
    private void RunAgain()
    {
        List<Ask> again = [.. _turn.Where(a => a is { Must: true, Run: false, Again: false })];
        foreach (var ask in again) ask.Again = true;
        lock (_gate) _queue.InsertRange(0, again);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn of {Conversation} failed")]
    private static partial void LogFault(ILogger logger, string conversation, Exception fault);
}
