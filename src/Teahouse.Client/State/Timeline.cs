namespace Teahouse.Client;

/// <summary>
/// What was said and happened in a conversation, oldest first, each entry once. Own messages under way stand at the end.
/// Used only from the client's loop (see <see cref="ChatState"/>).
/// </summary>
/// <remarks>
/// Entries with a number (<c>teahouse.chat/seq</c>) are ordered by it; those without one (presence, other servers) stand among them by
/// time, in the order of arrival where times are equal.
/// </remarks>
public sealed class Timeline
{
    /// <summary>How many entries are kept while nobody has asked for older ones.</summary>
    public const int UsualLimit = 1000;

    // Where even somebody who scrolls back for hours stops.
    private const int LargestLimit = 20_000;

    private readonly List<TimelineItem> _items = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<SequenceRange> _missing = [];
    private int _pending;
    private bool _mayHaveGap;
    private int _limit = UsualLimit;

    /// <summary>A live view: read it anew after each change.</summary>
    public IReadOnlyList<TimelineItem> Items => _items;

    /// <summary>Whether older entries may be on the server.</summary>
    public bool HasOlder { get => field && !HasFirst; internal set; }

    public bool IsLoadingOlder { get; internal set; }

    /// <summary>Whether the server has been asked what it has: before, what is here came by chance.</summary>
    internal bool IsLoaded { get; set; }

    /// <summary>The era of the numbers; 0 before the first numbered entry.</summary>
    internal int Epoch { get; private set; }

    /// <summary>Stored entries, without the own ones under way.</summary>
    internal int StoredCount => _items.Count - _pending;

    internal IEnumerable<TimelineMessage> Pending => _items.Skip(StoredCount).Cast<TimelineMessage>();

    /// <summary>The newest stored entry that the server can be asked about.</summary>
    internal TimelineItem? Newest => _items.Take(StoredCount).LastOrDefault(IsPoint) ?? _items.Take(StoredCount).LastOrDefault(i => i.MessageId is not null);

    /// <summary>The oldest stored entry that the server can be asked about.</summary>
    internal TimelineItem? Oldest => _items.Take(StoredCount).FirstOrDefault(IsPoint) ?? _items.Take(StoredCount).FirstOrDefault(i => i.MessageId is not null);

    /// <summary>Adds an entry at its place; false if it is there already or belongs to an era that is over.</summary>
    /// <param name="replay">It comes from the history.</param>
    internal bool Add(TimelineItem item, bool replay = false)
    {
        if (item.Sequence is { } sequence)
        {
            if (sequence.Epoch < Epoch) return false;
            // Before the first number there is no era to end: what stands here without one stays.
            if (Epoch == 0) Epoch = sequence.Epoch;
            else if (sequence.Epoch > Epoch) Restart(sequence.Epoch);
        }
        var index = Place(item);
        if (index < 0 || IsTwin(item, index, replay)) return false;
        if (item.MessageId is { } id && !_ids.Add(id)) return false;
        _items.Insert(index, item);
        _mayHaveGap |= item.Sequence is not null;
        return true;
    }

    /// <summary>Whether an entry with this id is here.</summary>
    internal bool Knows(string messageId) => _ids.Contains(messageId);

    /// <summary>The stored entry with this id, or null.</summary>
    internal TimelineItem? Find(string? messageId) =>
        messageId is not null && Knows(messageId) ? _items.Find(i => i.MessageId == messageId) : null;

    /// <summary>The message with this id, or null if it is not here.</summary>
    public TimelineMessage? FindMessage(string messageId) => Find(messageId) as TimelineMessage;

    /// <summary>Replaces the stored entry with this id, under its key; does nothing if it is not here.</summary>
    internal void Update(string messageId, Func<TimelineItem, TimelineItem> change)
    {
        if (Find(messageId) is { } item) _items[_items.IndexOf(item)] = change(item);
    }

    /// <summary>Whether number one is here.</summary>
    internal bool HasFirst => _items.Take(StoredCount).FirstOrDefault(i => i.Sequence is not null)?.Sequence?.Number == 1;

    internal void AddPending(TimelineMessage message)
    {
        _items.Add(message);
        _pending++;
    }

    /// <summary>Puts an own message under way after the one with that key.</summary>
    internal void InsertPending(long after, TimelineMessage message)
    {
        _items.Insert(_items.FindLastIndex(i => i.Key == after) + 1, message);
        _pending++;
    }

    /// <summary>The own message under way with that key, or null.</summary>
    internal TimelineMessage? FindPending(long key) => Pending.FirstOrDefault(m => m.Key == key);

    internal void ReplacePending(TimelineMessage message) =>
        _items[_items.FindLastIndex(i => i.Key == message.Key)] = message;

    internal void RemovePending(long key)
    {
        _items.RemoveAt(_items.FindLastIndex(i => i.Key == key));
        _pending--;
    }

    /// <summary>The newest hole between numbered entries, with the entries around it; null if there is none.</summary>
    internal TimelineGap? NewestGap()
    {
        if (!_mayHaveGap) return null;
        TimelineItem? after = null;
        for (var i = StoredCount - 1; i >= 0; i--)
        {
            if (_items[i].Sequence is not { } sequence) continue;
            if (after?.Sequence is { } next && next.Number > sequence.Number + 1)
            {
                var range = new SequenceRange(sequence.Number + 1, next.Number - 1);
                if (!_missing.Any(m => m.From <= range.From && m.To >= range.To)) return new(_items[i], after, range);
            }
            after = _items[i];
        }
        _mayHaveGap = false;
        return null;
    }

    /// <summary>The server has nothing for this hole: it is none any more.</summary>
    internal void GiveUp(SequenceRange range) => _missing.Add(range);

    /// <summary>Forgets what is older than the entry; it can be loaded again.</summary>
    internal void DropBefore(TimelineItem item)
    {
        RemoveStored(0, _items.IndexOf(item));
        HasOlder = true;
    }

    /// <summary>Forgets all stored entries.</summary>
    internal void Clear()
    {
        RemoveStored(0, StoredCount);
        _missing.Clear();
        Epoch = 0;
        HasOlder = false;
        IsLoaded = false;
    }

    /// <summary>Room for another page of older entries; false at the largest size.</summary>
    internal bool Grow(int count)
    {
        if (StoredCount + count > LargestLimit) return false;
        _limit = Math.Max(_limit, StoredCount + count);
        return true;
    }

    /// <summary>Back to the usual size: nobody looks at the older entries any more.</summary>
    internal void Shrink()
    {
        _limit = UsualLimit;
        Trim();
    }

    /// <summary>Forgets the oldest entries beyond the limit.</summary>
    internal void Trim()
    {
        if (StoredCount <= _limit) return;
        RemoveStored(0, StoredCount - _limit);
        HasOlder = true;
    }

    // Who came and went has an id too, but stands in no server's index.
    private static bool IsPoint(TimelineItem item) => item.MessageId is not null && (item is TimelineMessage || item.Sequence is not null);

    // Where it belongs, or -1 if its number is taken.
    private int Place(TimelineItem item)
    {
        var index = item.Sequence is { } own ? FirstAfter(own.Number) : StoredCount;
        // Those without a number stand by their time between those that have one.
        while (index > 0 && _items[index - 1] is { } before && (item.Sequence is null || before.Sequence is null) && before.Time > item.Time) index--;
        return index;
    }

    // The first entry with a higher number, or the end; -1 if the number is there. By halves: who scrolls back for hours has thousands.
    private int FirstAfter(long number)
    {
        var (from, to) = (0, StoredCount);
        while (from < to)
        {
            var middle = (from + to) / 2;
            var numbered = middle;
            while (numbered >= from && _items[numbered].Sequence is null) numbered--;
            var found = numbered < from ? null : _items[numbered].Sequence;
            if (found?.Number == number) return -1;
            if (found?.Number > number) to = numbered;
            else from = middle + 1;
        }
        return from;
    }

    // Without id and number an entry is known by being the same: one event has one time, and so has a replayed message.
    private bool IsTwin(TimelineItem item, int index, bool replay)
    {
        if (item.MessageId is not null || item.Sequence is not null || !(replay || item is TimelineEvent)) return false;
        while (--index >= 0 && _items[index].Time == item.Time)
        {
            if (_items[index] with { Key = item.Key } == item) return true;
        }
        return false;
    }

    private void Restart(int epoch)
    {
        Clear();
        Epoch = epoch;
    }

    private void RemoveStored(int index, int count)
    {
        for (var i = index; i < index + count; i++)
        {
            if (_items[i].MessageId is { } id) _ids.Remove(id);
        }
        _items.RemoveRange(index, count);
    }
}

/// <summary>Numbers, both inclusive.</summary>
internal readonly record struct SequenceRange(long From, long To)
{
    public long Count => To - From + 1;
}

/// <summary>Numbers that are missing between two entries.</summary>
internal sealed record TimelineGap(TimelineItem Before, TimelineItem After, SequenceRange Range);
