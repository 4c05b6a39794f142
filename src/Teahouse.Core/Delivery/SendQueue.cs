using System.Buffers;
using System.IO.Pipelines;

namespace Teahouse.Core.Delivery;

/// <summary>
/// The bounded queue of encoded lines to one peer. Any thread may offer; one pump at a time drains it to the pipe.
/// Full means: fan-out closes the connection with a clear reason; a reply to the peer's own command waits for room.
/// </summary>
/// <param name="limit">Bytes that may wait; 0: any number. An answer larger than that waits alone.</param>
internal sealed class SendQueue(PipeWriter output, int limit, SendBudget budget)
{
    /// <summary>Bytes handed to the pipe before waiting for it: what it holds back is not held twice.</summary>
    private const int FlushAt = 32 * 1024;

    /// <summary>A list that a burst has grown beyond this is not kept.</summary>
    private const int MostKept = 16;

    private readonly Lock _gate = new();
    private List<byte[]> _waiting = [];
    private List<byte[]> _draining = [];
    private TaskCompletionSource? _room;
    private TaskCompletionSource? _drained;
    private long _bytes;
    private bool _pumping;
    private bool _closed;
    private bool _ended;
    private bool _hurried;
    private bool _broken;

    /// <summary>Bytes waiting, those that the pipe has not taken yet included.</summary>
    public long Waiting => Volatile.Read(ref _bytes);

    /// <summary>So much waits that it should go out before the batch ends.</summary>
    public bool IsFilling => Waiting >= FlushAt || (limit > 0 && Waiting >= limit / 2);

    public bool IsOpen => !Volatile.Read(ref _closed);

    /// <summary>Called once when the queue overflows, with the reason.</summary>
    public Action<string>? Overflowed { get; set; }

    /// <summary>Adds a line of a fan-out without sending it yet: <see cref="Flush"/> follows after the whole batch.</summary>
    /// <returns>True if the caller has to flush: nobody else is about to.</returns>
    public bool Offer(byte[] line)
    {
        bool first, full;
        lock (_gate)
        {
            if (_closed) return false;
            first = _waiting.Count == 0 && !_pumping;
            full = limit > 0 && _bytes + line.Length > limit;
            if (!full) Add(line);
        }
        if (full) Overflow("Too much is waiting for you: your connection reads too slowly");
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
                    Add(lines);
                    break;
                }
                if (_hurried) return;
                room = (_room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }
            await room;
        }
        budget.Enforce();
        Flush();
    }

    /// <summary>Sends what waits, unless somebody is at it.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            if (_pumping || _waiting.Count == 0) return;
            _pumping = true;
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
            if (!_ended && last is not null) Add(last);
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

    /// <summary>Drops all that waits and says so to the session.</summary>
    public void Overflow(string reason)
    {
        lock (_gate)
        {
            if (_closed) return;
            _closed = true;
            foreach (var line in _waiting) Count(-line.Length);
            _waiting = [];
            GiveRoom();
        }
        Overflowed?.Invoke(reason);
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
            _waiting = [];
            _draining = [];
            _pumping = false;
            GiveRoom();
            _drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _drained.TrySetResult();
        }
    }

    private void Add(byte[] line)
    {
        _waiting.Add(line);
        Count(line.Length);
    }

    private void Count(long bytes)
    {
        _bytes += bytes;
        budget.Add(bytes);
    }

    private void GiveRoom()
    {
        _room?.TrySetResult();
        _room = null;
    }

    /// <summary>Never throws: a broken pipe only closes the queue; the session's reader sees the end by itself.</summary>
    private async Task PumpAsync()
    {
        try
        {
            while (Take() is { } lines)
            {
                for (var next = 0; next < lines.Count;)
                {
                    var written = 0;
                    for (; next < lines.Count && written < FlushAt; next++)
                    {
                        output.Write(lines[next]);
                        written += lines[next].Length;
                        lines[next] = [];
                    }
                    var result = await output.FlushAsync();
                    if (result.IsCompleted || result.IsCanceled)
                    {
                        Break();
                        return;
                    }
                    Sent(written);
                }
            }
        }
        catch (Exception)
        {
            // Whatever a transport throws, it takes nothing any more.
            Break();
        }
    }

    private List<byte[]>? Take()
    {
        lock (_gate)
        {
            if (_draining.Capacity > MostKept) _draining = [];
            else _draining.Clear();
            if (_waiting.Count == 0)
            {
                _pumping = false;
                _drained?.TrySetResult();
                return null;
            }
            (_waiting, _draining) = (_draining, _waiting);
            return _draining;
        }
    }

    private void Sent(long count)
    {
        lock (_gate)
        {
            if (_broken) return;
            Count(-count);
            if (_bytes <= limit / 2) GiveRoom();
        }
    }
}
