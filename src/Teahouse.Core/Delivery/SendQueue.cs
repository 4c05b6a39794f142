using System.Buffers;
using System.IO.Pipelines;

namespace Teahouse.Core.Delivery;

/// <summary>
/// The bounded queue of encoded lines to one peer. Any thread may offer; one pump at a time drains it to the pipe.
/// Full means: fan-out closes the connection with a clear reason; a reply to the peer's own command waits for room.
/// </summary>
internal sealed class SendQueue(PipeWriter output, int limit, SendBudget budget)
{
    private readonly Lock _gate = new();
    private List<byte[]> _waiting = [];
    private List<byte[]> _draining = [];
    private TaskCompletionSource? _room;
    private TaskCompletionSource? _drained;
    private long _bytes;
    private bool _pumping;
    private bool _closed;

    /// <summary>Bytes waiting.</summary>
    public long Waiting => Volatile.Read(ref _bytes);

    /// <summary>Called once when the queue overflows, with the reason.</summary>
    public Action<string>? Overflowed { get; set; }

    /// <summary>Adds a line of a fan-out without sending it yet: <see cref="Flush"/> follows after the whole batch.</summary>
    /// <returns>True if the caller has to flush: nobody else is about to.</returns>
    public bool Offer(byte[] line)
    {
        lock (_gate)
        {
            if (_closed) return false;
            if (limit == 0 || _bytes + line.Length <= limit)
            {
                var first = _waiting.Count == 0 && !_pumping;
                Add(line);
                return first;
            }
        }
        Overflow("Too much is waiting for you: your connection reads too slowly");
        return false;
    }

    /// <summary>Adds an answer to the peer's own command and sends it; waits for room when the queue is full.</summary>
    public async ValueTask WriteAsync(byte[] lines)
    {
        while (true)
        {
            Task wait;
            lock (_gate)
            {
                if (_closed) return;
                if (limit == 0 || _bytes == 0 || _bytes + lines.Length <= limit)
                {
                    Add(lines);
                    break;
                }
                wait = (_room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }
            await wait;
        }
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

    /// <summary>Refuses everything from now on; the task ends when what waited is sent, or cannot be.</summary>
    public Task CloseAsync(byte[]? last)
    {
        Task done;
        lock (_gate)
        {
            if (!_closed && last is not null) Add(last);
            _closed = true;
            _room?.TrySetResult();
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
            Forget();
            _closed = true;
            _room?.TrySetResult();
        }
        Overflowed?.Invoke(reason);
    }

    private void Add(byte[] line)
    {
        _waiting.Add(line);
        _bytes += line.Length;
        budget.Add(line.Length);
    }

    private void Forget()
    {
        foreach (var line in _waiting) Sent(line.Length);
        _waiting.Clear();
    }

    private void Sent(long count)
    {
        _bytes -= count;
        budget.Add(-count);
    }

    /// <summary>Never throws: a broken pipe only closes the queue; the session's reader sees the end by itself.</summary>
    private async Task PumpAsync()
    {
        try
        {
            while (Take() is { } lines)
            {
                foreach (var line in lines) output.Write(line);
                var result = await output.FlushAsync();
                if (Finished(lines, result.IsCompleted || result.IsCanceled)) break;
            }
        }
        catch (Exception broken) when (broken is IOException or InvalidOperationException or OperationCanceledException)
        {
            Finished(_draining, true);
        }
    }

    private List<byte[]>? Take()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _pumping = false;
                _drained?.TrySetResult();
                if (_waiting.Capacity > 64) _waiting = [];
                return null;
            }
            (_waiting, _draining) = (_draining, _waiting);
            return _draining;
        }
    }

    private bool Finished(List<byte[]> lines, bool ended)
    {
        lock (_gate)
        {
            foreach (var line in lines) Sent(line.Length);
            lines.Clear();
            if (lines.Capacity > 64) _draining = [];
            if (_room is { } waiters && (_closed || _bytes < limit / 2))
            {
                _room = null;
                waiters.TrySetResult();
            }
            if (!ended) return false;
            _closed = true;
            Forget();
            _pumping = false;
            _room?.TrySetResult();
            (_drained ??= new TaskCompletionSource()).TrySetResult();
            return true;
        }
    }
}
