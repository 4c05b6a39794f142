using System.Collections.Immutable;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Core.Log;
using Teahouse.Core.Users;
using Teahouse.Protocol;

namespace Teahouse.Core.Conversations;

/// <summary>
/// An owner's side of the log: numbers, times and msgids, the fence, and what to do when nobody knows what was
/// stored. Used only from its <see cref="ConversationOwner"/>.
/// </summary>
internal sealed class ConversationJournal(ConversationPlace place, OwnerServices services, Audience audience)
{
    /// <summary>Writes behind that may wait before the next change waits for them.</summary>
    private const int MostBehind = 64;

    /// <summary>Entries read at once to fill a gap.</summary>
    private const int FillSize = 256;

    /// <summary>How many entries after a message its redaction is looked for.</summary>
    private const int FarthestRedaction = 4096;

    private readonly Queue<Task<AppendOutcome>> _behind = new();
    private long _time;
    private bool _lost;

    /// <summary>Null until the conversation is taken.</summary>
    public ConversationHead? Head { get; private set; }

    public bool Taken => Head is not null;

    /// <summary>Nothing was ever appended in this epoch: a channel born now has it for itself.</summary>
    public bool Fresh { get; private set; }

    /// <summary>What the log holds is not known for sure: <see cref="RecoverAsync"/> comes before the next decision.</summary>
    public bool InDoubt { get; private set; }

    public Place Last => Head is { } head ? new Place(head.Epoch, head.LastSequence) : default;

    public void Doubt() => InDoubt = Taken;

    /// <summary>Takes the conversation if the log has it.</summary>
    /// <returns>Its state; empty if there is none.</returns>
    public async ValueTask<ReadOnlyMemory<byte>> OpenAsync()
    {
        if (Head is null && await services.Log.FindAsync(place.Key) is null) return ReadOnlyMemory<byte>.Empty;
        await ReadyAsync(true);
        return Head!.State;
    }

    /// <summary>Takes the conversation, creating it, if something is to be stored.</summary>
    public async ValueTask ReadyAsync(bool stores)
    {
        if (!stores || Head is not null) return;
        Head = await services.Log.TakeAsync(place.Key);
        Fresh = Head.OwnerEpoch == 1;
        _time = Math.Max(_time, Head.LastTime);
        audience.Begin(Head.LastSequence);
    }

    /// <returns>False if another owner has taken the conversation.</returns>
    public async ValueTask<bool> TryBeginEpochAsync()
    {
        if (await services.Log.BeginEpochAsync(Head!.Id, Head.OwnerEpoch) is not { } begun)
        {
            _lost = InDoubt = true;
            return false;
        }
        Head = begun;
        Fresh = true;
        audience.Begin(0);
        return true;
    }

    /// <param name="ahead">Which number after the last stored one.</param>
    public Event Number(Draft draft, int ahead, bool numbered)
    {
        _time = Math.Max(services.Now, _time);
        var place = !numbered ? default : new Place(Head!.Epoch, Head.LastSequence + ahead);
        return Number(draft, place, numbered ? MsgIdOf(place.Sequence) : services.PassingMsgId());
    }

    /// <summary>Messages that follow each other, all at one time.</summary>
    /// <param name="stored">How many of them are not passing.</param>
    public Event[] Number(List<(Ask Ask, int Index, Said Said)> said, int stored)
    {
        _time = Math.Max(services.Now, _time);
        var next = Last.Sequence + 1;
        var ids = stored == 0 ? [] : services.MsgIds.Encode(Head!.Id, Head.Epoch, next, stored).AsSpan();
        var events = new Event[said.Count];
        for (var i = 0; i < events.Length; i++)
        {
            var (_, _, message) = said[i];
            if (message.Passing) events[i] = Number(message.Draft, default, services.PassingMsgId());
            else
            {
                events[i] = Number(message.Draft, new Place(Head!.Epoch, next++), ids[0]);
                ids = ids[1..];
            }
        }
        return events;
    }

    private Event Number(Draft draft, Place place, string msgid) =>
        new(draft.Kind, place, _time, msgid, draft.Source, draft.Parameters, draft.Tags) { After = Last.Sequence, Least = draft.Least, ClientKey = draft.Key };

    public static LogEntry Entry(Event happened, ClientKey? clientKey)
    {
        var payload = EventCodec.Encode(happened.Kind, happened.Source, happened.Parameters, StoredMarks.Add(happened));
        return happened.Place.IsNumbered
            ? new LogEntry(happened.Place.Sequence, happened.Time, payload, clientKey)
            : new LogEntry(happened.After, happened.Time, payload, Presence: true);
    }

    /// <param name="emptied">Earlier entries of which nothing is to be kept but their place.</param>
    /// <param name="renamed">The key that the conversation has from then on.</param>
    public async ValueTask<AppendOutcome> AppendAsync(ImmutableArray<LogEntry> entries, ReadOnlyMemory<byte>? state, ImmutableArray<long> emptied = default, ConversationKey? renamed = null)
    {
        Fresh = false;
        var outcome = await services.Log.AppendAsync(new Append(Head!.Id, Head.OwnerEpoch, Head.LastSequence, entries, state, emptied) { Key = renamed });
        await SettleAsync();
        Judge(outcome);
        if (outcome.Status != AppendStatus.Stored) return outcome;
        Advance(entries);
        if (!entries.IsEmpty) services.Stored(Head!.Id);
        if (renamed is { } key) (place.Key, Head) = (key, Head with { Key = key });
        return outcome;
    }

    /// <summary>For presence: the caller goes on at once, and a failure shows in the log's own state only.</summary>
    public async ValueTask AppendBehindAsync(ImmutableArray<LogEntry> entries, ReadOnlyMemory<byte>? state)
    {
        Fresh = false;
        // What is decided is not kept until the next change.
        while (_behind.TryPeek(out var first) && first.IsCompleted) Judge(await _behind.Dequeue());
        if (_behind.Count >= MostBehind) await SettleAsync();
        _behind.Enqueue(services.Log.AppendAsync(new Append(Head!.Id, Head.OwnerEpoch, Head.LastSequence, entries, state)).AsTask());
    }

    /// <summary>
    /// After an unknown outcome or a fault: reads what is stored. What nobody was told of is delivered by
    /// <see cref="CatchUpAsync"/>, and before that the conversation believes the head.
    /// </summary>
    public async ValueTask<ConversationHead> RecoverAsync()
    {
        await SettleAsync();
        var head = _lost ? await services.Log.TakeAsync(place.Key) : await services.Log.HeadAsync(Head!.Id);
        if (head.OwnerEpoch != Head!.OwnerEpoch && !_lost) head = await services.Log.TakeAsync(place.Key);
        if (head.Epoch != Head.Epoch) audience.Begin(0);
        (Head, place.Key) = (head, head.Key);
        _time = Math.Max(_time, head.LastTime);
        _lost = false;
        return head;
    }

    /// <summary>Delivers every entry beyond the last one delivered; the doubt is over.</summary>
    public async ValueTask CatchUpAsync()
    {
        await FillAsync(Head!.LastSequence);
        InDoubt = false;
    }

    public async ValueTask DeliverAsync(Event happened, UserId by, Origin? origin, ImmutableArray<UserId> to = default)
    {
        if (audience.Deliver(happened, by, origin, to)) return;
        await FillAsync(happened.Place.Sequence - 1);
        audience.Deliver(happened, by, origin, to);
    }

    private async ValueTask FillAsync(long to)
    {
        while (audience.Delivered < to)
        {
            var range = new LogRange(audience.Delivered + 1, to, FillSize);
            var entries = await services.Log.ReadAsync(Head!.Id, range);
            if (entries.IsEmpty && (await services.Log.HeadAsync(Head.Id)).OldestSequence <= to)
                throw new InvalidOperationException($"The log lacks entries {range.From} to {range.To} of {place.Key.A}");
            // All of it has expired: nobody's gap either.
            if (entries.IsEmpty) audience.Delivered = to;
            foreach (var entry in entries) Fill(entry);
        }
    }

    private void Fill(LogEntry entry)
    {
        // What retention has taken away meanwhile is nobody's gap.
        audience.Delivered = entry.Sequence - 1;
        // Who may see what is not for all is no longer known: they find it in the history.
        if (Read(entry, Head!.Numbering, services.MsgIds) is { Least: MemberModes.None } happened)
            audience.Deliver(happened, services.Registry.Of(happened.Source.Identity).FirstOrDefault()?.User ?? default, null);
        else if (place.Key.Kind == ConversationKind.Channel) audience.Skip(Unreadable(entry));
        // The two sides of a direct chat call it by different names: there the next number shows the gap.
        else audience.Delivered = entry.Sequence;
    }

    private Event Unreadable(LogEntry entry) => new(
        EventKind.Tagmsg, new Place(Head!.Epoch, entry.Sequence), entry.Time, MsgIdOf(entry.Sequence), new EventSource(services.Server, "", null),
        [LocalRooms.Name(place.Key).Value], Tags.Empty);

    /// <summary>The event with this msgid; null if this conversation has none, or nothing of it is left.</summary>
    public async ValueTask<Event?> FindAsync(string msgid)
    {
        if (Head is not { } head || !head.Numbering.TryFind(msgid, services.MsgIds, out var sequence)) return null;
        if (sequence < 1 || sequence > head.LastSequence) return null;
        var entries = await services.Log.ReadAsync(head.Id, new LogRange(sequence, sequence, 1));
        return entries.IsEmpty ? null : Read(entries[0], head.Numbering, services.MsgIds);
    }

    /// <summary>Whether there is an entry with this number, and what is left of it.</summary>
    public async ValueTask<(bool Exists, Event? Event)> LookAsync(long sequence)
    {
        var entries = await services.Log.ReadAsync(Head!.Id, new LogRange(sequence, sequence, 1));
        return entries.IsEmpty ? (false, null) : (true, Read(entries[0], Head.Numbering, services.MsgIds));
    }

    /// <summary>What took the message away; the server's own word where that is too long ago.</summary>
    public async ValueTask<Event> RedactionAsync(string msgid, long sequence, string target)
    {
        for (var from = sequence + 1; from <= Math.Min(Head!.LastSequence, sequence + FarthestRedaction); from += FillSize)
        {
            foreach (var entry in await services.Log.ReadAsync(Head.Id, new LogRange(from, from + FillSize - 1, FillSize)))
                if (Read(entry, Head.Numbering, services.MsgIds) is { Kind: EventKind.Redact } redaction && redaction.Parameters[1] == msgid)
                    return redaction with { Parameters = redaction.Parameters.SetItem(0, target) };
        }
        return new Event(EventKind.Redact, default, services.Now, null, new EventSource(services.Server, "", null), [target, msgid], Tags.Empty);
    }

    /// <summary>The event of an entry; null if its payload is gone or of a later version.</summary>
    public static Event? Read(LogEntry entry, Numbering numbering, Identity.MsgIds ids)
    {
        if (EventCodec.Decode(entry.Payload.Span) is not var (kind, source, parameters, tags)) return null;
        return StoredMarks.Take(entry.Presence
            ? new Event(kind, default, entry.Time, null, source, parameters, tags) { After = entry.Sequence }
            : new Event(kind, numbering.PlaceOf(entry.Sequence), entry.Time, numbering.MsgIdOf(entry.Sequence, ids), source, parameters, tags) { ClientKey = entry.ClientKey });
    }

    private async ValueTask SettleAsync()
    {
        while (_behind.TryDequeue(out var written)) Judge(await written);
    }

    private void Judge(AppendOutcome outcome)
    {
        _lost |= outcome.Status == AppendStatus.Fenced;
        InDoubt |= outcome.Status is AppendStatus.Fenced or AppendStatus.Unknown;
    }

    private void Advance(ImmutableArray<LogEntry> entries)
    {
        for (var i = entries.Length - 1; i >= 0; i--)
        {
            if (entries[i].Presence) continue;
            Head = Head! with { LastSequence = entries[i].Sequence, LastTime = entries[i].Time };
            return;
        }
    }

    private string MsgIdOf(long sequence) => Head!.Numbering.MsgIdOf(sequence, services.MsgIds);
}
