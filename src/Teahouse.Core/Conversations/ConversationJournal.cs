using System.Collections.Immutable;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Core.Log;
using Teahouse.Core.Users;

namespace Teahouse.Core.Conversations;

/// <summary>
/// An owner's side of the log: numbers, times and msgids, the fence, and what to do when nobody knows what was
/// stored. Used only from its <see cref="ConversationOwner"/>.
/// </summary>
internal sealed class ConversationJournal(ConversationKey key, OwnerServices services, Audience audience)
{
    /// <summary>Writes behind that may wait before the next change waits for them.</summary>
    private const int MostBehind = 64;

    private readonly Queue<Task<AppendOutcome>> _behind = new();
    private long _time;

    /// <summary>Null until the conversation is taken.</summary>
    public ConversationHead? Head { get; private set; }

    public bool Taken => Head is not null;

    public bool InDoubt { get; private set; }

    public Place Last => Head is { } head ? new Place(head.Epoch, head.LastSequence) : default;

    public void Doubt() => InDoubt = Taken;

    /// <summary>Takes the conversation if the log has it.</summary>
    /// <returns>Its state; empty if there is none.</returns>
    public async ValueTask<ReadOnlyMemory<byte>> OpenAsync()
    {
        if (await services.Log.FindAsync(key) is null) return ReadOnlyMemory<byte>.Empty;
        await ReadyAsync(true);
        return Head!.State;
    }

    /// <summary>Takes the conversation, creating it, if something is to be stored.</summary>
    public async ValueTask ReadyAsync(bool stores)
    {
        if (!stores || Head is not null) return;
        Head = await services.Log.TakeAsync(key);
        _time = Math.Max(_time, Head.LastTime);
        audience.Begin(Head.LastSequence);
    }

    public async ValueTask BeginEpochAsync()
    {
        Head = await services.Log.BeginEpochAsync(Head!.Id, Head.OwnerEpoch);
        audience.Begin(0);
    }

    /// <param name="ahead">Which number after the last stored one.</param>
    public Event Number(Draft draft, int ahead, bool numbered)
    {
        _time = Math.Max(services.Now, _time);
        var place = !numbered ? default : new Place(Head!.Epoch, Head.LastSequence + ahead);
        var msgid = numbered ? MsgIdOf(place.Sequence) : draft.Kind.IsPresence() ? null : services.PassingMsgId();
        return new Event(draft.Kind, place, _time, msgid, draft.Source, draft.Parameters, draft.Tags) { After = Last.Sequence };
    }

    public static LogEntry Entry(Event happened, ClientKey? clientKey)
    {
        var payload = EventCodec.Encode(happened.Kind, happened.Source, happened.Parameters, happened.Tags);
        return happened.Place.IsNumbered
            ? new LogEntry(happened.Place.Sequence, happened.Time, payload, clientKey)
            : new LogEntry(happened.After, happened.Time, payload, Presence: true);
    }

    public async ValueTask<AppendOutcome> AppendAsync(ImmutableArray<LogEntry> entries, ReadOnlyMemory<byte>? state)
    {
        var outcome = await services.Log.AppendAsync(new Append(Head!.Id, Head.OwnerEpoch, Head.LastSequence, entries, state));
        await SettleAsync();
        if (outcome.Status == AppendStatus.Stored) Advance(entries);
        else if (outcome.Status != AppendStatus.Failed) InDoubt = true;
        return outcome;
    }

    /// <summary>For presence: the caller goes on at once, and a failure shows in the log's own state only.</summary>
    public async ValueTask AppendBehindAsync(ImmutableArray<LogEntry> entries, ReadOnlyMemory<byte>? state)
    {
        if (_behind.Count >= MostBehind) await SettleAsync();
        _behind.Enqueue(services.Log.AppendAsync(new Append(Head!.Id, Head.OwnerEpoch, Head.LastSequence, entries, state)).AsTask());
    }

    public async ValueTask StateAsync(ReadOnlyMemory<byte> state) => await AppendAsync([], state);

    /// <summary>After an unknown outcome or a fault: first deliver every entry that is stored and that nobody was told of.</summary>
    public async ValueTask RecoverAsync()
    {
        var head = await services.Log.HeadAsync(Head!.Id);
        Head = Head with { LastSequence = head.LastSequence, LastTime = head.LastTime, OldestSequence = head.OldestSequence };
        _time = Math.Max(_time, head.LastTime);
        InDoubt = false;
        await FillAsync(head.LastSequence);
    }

    public async ValueTask DeliverAsync(Event happened, UserId by, Origin? origin)
    {
        if (audience.Deliver(happened, by, origin)) return;
        await FillAsync(happened.Place.Sequence - 1);
        audience.Deliver(happened, by, origin);
    }

    private async ValueTask FillAsync(long to)
    {
        while (audience.Delivered < to)
        {
            var range = new LogRange(audience.Delivered + 1, to, 256);
            var entries = await services.Log.ReadAsync(Head!.Id, range);
            if (entries.IsEmpty) throw new InvalidOperationException($"The log lacks entries {range.From} to {to} of {key.A}");
            foreach (var entry in entries)
            {
                if (Read(entry, Head.Id, Head.Epoch, services.MsgIds) is not { } happened) audience.Delivered = entry.Sequence;
                else audience.Deliver(happened, services.Registry.Of(happened.Source.Identity).FirstOrDefault()?.User ?? default, null);
            }
        }
    }

    /// <summary>The event of an entry; null if its payload is gone or of a later version.</summary>
    public static Event? Read(LogEntry entry, ConversationId conversation, int epoch, Identity.MsgIds ids)
    {
        if (EventCodec.Decode(entry.Payload.Span) is not var (kind, source, parameters, tags)) return null;
        return entry.Presence
            ? new Event(kind, default, entry.Time, null, source, parameters, tags) { After = entry.Sequence }
            : new Event(kind, new Place(epoch, entry.Sequence), entry.Time, ids.Encode(conversation, epoch, entry.Sequence), source, parameters, tags);
    }

    private async ValueTask SettleAsync()
    {
        while (_behind.TryDequeue(out var written))
            if ((await written).Status is not (AppendStatus.Stored or AppendStatus.Failed)) InDoubt = true;
    }

    private void Advance(ImmutableArray<LogEntry> entries)
    {
        foreach (var entry in entries)
            if (!entry.Presence) Head = Head! with { LastSequence = entry.Sequence, LastTime = entry.Time };
    }

    private string MsgIdOf(long sequence) => services.MsgIds.Encode(Head!.Id, Head.Epoch, sequence);
}
