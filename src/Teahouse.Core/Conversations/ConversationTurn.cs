using System.Collections.Immutable;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Core.Hosting;
using Teahouse.Core.Log;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>
/// What an owner does in its turn. Messages collect into one append; a change of state commits what was collected,
/// is appended by itself, and only then applied. Used only from its <see cref="ConversationOwner"/>.
/// </summary>
internal sealed partial class ConversationTurn(ConversationPlace place, OwnerServices services, Audience audience)
{
    private readonly List<(Ask Ask, int Index, Said Said)> _said = [];
    private readonly ConversationJournal _journal = new(place, services, audience);
    private Conversation? _conversation;
    private Undecided? _undecided;

    public bool Empty => _conversation is not { Empty: false };

    /// <summary>There is nothing that an owner would be needed for: a channel that does not exist, a chat without a word.</summary>
    public bool Vain => _conversation is null or Channel { Settings: null } || (_conversation is not Channel && !_journal.Taken);

    /// <summary>The account that it belongs to: then it is known also while nobody is in it; 0: to none.</summary>
    public long Founder => (_conversation as Channel)?.Settings?.Founder ?? 0;

    public bool InDoubt => _journal.InDoubt;

    /// <summary>A fault came between: before the next decision, read the log and deliver what nobody was told.</summary>
    public void Abandon()
    {
        _said.Clear();
        _ids.Settle();
        _journal.Doubt();
    }

    /// <returns>Whether anything was done that an owner lives for: more than a question.</returns>
    public async ValueTask<bool> RunAsync(List<Ask> asks)
    {
        var used = false;
        try
        {
            _conversation ??= await LoadAsync();
            foreach (var ask in asks)
            {
                for (var i = 0; i < ask.Requests.Length; i++)
                {
                    if (_journal.InDoubt) await RecoverAsync();
                    // Whoever was told that the outcome is unknown while it waited is spared the surprise.
                    if (ask.IsAnswered && !ask.Must) continue;
                    used |= await DecideAsync(ask, i, ask.Requests[i]);
                }
                ask.Run = true;
            }
            await CommitAsync();
        }
        finally
        {
            audience.Drain();
        }
        // One who alone said something goes on here, without a hop to another thread; of several each on its own.
        foreach (var ask in asks) ask.Answer(Outcome.Nothing, here: asks is [{ IsPost: true }]);
        return used;
    }

    /// <summary>After an unknown outcome or a fault: believes the log, and delivers what is stored and nobody was told.</summary>
    public async ValueTask RecoverAsync()
    {
        var owner = _journal.Head!.OwnerEpoch;
        var head = await _journal.RecoverAsync();
        var undecided = _undecided;
        _undecided = null;
        if (head.OwnerEpoch != owner) _conversation?.Adopt(head.State.Span);
        var stored = head.OwnerEpoch == owner && undecided?.IsStored(head) is true;
        if (stored) Apply(undecided!.Change);
        if (stored) Hear(undecided!.Change);
        await _journal.CatchUpAsync();
        if (stored && !undecided!.Happened.Place.IsNumbered) await _journal.DeliverAsync(undecided.Happened, default, null, undecided.Change.To);
        if (stored && undecided!.Change.Renamed is not null) services.Renamed(undecided.Happened, _conversation!.View(_journal.Last)!);
        if (stored) Unhear(undecided!.Change);
        audience.Drain();
    }

    /// <summary>A channel that nobody registered is over: the same name will be a new conversation.</summary>
    public async ValueTask EndAsync()
    {
        if (_conversation is Channel { Settings.Registered: false } && _journal.Taken) await _journal.AppendAsync([], ReadOnlyMemory<byte>.Empty);
    }

    /// <summary>The metadata's scope of a channel that nobody registered.</summary>
    public string? Lapsed => _conversation is Channel { Settings: { Registered: false } settings } ? Metadata.MetadataScope.Of(place.Key, settings.Created) : null;

    private async ValueTask<Conversation> LoadAsync()
    {
        var state = await _journal.OpenAsync();
        if (_journal.Head is { } head) _ids.Begin(head, services.Now);
        if (place.Key.Kind == ConversationKind.Status) return new StatusChat(services.Recorded, services.Rules);
        if (place.Key.Kind != ConversationKind.Channel) return new DirectChat(place.Key, services.Recorded, services.Rules);
        var settings = ChannelSettingsCodec.Decode(state.Span);
        // Nobody is in a room right after a start; give its people the same ten minutes to come back.
        if (settings is { Registered: false } && services.Now - services.Started > LocalRooms.Linger.TotalMilliseconds) settings = null;
        return new Channel(LocalRooms.Name(place.Key), settings, services.Recorded, services.Rules);
    }

    private async ValueTask<bool> DecideAsync(Ask ask, int index, Request request)
    {
        if (request is CatchUp caught)
        {
            ask.Set(index, await CatchUpAsync(caught));
            return false;
        }
        if (request is Redact redact) request = await LookUpAsync(redact);
        if (request is Post { Key: { } key } keyed && await KnownAsync(keyed, key) is { } known)
        {
            if (!(known.Repeats && Has(PlantedFault.DoublesRetries)))
            {
                ask.Set(index, known);
                return known.Status == OutcomeStatus.Done;
            }
            request = keyed with { Key = null };
        }
        if (request is Post { Barred: { } barred })
        {
            ask.Set(index, Outcome.Refused(barred));
            return false;
        }
        switch (_conversation!.Decide(request, new Moment(services.Now, _journal.Last.Sequence)))
        {
            case Said message:
                if (await OutOfOrderAsync((Post)request) is { } early)
                {
                    ask.Set(index, early);
                    return false;
                }
                if (message.Draft.Key is { } attempted) Attempt(attempted);
                _said.Add((ask, index, message));
                return true;
            case Hearing hearing:
                await CommitAsync();
                if (services.Registry.Find(hearing.Session) is { } subscriber)
                {
                    if (hearing.Hears) audience.Add(hearing.User, subscriber);
                    else audience.Remove(subscriber);
                }
                ask.Set(index, Answer(request, Outcome.Done));
                return true;
            case Changed when _said.Count > 0:
                // Nothing is decided on what is not committed.
                await CommitAsync();
                if (_journal.InDoubt) await RecoverAsync();
                return await DecideAsync(ask, index, request);
            case Changed change:
                ask.Set(index, await ChangeAsync(ask, index, request, change));
                return true;
            case Withdrawn withdrawn:
                ask.Set(index, await WithdrawAsync(ask, index, withdrawn));
                return true;
            case Answered answer:
                ask.Set(index, Answer(request, answer.Outcome));
                return false;
            default:
                throw new InvalidOperationException("A decision of no known kind");
        }
    }

    private Outcome Answer(Request request, Outcome outcome) => request switch
    {
        Look or Attach => outcome with { View = _conversation!.View(_journal.Last) },
        Consult consult when _journal.Head is { } head => outcome with { Access = _conversation!.Access(consult.Reader, head, services.Now) },
        _ => outcome,
    };

    /// <summary>One append for all messages collected so far, then their delivery, in order.</summary>
    private async ValueTask CommitAsync()
    {
        if (_said.Count == 0) return;
        var stored = _said.Count(s => !s.Said.Passing);
        var entries = ImmutableArray.CreateBuilder<LogEntry>(stored);
        await _journal.ReadyAsync(stored > 0);
        var events = _journal.Number(_said, stored);
        for (var i = 0; i < events.Length; i++)
            if (!_said[i].Said.Passing) entries.Add(ConversationJournal.Entry(events[i], KeyToStore(_said[i].Said.Draft.Key)));
        if (services.Planted != PlantedFault.None) await PlantAsync(events, entries);
        var outcome = entries.Count == 0 ? AppendOutcome.Stored : await _journal.AppendAsync(entries.DrainToImmutable(), null);
        for (var i = 0; i < events.Length; i++)
        {
            var (ask, index, message) = _said[i];
            if (message.Passing || outcome.Status == AppendStatus.Stored)
            {
                if (!message.Hearers.IsDefault) audience.Address(message.Hearers);
                if (!IsDropped(events[i])) await _journal.DeliverAsync(events[i], message.Draft.By, OriginOf(ask, index, message.Draft.Origin), message.To);
                if (message.Draft.Key is { } key) Remember(events[i], key);
                ask.Set(index, new Outcome(OutcomeStatus.Done, Event: events[i]));
            }
            else ask.Set(index, Failed(outcome));
        }
        _said.Clear();
        _ids.Settle();
        audience.Drain();
    }

    private async ValueTask<Outcome> ChangeAsync(Ask ask, int index, Request request, Changed change)
    {
        var channel = (Channel)_conversation!;
        var persists = channel.Recorded || channel.Settings is { Registered: true } || change.Settings is { Registered: true };
        if (persists) await _journal.ReadyAsync(true);
        // The same name is a new conversation: nothing of the one before is its history.
        if (persists && channel.Settings is null && !_journal.Fresh && !await _journal.TryBeginEpochAsync())
            return new Outcome(OutcomeStatus.NotStored, Reason: "The channel has moved; try again");

        var numbered = channel.Recorded && change.Draft is { Kind: var kind } && !kind.IsPresence();
        var happened = change.Draft is { } draft ? _journal.Number(draft, 1, numbered) : null;
        ImmutableArray<LogEntry> entries = happened is null || !channel.Recorded ? [] : [ConversationJournal.Entry(happened, null)];
        // Without the cast null would be an array that is null, which converts to an empty state.
        var state = change.Settings is null ? (ReadOnlyMemory<byte>?)null : channel.EncodeState(change.Settings);
        if (persists && change.Durable)
        {
            var stored = await _journal.AppendAsync(entries, state, renamed: change.Renamed);
            if (stored.Status != AppendStatus.Stored && !change.Must)
            {
                if (stored.Status == AppendStatus.Unknown && happened is not null)
                    _undecided = new Undecided(change, happened, channel.EncodeState(null), state);
                return Failed(stored);
            }
        }
        else if (persists && (entries.Length > 0 || state is not null)) await _journal.AppendBehindAsync(entries, state);

        if (!persists && change.Renamed is { } key) place.Key = key;
        Apply(change);
        Hear(change);
        // Told elsewhere, unless that could not wait: then those here may have heard the end before the beginning.
        if (happened is not null && (change.Told || ask.IsSet(index))) await _journal.DeliverAsync(happened, change.Draft!.By, OriginOf(ask, index, request.Origin), change.To);
        if (change.Renamed is not null && happened is not null) services.Renamed(happened, channel.View(_journal.Last)!);
        // away-notify: who comes in away is said to be so.
        if (request is Join { By: { Away: { } away } by } && happened is not null)
            await _journal.DeliverAsync(new Event(EventKind.Away, default, happened.Time, null, by.Source, [away], Tags.Empty), by.Id, null, change.To);
        if (change.Then is { } then) await _journal.DeliverAsync(_journal.Number(then, 1, numbered: false), then.By, null, change.ThenTo);
        Unhear(change);
        audience.Drain();
        return new Outcome(OutcomeStatus.Done, change.Refusals, happened, request is Join or Rename ? channel.View(_journal.Last) : null) { To = change.To };
    }

    private void Apply(Changed change)
    {
        var empty = Empty;
        _conversation!.Apply(change);
        if (place.Key.Kind == ConversationKind.Channel && Empty != empty) services.CountFormed(empty ? 1 : -1);
    }

    private void Hear(Changed change)
    {
        foreach (var session in change.Hear)
            if (services.Registry.Find(session) is { } subscriber) audience.Add(change.Members[0].User, subscriber);
    }

    private void Unhear(Changed change)
    {
        foreach (var (user, member) in change.Members)
            if (member is null) audience.Remove(user);
    }

    /// <summary>Who was told meanwhile that the outcome is unknown has had its answer: what comes now comes to it as to everybody.</summary>
    private static Origin? OriginOf(Ask ask, int index, Origin? origin) => ask.IsSet(index) ? null : origin;

    private static Outcome Failed(AppendOutcome outcome) => new(
        outcome.Status == AppendStatus.Unknown ? OutcomeStatus.Unknown : OutcomeStatus.NotStored, Reason: outcome.Reason);

    /// <summary>A change whose append may have been stored, or not.</summary>
    private sealed record Undecided(Changed Change, Event Happened, ReadOnlyMemory<byte> Before, ReadOnlyMemory<byte>? After)
    {
        public bool IsStored(ConversationHead head) => Happened.Place.IsNumbered
            ? head.Epoch == Happened.Place.Epoch && head.LastSequence >= Happened.Place.Sequence
            : After is { } after && !Before.Span.SequenceEqual(after.Span) && head.State.Span.SequenceEqual(after.Span);
    }
}
