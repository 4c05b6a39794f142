using System.Collections.Immutable;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Core.Log;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>
/// What an owner does in its turn. Messages collect into one append; a change of state commits what was collected,
/// is appended by itself, and only then applied. Used only from its <see cref="ConversationOwner"/>.
/// </summary>
internal sealed class ConversationTurn(ConversationKey key, OwnerServices services, Audience audience)
{
    private readonly List<(Ask Ask, int Index, Said Said)> _said = [];
    private readonly ConversationJournal _journal = new(key, services, audience);
    private Conversation? _conversation;

    public bool Empty => _conversation is not { Empty: false };

    /// <summary>Before the next decision, read the log's head and deliver what nobody was told.</summary>
    public void Recover()
    {
        _said.Clear();
        _journal.Doubt();
    }

    public async ValueTask RunAsync(List<Ask> asks)
    {
        _conversation ??= await LoadAsync();
        if (_journal.InDoubt) await _journal.RecoverAsync();
        foreach (var ask in asks)
            for (var i = 0; i < ask.Requests.Length; i++)
                await DecideAsync(ask, i, ask.Requests[i]);
        await CommitAsync();
        audience.Drain();
        foreach (var ask in asks) ask.Answer(Outcome.Nothing);
    }

    /// <summary>A channel that nobody registered is over: the same name will be a new conversation.</summary>
    public async ValueTask EndAsync()
    {
        if (_conversation is Channel { Settings: { Registered: false } } && _journal.Taken) await _journal.StateAsync(ReadOnlyMemory<byte>.Empty);
    }

    private async ValueTask<Conversation> LoadAsync()
    {
        var state = await _journal.OpenAsync();
        if (key.Kind != ConversationKind.Channel) return new DirectChat(key, services.Recorded);
        var settings = ChannelSettingsCodec.Decode(state.Span);
        // Nobody is in a room right after a start; give its people the same ten minutes to come back.
        if (settings is { Registered: false } && services.Now - services.Started > LocalRooms.Linger.TotalMilliseconds) settings = null;
        var name = settings is null || !ChannelName.TryParse(settings.Name, out var written) ? LocalRooms.Name(key) : written;
        return new Channel(name, settings, services.Recorded, services.Rules);
    }

    private async ValueTask DecideAsync(Ask ask, int index, Request request)
    {
        switch (_conversation!.Decide(request, services.Now))
        {
            case Said message:
                _said.Add((ask, index, message));
                break;
            case Answered answer:
                ask.Set(index, Answer(request, answer.Outcome));
                break;
            case Hearing hearing:
                await CommitAsync();
                if (services.Registry.Find(hearing.Session) is { } subscriber)
                {
                    if (hearing.Hears) audience.Add(hearing.User, subscriber);
                    else audience.Remove(subscriber);
                }
                ask.Set(index, Answer(request, Outcome.Done));
                break;
            case Changed change:
                await CommitAsync();
                ask.Set(index, await ChangeAsync(request, change));
                break;
        }
    }

    private Outcome Answer(Request request, Outcome outcome) => request switch
    {
        Look or Attach => outcome with { View = _conversation!.View(_journal.Last) },
        Consult consult when _journal.Head is { } head => outcome with { Access = _conversation!.Access(consult.Reader, head) },
        _ => outcome,
    };

    /// <summary>One append for all messages collected so far, then their delivery, in order.</summary>
    private async ValueTask CommitAsync()
    {
        if (_said.Count == 0) return;
        var events = new Event[_said.Count];
        var entries = ImmutableArray.CreateBuilder<LogEntry>(_said.Count);
        await _journal.ReadyAsync(_said.Exists(s => !s.Said.Passing));
        for (var i = 0; i < events.Length; i++)
        {
            var (_, _, message) = _said[i];
            events[i] = _journal.Number(message.Draft, entries.Count + 1, !message.Passing);
            if (!message.Passing) entries.Add(ConversationJournal.Entry(events[i], message.Draft.Key));
        }
        var outcome = entries.Count == 0 ? AppendOutcome.Stored : await _journal.AppendAsync(entries.DrainToImmutable(), null);
        for (var i = 0; i < events.Length; i++)
        {
            var (ask, index, message) = _said[i];
            if (message.Passing || outcome.Status == AppendStatus.Stored)
            {
                await _journal.DeliverAsync(events[i], message.Draft.By, message.Draft.Origin);
                ask.Set(index, new Outcome(OutcomeStatus.Done, Event: events[i]));
            }
            else ask.Set(index, Failed(outcome));
        }
        _said.Clear();
    }

    private async ValueTask<Outcome> ChangeAsync(Request request, Changed change)
    {
        var channel = (Channel)_conversation!;
        var persists = channel.Recorded || (change.Settings ?? channel.Settings) is { Registered: true };
        var born = channel.Settings is null;
        if (persists) await _journal.ReadyAsync(true);
        if (born && _journal.Last.Sequence > 0) await _journal.BeginEpochAsync();

        var numbered = channel.Recorded && change.Draft is { Kind: var kind } && !kind.IsPresence();
        var happened = change.Draft is { } draft ? _journal.Number(draft, 1, numbered) : null;
        ImmutableArray<LogEntry> entries = happened is null || !channel.Recorded ? [] : [ConversationJournal.Entry(happened, null)];
        ReadOnlyMemory<byte>? state = change.Settings is null ? null : channel.EncodeState(change.Settings);
        if (persists && change.Durable)
        {
            var stored = await _journal.AppendAsync(entries, state);
            if (stored.Status != AppendStatus.Stored && !change.Must) return Failed(stored);
        }
        else if (persists && (entries.Length > 0 || state is not null)) await _journal.AppendBehindAsync(entries, state);

        await ApplyAsync(channel, request, change, happened);
        return new Outcome(OutcomeStatus.Done, change.Refusals, happened, request is Join ? channel.View(_journal.Last) : null);
    }

    private async ValueTask ApplyAsync(Channel channel, Request request, Changed change, Event? happened)
    {
        channel.Apply(change);
        foreach (var session in change.Hear)
            if (services.Registry.Find(session) is { } subscriber) audience.Add(change.Members[0].User, subscriber);
        if (happened is not null && change.Told) await _journal.DeliverAsync(happened, change.Draft!.By, request.Origin);
        else if (happened is { Place.IsNumbered: true }) audience.Delivered = happened.Place.Sequence;
        foreach (var (user, member) in change.Members)
            if (member is null) audience.Remove(user);
    }

    private static Outcome Failed(AppendOutcome outcome) => new(
        outcome.Status == AppendStatus.Unknown ? OutcomeStatus.Unknown : OutcomeStatus.NotStored, Reason: outcome.Reason);
}
