using System.Collections.Immutable;

namespace Teahouse.Core.Log;

/// <summary>One conversation of a <see cref="MemoryMessageLog"/>. Used only under its lock.</summary>
internal sealed class MemoryConversation(ConversationId id, ConversationKey key, int capacity)
{
    private readonly List<LogEntry> _stored = [];
    // In the order that a reader gets them: by the sequence they are placed after, then by arrival.
    private readonly List<LogEntry> _presence = [];
    private readonly Dictionary<(long Account, UInt128 Id), ClientKeyMatch> _keys = [];
    private readonly Queue<(long Account, UInt128 Id)> _keysByAge = [];

    public ConversationHead Head { get; private set; } = new(id, key, 0, 1, 0, 0, 1, ReadOnlyMemory<byte>.Empty);

    public ConversationHead Take() => Head = Head with { OwnerEpoch = Head.OwnerEpoch + 1 };

    public void Rename(ConversationKey to) => Head = Head with { Key = to };

    public ConversationHead BeginEpoch()
    {
        _stored.Clear();
        _presence.Clear();
        return Head = Head with
        {
            Epoch = Head.Epoch + 1,
            LastSequence = 0,
            LastTime = 0,
            OldestSequence = 1,
            State = ReadOnlyMemory<byte>.Empty,
        };
    }

    public AppendOutcome Append(Append append)
    {
        if (AppendRules.Fence(append, Head.OwnerEpoch, Head.LastSequence) is { } reason)
            return new AppendOutcome(AppendStatus.Fenced, reason);
        AppendRules.Check(append, Head.LastTime);
        foreach (var sequence in append.Emptied.IsDefault ? [] : append.Emptied) Empty(sequence);
        foreach (var entry in append.Entries)
        {
            if (entry.Presence) AddPresence(entry);
            else AddStored(entry);
        }
        if (append.State is { } state) Head = Head with { State = state.ToArray() };
        return AppendOutcome.Stored;
    }

    public long Expire(int epoch, long oldest)
    {
        oldest = Math.Min(oldest, Head.LastSequence + 1);
        if (epoch == Head.Epoch && oldest > Head.OldestSequence)
        {
            Head = Head with { OldestSequence = oldest };
            _stored.RemoveAll(entry => entry.Sequence < oldest);
            _presence.RemoveAll(row => row.Sequence < oldest);
        }
        return Head.OldestSequence;
    }

    public ImmutableArray<LogEntry> Read(LogRange range) => LogSelection.Select(_stored, _presence, range);

    public long SequenceAt(long time)
    {
        var (low, high) = (0, _stored.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_stored[middle].Time < time) low = middle + 1;
            else high = middle;
        }
        return low == _stored.Count ? Head.LastSequence + 1 : _stored[low].Sequence;
    }

    public ClientKeyMatch? Find(ClientKey wanted) =>
        _keys.TryGetValue((wanted.Account, wanted.Id), out var match) ? match : null;

    /// <summary>The oldest client's id, or null.</summary>
    public UInt128? OldestKey => _keys.Count == 0 ? null : _keys.Keys.Min(key => key.Id);

    public void ForgetKeys(UInt128 before)
    {
        foreach (var key in _keys.Keys.Where(key => key.Id < before).ToList()) _keys.Remove(key);
        var left = _keysByAge.Where(_keys.ContainsKey).ToList();
        _keysByAge.Clear();
        foreach (var key in left) _keysByAge.Enqueue(key);
    }

    private void Empty(long sequence)
    {
        var at = sequence - (Head.LastSequence - _stored.Count + 1);
        if (at >= 0) _stored[(int)at] = _stored[(int)at] with { Payload = ReadOnlyMemory<byte>.Empty };
    }

    private void AddStored(LogEntry entry)
    {
        _stored.Add(entry);
        Head = Head with { LastSequence = entry.Sequence, LastTime = entry.Time };
        if (entry.ClientKey is { } given && _keys.TryAdd((given.Account, given.Id), new(Head.Epoch, entry.Sequence, entry.Time, given.ContentHash)))
        {
            _keysByAge.Enqueue((given.Account, given.Id));
            if (_keysByAge.Count > capacity) _keys.Remove(_keysByAge.Dequeue());
        }
        // A quarter at once, so that dropping costs little per entry.
        if (_stored.Count <= capacity + capacity / 4) return;
        _stored.RemoveRange(0, _stored.Count - capacity);
        Head = Head with { OldestSequence = _stored[0].Sequence };
        _presence.RemoveAll(row => row.Sequence < Head.OldestSequence);
    }

    private void AddPresence(LogEntry entry)
    {
        var at = _presence.Count;
        while (at > 0 && _presence[at - 1].Sequence > entry.Sequence) at--;
        _presence.Insert(at, entry);
        if (_presence.Count > capacity + capacity / 4) _presence.RemoveRange(0, _presence.Count - capacity);
    }
}
