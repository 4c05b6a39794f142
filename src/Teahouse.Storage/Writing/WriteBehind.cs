using System.Collections.Immutable;
using Teahouse.Core.Log;
using Teahouse.Storage.Log;
using Teahouse.Storage.Sqlite;

namespace Teahouse.Storage.Writing;

/// <summary>
/// Moves committed entries from group rows to pages, a slice at a time. Used only by the writer; the timer merely wakes it.
/// </summary>
internal sealed class WriteBehind : IDisposable
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan FullPause = TimeSpan.FromSeconds(1);
    // Beside the time limit, which a slow clock must not stretch.
    private const long SliceBytes = 2 * 1024 * 1024;
    // While memory is not short: whoever says something meanwhile waits for the slice, and the next sync for what it wrote.
    private const long CalmSliceBytes = 64 * 1024;

    private readonly Database _database;
    private readonly ConversationCache _conversations;
    private readonly StoreOptions _options;
    private readonly TimeProvider _time;
    private readonly PageWriter _pages;
    private readonly ClientIdIndex _ids;
    private readonly EndedEpochs _ended;
    private readonly ExpiredEntries _expired;
    private readonly ITimer _timer;
    private readonly Queue<CommitGroup> _groups = new();
    private readonly List<PagePlan> _plans = [];
    private long _slice;
    private long _flushTo;
    private bool _armed;
    private bool _paused;
    private volatile bool _due;

    public WriteBehind(Database database, ConversationCache conversations, StoreOptions options, TimeProvider time, Action wake)
    {
        (_database, _conversations, _options, _time) = (database, conversations, options, time);
        _pages = new PageWriter(database);
        _ids = new ClientIdIndex(database);
        _ended = new EndedEpochs(database);
        _expired = new ExpiredEntries(database);
        _timer = time.CreateTimer(_ =>
        {
            _due = true;
            wake();
        }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The newest group that was ever committed.</summary>
    public long LastGroup { get; set; }

    /// <summary>What unwritten entries take in memory.</summary>
    public long TailBytes { get; private set; }

    /// <summary>Whether there is a slice to write now.</summary>
    public bool IsWanted()
    {
        if (_due)
        {
            (_due, _armed, _paused) = (false, false, false);
            Flush();
        }
        return !_paused && (IsUrgent || FlushWaits || _ids.Waiting >= ClientIdIndex.Worth || _ended.Waiting || _expired.Waiting);
    }

    /// <summary>Memory is short: pages come before latency.</summary>
    public bool IsUrgent => TailBytes > _options.TailBytes;

    /// <summary>Bytes that the last slice wrote, about.</summary>
    public long LastSliceBytes { get; private set; }

    private bool FlushWaits => _groups.TryPeek(out var oldest) && oldest.Id <= _flushTo;

    /// <summary>A committed part of a group: entries of one conversation.</summary>
    public void Add(ConversationState conversation, CommitGroup group, ImmutableArray<LogEntry> entries, bool state, int bytes)
    {
        var presence = 0;
        foreach (var entry in entries)
        {
            if (entry.Presence) presence++;
            else _ids.Add(conversation, entry);
        }
        conversation.Unwritten.Segments.Enqueue(new Segment(group, entries.Length - presence, presence, bytes));
        conversation.Unwritten.StateChanged |= state;
        group.Parts.Add(conversation);
        group.Remaining++;
        TailBytes += bytes;
    }

    /// <summary>A group is committed and all its parts are added.</summary>
    public void Add(CommitGroup group)
    {
        _groups.Enqueue(group);
        LastGroup = Math.Max(LastGroup, group.Id);
        Arm(_options.TailAge);
    }

    /// <summary>A conversation's tail is of no use any more.</summary>
    public void Forget(ConversationState conversation)
    {
        foreach (var segment in conversation.Unwritten.Segments)
        {
            segment.Group.Remaining--;
            TailBytes -= segment.Bytes;
        }
        conversation.Unwritten.Segments.Clear();
        conversation.Unwritten.LastPage = default(LastPage);
        conversation.Unwritten.StateChanged = false;
        _ended.Waiting = true;
    }

    /// <summary>What is before the conversation's oldest entry can go.</summary>
    public void Expire(ConversationState conversation) => _expired.Add(conversation.Id);

    /// <summary>At start: what an earlier run has left to remove.</summary>
    public void FindLeftovers()
    {
        _ended.Waiting = true;
        _expired.Find();
    }

    /// <summary>Everything committed until now is to be written.</summary>
    public void Flush() => _flushTo = LastGroup;

    /// <summary>Writes one slice; the reason if nothing could be written, and nothing was changed.</summary>
    public string? WriteSlice()
    {
        try
        {
            // Not synced: what it moves is still in the group rows if a power failure takes it away, and the next group's sync covers it.
            _database.Execute("PRAGMA synchronous = NORMAL");
            _database.Prepare("BEGIN IMMEDIATE").Run();
            var begin = _time.GetTimestamp();
            // An entry leaves memory with its page, and its id must be found then: ids go first.
            var done = _ids.Write(() => _time.GetElapsedTime(begin) < Slice) ? Plan(begin) : 0;
            if (done > 0)
            {
                _database.Prepare("DELETE FROM groups WHERE id <= ?").Bind(1, done).Run();
                _database.Prepare("UPDATE progress SET last_group = ?").Bind(1, LastGroup).Run();
            }
            if (_plans.Count == 0) RemoveGone(begin);
            _database.Prepare("COMMIT").Run();
            Sync();
        }
        catch (DatabaseException error) when (error.Passing)
        {
            Rollback.AfterPassing(_database);
            Sync();
            foreach (var plan in _plans) plan.Mark(-1);
            _plans.Clear();
            _expired.Undo();
            return Pause(error.Reason);
        }
        Apply();
        return null;
    }

    public void Dispose() => _timer.Dispose();

    /// <summary>From now on a commit ends on the disk again.</summary>
    private void Sync() => _database.Execute("PRAGMA synchronous = FULL");

    /// <summary>Writes pages until the slice is full; the last group of which nothing is left, or 0.</summary>
    private long Plan(long begin)
    {
        var (done, planned) = (0L, 0L);
        var most = IsUrgent ? SliceBytes : CalmSliceBytes;
        _slice++;
        foreach (var group in _groups)
        {
            if (group.Remaining > group.Planned)
            {
                foreach (var conversation in group.Parts)
                {
                    if (conversation.Unwritten.Slice == _slice || !conversation.Unwritten.Segments.TryPeek(out var oldest) || oldest.Group.Id > group.Id)
                        continue;
                    if (planned > most || (planned > 0 && _time.GetElapsedTime(begin) > Slice)) return done;
                    if (TailBytes - planned <= _options.TailBytes && group.Id > _flushTo) return done;
                    conversation.Unwritten.Slice = _slice;
                    var plan = _pages.Write(conversation);
                    plan.Mark(1);
                    _plans.Add(plan);
                    planned += plan.Bytes;
                }
                if (group.Remaining > group.Planned) return done;
            }
            done = group.Id;
        }
        return done;
    }

    private void RemoveGone(long begin)
    {
        do
        {
            if (_ended.Waiting) _ended.Remove();
            else _expired.Remove(_conversations);
        }
        while ((_ended.Waiting || _expired.Waiting) && _time.GetElapsedTime(begin) < Slice);
    }

    private void Apply()
    {
        LastSliceBytes = _ids.Apply();
        _expired.Apply();
        foreach (var plan in _plans)
        {
            plan.Mark(-1);
            // It expired while it waited here: what it has come to is a page without payloads.
            if (plan.Stored > 0 && plan.Conversation.TailFirst < plan.Conversation.Figures.Oldest) Expire(plan.Conversation);
            plan.Apply();
            TailBytes -= plan.Bytes;
            LastSliceBytes += plan.Bytes;
        }
        _plans.Clear();
        while (_groups.TryPeek(out var oldest) && oldest.Remaining == 0) _groups.Dequeue();
        if (_groups.Count > 0) Arm(_options.TailAge);
    }

    private string Pause(string reason)
    {
        _paused = true;
        _armed = false;
        Arm(FullPause);
        return reason;
    }

    private void Arm(TimeSpan after)
    {
        if (_armed) return;
        _armed = true;
        _timer.Change(after, Timeout.InfiniteTimeSpan);
    }
}
