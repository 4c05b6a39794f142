using System.Collections.Immutable;
using Teahouse.Core.Log;
using Teahouse.Storage.Writing;

namespace Teahouse.Storage.Log;

/// <summary>
/// A conversation in memory: what is committed and not yet in pages. The writer alone changes it; anyone may read
/// what is published, under its lock.
/// </summary>
internal sealed class ConversationState(ConversationId id, ConversationKey key)
{
    private const int KeepCapacity = 256;

    private readonly Lock _lock = new();
    private readonly List<LogEntry> _stored = [];
    private readonly List<PresenceRow> _presence = [];
    private ConversationFigures _figures;
    private ReadOnlyMemory<byte> _state;
    private long _applied;
    private bool _exists;

    private ConversationFigures _pending;
    private long _pendingAttempt;

    public ConversationId Id { get; } = id;

    /// <summary>Changed by the writer alone, through the cache.</summary>
    public ConversationKey Key
    {
        get
        {
            lock (_lock) return key;
        }
        set
        {
            lock (_lock) key = value;
        }
    }

    /// <summary>Where the writer keeps what it has to write behind. Used only by the writer, as all below it.</summary>
    public Unwritten Unwritten { get; } = new();

    /// <summary>When the writer last needed it, by the cache's own count.</summary>
    public long Used { get; set; }

    /// <summary>The tail without a lock: for the writer, who alone changes it.</summary>
    public List<LogEntry> Stored => _stored;

    public List<PresenceRow> PresenceRows => _presence;

    public ConversationFigures Figures => _figures;

    public ReadOnlyMemory<byte> DurableState => _state;

    public long Applied => _applied;

    /// <summary>The first entry that is not in pages. Used only by the writer.</summary>
    public long TailFirst => _figures.LastSequence - _stored.Count + 1;

    /// <summary>The figures as they will be if the running attempt succeeds.</summary>
    public ConversationFigures Pending(long attempt) => _pendingAttempt == attempt ? _pending : _figures;

    public void SetPending(long attempt, ConversationFigures figures) => (_pendingAttempt, _pending) = (attempt, figures);

    /// <summary>Makes known what a row says.</summary>
    public void Publish(ConversationFigures figures, ReadOnlyMemory<byte> state, long applied)
    {
        lock (_lock) (_figures, _state, _applied, _exists) = (figures, state, applied, true);
    }

    public ConversationHead PublishOwner(long ownerEpoch)
    {
        lock (_lock)
        {
            (_figures, _exists) = (_figures with { OwnerEpoch = ownerEpoch }, true);
            return MakeHead();
        }
    }

    /// <summary>Adds what a committed group brought; returns the number for the next presence row.</summary>
    public long Publish(CommitGroup group, ImmutableArray<LogEntry> entries, ReadOnlyMemory<byte>? state, long number)
    {
        lock (_lock)
        {
            foreach (var entry in entries)
            {
                if (entry.Presence)
                {
                    _presence.Add(new PresenceRow(entry, number++));
                    continue;
                }
                _stored.Add(entry);
                _figures = _figures with { LastSequence = entry.Sequence, LastTime = entry.Time };
            }
            if (state is { } changed) _state = changed;
        }
        return number;
    }

    /// <summary>Takes the payloads of those that are in the tail; the others are in pages.</summary>
    public void Empty(ImmutableArray<long> sequences)
    {
        if (sequences.IsDefaultOrEmpty) return;
        lock (_lock)
        {
            foreach (var sequence in sequences)
            {
                var at = sequence - TailFirst;
                if (at >= 0) _stored[(int)at] = _stored[(int)at] with { Payload = ReadOnlyMemory<byte>.Empty };
            }
        }
    }

    /// <summary>Nobody reads what is before it any more.</summary>
    public void PublishOldest(long oldest)
    {
        lock (_lock) _figures = _figures with { Oldest = oldest };
    }

    /// <summary>The oldest of the tail are in pages now, and so is everything up to a group.</summary>
    public void Drop(int stored, int presence, long applied)
    {
        lock (_lock)
        {
            _stored.RemoveRange(0, stored);
            _presence.RemoveRange(0, presence);
            _applied = applied;
        }
        if (_stored.Count == 0 && _stored.Capacity > KeepCapacity) _stored.Capacity = 0;
        if (_presence.Count == 0 && _presence.Capacity > KeepCapacity) _presence.Capacity = 0;
    }

    public ConversationHead PublishEpoch(ConversationFigures figures)
    {
        lock (_lock)
        {
            _stored.Clear();
            _presence.Clear();
            (_figures, _state) = (figures, ReadOnlyMemory<byte>.Empty);
            return MakeHead();
        }
    }

    /// <summary>Null while its creation is not committed.</summary>
    public ConversationHead? Head()
    {
        lock (_lock) return _exists ? MakeHead() : null;
    }

    /// <summary>What a reader has read of pages holds while these are the same.</summary>
    public (int Epoch, long Oldest) Era
    {
        get
        {
            lock (_lock) return (_figures.Epoch, _figures.Oldest);
        }
    }

    public TailView View(LogRange range)
    {
        lock (_lock)
        {
            var tailFirst = TailFirst;
            var (from, to) = TailView.Clip(range, _figures);
            var start = (int)(Math.Max(from, tailFirst) - tailFirst);
            var stored = to >= tailFirst && from <= to ? _stored.GetRange(start, (int)(to - tailFirst) + 1 - start) : [];
            var (rowFrom, rowTo) = TailView.PresenceClip(range, from, to, _figures.Oldest);
            var presence = rowFrom <= rowTo ? _presence.FindAll(row => row.Entry.Sequence >= rowFrom && row.Entry.Sequence <= rowTo) : [];
            return new TailView(_figures, tailFirst, _applied, from, to, stored, presence);
        }
    }

    /// <summary>The answer if the tail has it, else the first sequence of the tail: the entries before must be asked.</summary>
    public (long? Sequence, ConversationFigures Figures, long TailFirst) SequenceAt(long time)
    {
        lock (_lock)
        {
            var tailFirst = TailFirst;
            if (_figures.LastSequence == 0) return (1, _figures, tailFirst);
            if (_stored.Count == 0) return (time > _figures.LastTime ? tailFirst : null, _figures, tailFirst);
            if (tailFirst > _figures.Oldest && _stored[0].Time >= time) return (null, _figures, tailFirst);
            var (low, high) = (0, _stored.Count);
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                if (_stored[middle].Time < time) low = middle + 1;
                else high = middle;
            }
            return (Math.Max(_figures.Oldest, tailFirst + low), _figures, tailFirst);
        }
    }

    public ClientKeyMatch? Find(ClientKey wanted)
    {
        lock (_lock)
        {
            foreach (var entry in _stored)
            {
                if (entry.ClientKey is { } key && key.Id == wanted.Id && key.Account == wanted.Account)
                    return new ClientKeyMatch(_figures.Epoch, entry.Sequence, entry.Time, key.ContentHash);
            }
            return null;
        }
    }

    private ConversationHead MakeHead() => new(
        Id, key, _figures.OwnerEpoch, _figures.Epoch, _figures.LastSequence, _figures.LastTime, _figures.Oldest, _state)
    {
        Before = _figures.Before,
    };
}
