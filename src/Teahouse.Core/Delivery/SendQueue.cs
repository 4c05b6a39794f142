using System.IO.Pipelines;

namespace Teahouse.Core.Delivery;

/// <summary>
/// The bounded queue of encoded lines to one peer. Any thread may offer; one pump at a time drains it to the pipe.
/// Full means: fan-out is dropped whole and the peer falls behind, or, if it could never fetch what it missed, is closed with a clear
/// reason; a reply to the peer's own command waits for room and is never dropped.
/// </summary>
/// <param name="limit">Bytes that may wait; 0: any number. An answer larger than that waits alone.</param>
internal sealed partial class SendQueue(PipeWriter output, int limit, SendBudget budget)
{
    /// <summary>Bytes handed to the pipe before waiting for it: what it holds back is not held twice.</summary>
    private const int FlushAt = 32 * 1024;

    /// <summary>A list that a burst has grown beyond this is not kept.</summary>
    private const int MostKept = 16;

    private const string TooSlow = "Too much is waiting for you: your connection reads too slowly";

    private readonly Lock _gate = new();
    private readonly List<byte[]> _draining = [];
    private Queue<Line> _waiting = new();
    private TaskCompletionSource? _room;
    private TaskCompletionSource? _drained;
    private long _bytes;
    private int _era;
    private bool _pumping;
    private bool _rested;
    private bool _behind;
    private bool _closed;
    private bool _ended;
    private bool _hurried;
    private bool _broken;

    /// <summary>Bytes waiting, those that the pipe has not taken yet included.</summary>
    public long Waiting => Volatile.Read(ref _bytes);

    /// <summary>So much waits that it should go out before the batch ends.</summary>
    public bool IsFilling => Waiting >= FlushAt || (limit > 0 && Waiting >= limit / 2);

    /// <summary>More waits than should: answers that everybody hears at once cannot wait for room beforehand.</summary>
    public bool IsOverfull => limit > 0 && Waiting > limit;

    /// <summary>A piece of so many bytes is little of what may wait: dropped whole, it takes nothing with it that there was room for.</summary>
    public bool IsRoomFor(int bytes) => limit == 0 || bytes <= limit / 16;

    public bool IsOpen => !Volatile.Read(ref _closed);

    /// <summary>Lines were dropped: all that is offered is dropped too until <see cref="Resume"/>.</summary>
    public bool IsBehind => Volatile.Read(ref _behind);

    /// <summary>Another one after each time that lines were dropped or come again: what was meant for one is not heard in the next.</summary>
    public int Era => Volatile.Read(ref _era);

    /// <summary>Asked when the queue overflows: the line that stands where others are missing, or null if the peer cannot fetch those.</summary>
    public Func<byte[]?> Recovery { get; set; } = () => null;

    /// <summary>Called when lines were dropped that the peer can fetch.</summary>
    public Action? FellBehind { get; set; }

    /// <summary>Called once when the queue overflows for good, with the reason.</summary>
    public Action<string>? Overflowed { get; set; }

    /// <summary>Adds a line of a fan-out without sending it yet: <see cref="Flush"/> follows after the whole batch.</summary>
    /// <param name="era">Drops it if that is over; null: for whichever it is.</param>
    /// <returns>True if the caller has to flush: nobody else is about to.</returns>
    public bool Offer(byte[] line, int? era = null)
    {
        bool first, full;
        lock (_gate)
        {
            if (_closed || _behind || (era is { } meant && meant != _era)) return false;
            first = _waiting.Count == 0 && !_pumping;
            full = limit > 0 && _bytes + line.Length > limit;
            if (!full) Add(line, kept: false);
        }
        if (full) Overflow(TooSlow);
        else budget.Enforce();
        return first && !full;
    }

    /// <summary>
    /// Adds what can neither wait for room nor be dropped: the peer's own affairs, up to twice the limit, or an answer that everybody hears
    /// at once, whose handler waits for room after it (<see cref="RoomAsync"/>).
    /// </summary>
    /// <returns>True if the caller has to flush.</returns>
    public bool Keep(byte[] line, bool answer)
    {
        bool first, full;
        lock (_gate)
        {
            if (_closed) return false;
            first = _waiting.Count == 0 && !_pumping;
            full = !answer && limit > 0 && _bytes + line.Length > 2L * limit;
            if (!full) Add(line, kept: true);
        }
        if (full) Close(TooSlow);
        else budget.Enforce();
        return first && !full;
    }

    /// <summary>Adds an answer to the peer's own command and sends it; waits for room when the queue is full.</summary>
    public async ValueTask WriteAsync(byte[] lines)
    {
        while (true)
        {
            Task room;
            lock (_gate)
            {
                if (_closed) return;
                if (limit == 0 || _bytes == 0 || _bytes + lines.Length <= limit)
                {
                    Add(lines, kept: true);
                    break;
                }
                if (_hurried) return;
                room = Room();
            }
            await room;
        }
        budget.Enforce();
        Flush();
    }

    /// <summary>Ends when no more than half of the limit waits, or when nobody is to wait any more.</summary>
    public async ValueTask RoomAsync()
    {
        while (true)
        {
            Task room;
            lock (_gate)
            {
                if (_closed || _hurried || HasRoom) return;
                room = Room();
            }
            await room;
        }
    }

    /// <summary>The peer has caught up with what was not dropped: fan-out comes again, in another era.</summary>
    public void Resume()
    {
        lock (_gate)
        {
            _behind = false;
            _era++;
        }
    }

    /// <summary>Nothing was sent for a while: the room for what waits is given back.</summary>
    public void Rest()
    {
        lock (_gate)
        {
            if (_pumping || _waiting.Count > 0 || _draining.Capacity == 0) return;
            if (!_rested)
            {
                _rested = true;
                return;
            }
            _waiting.TrimExcess();
            _draining.Capacity = 0;
        }
    }

    /// <summary>Sends what waits, unless somebody is at it.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            if (_pumping || _waiting.Count == 0) return;
            (_pumping, _rested) = (true, false);
        }
        _ = PumpAsync();
    }

    /// <summary>The session ends: answers that would have to wait for room are dropped from now on, those that do are at once.</summary>
    public void Hurry()
    {
        lock (_gate)
        {
            _hurried = true;
            GiveRoom();
        }
    }

    /// <summary>Refuses everything from now on; the task ends when what waited is sent, or cannot be.</summary>
    /// <param name="last">The last word: sent even after an overflow, if the peer reads again.</param>
    public Task CloseAsync(byte[]? last)
    {
        Task done;
        lock (_gate)
        {
            if (!_ended && last is not null) Add(last, kept: true);
            _ended = true;
            _closed = true;
            GiveRoom();
            _drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!_pumping && _waiting.Count == 0) _drained.TrySetResult();
            done = _drained.Task;
        }
        Flush();
        return done;
    }

    /// <summary>Too much waits for all connections together, and most of it here.</summary>
    /// <returns>False if there is no fan-out left to drop: what waits are answers.</returns>
    public bool TryMakeRoom(string reason)
    {
        if (IsBehind) return false;
        Overflow(reason);
        return true;
    }

    /// <summary>Drops what was not asked for, or, if the peer could not fetch it, all and the peer.</summary>
    public void Overflow(string reason)
    {
        if (Recovery() is not { } notice)
        {
            Close(reason);
            return;
        }
        lock (_gate)
        {
            // Two may find it full at once.
            if (_closed || _behind) return;
            FallBehind(notice);
            if (HasRoom) GiveRoom();
        }
        FellBehind?.Invoke();
        Flush();
    }

    /// <summary>Drops all that waits and says so to the session.</summary>
    public void Close(string reason)
    {
        lock (_gate)
        {
            if (_closed) return;
            _closed = true;
            foreach (var line in _waiting) Count(-line.Bytes.Length);
            _waiting = new();
            GiveRoom();
        }
        Overflowed?.Invoke(reason);
    }

    private void FallBehind(byte[] notice)
    {
        var all = _waiting;
        _waiting = new();
        _behind = true;
        _era++;
        var noted = false;
        foreach (var line in all)
        {
            if (line.Kept)
            {
                _waiting.Enqueue(line);
                continue;
            }
            Count(-line.Bytes.Length);
            if (!noted) Add(notice, kept: true);
            noted = true;
        }
        if (!noted) Add(notice, kept: true);
    }

    /// <summary>Nothing can be sent any more: what waits is forgotten, and nobody waits for it.</summary>
    public void Break()
    {
        lock (_gate)
        {
            if (_broken) return;
            _broken = true;
            _ended = true;
            _closed = true;
            Count(-_bytes);
            _waiting = new();
            _pumping = false;
            GiveRoom();
            _drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _drained.TrySetResult();
        }
    }
}
