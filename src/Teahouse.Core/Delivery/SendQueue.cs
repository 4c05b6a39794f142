using System.Buffers;
using System.IO.Pipelines;

namespace Teahouse.Core.Delivery;

/// <summary>
/// The bounded queue of encoded lines to one peer. Any thread may offer; one pump at a time drains it to the pipe.
/// Full means: fan-out closes the connection with a clear reason; a reply to the peer's own command waits for room.
/// </summary>
internal sealed class SendQueue(PipeWriter output, int limit, SendBudget budget)
{
    private readonly Lock gate = new();
    private List<byte[]> waiting = [];
    private List<byte[]> draining = [];
    private TaskCompletionSource? room;
    private TaskCompletionSource? drained;
    private long bytes;
    private bool pumping;
    private bool closed;

    /// <summary>Bytes waiting.</summary>
    public long Waiting => Volatile.Read(ref bytes);

    /// <summary>Called once when the queue overflows, with the reason.</summary>
    public Action<string>? Overflowed { get; set; }

    /// <summary>Adds a line of a fan-out without sending it yet: <see cref="Flush"/> follows after the whole batch.</summary>
    /// <returns>True if the caller has to flush: nobody else is about to.</returns>
    public bool Offer(byte[] line)
    {
        lock (gate)
        {
            if (closed) return false;
            if (limit == 0 || bytes + line.Length <= limit)
            {
                var first = waiting.Count == 0 && !pumping;
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
            lock (gate)
            {
                if (closed) return;
                if (limit == 0 || bytes == 0 || bytes + lines.Length <= limit)
                {
                    Add(lines);
                    break;
                }
                wait = (room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }
            await wait;
        }
        Flush();
    }

    /// <summary>Sends what waits, unless somebody is at it.</summary>
    public void Flush()
    {
        lock (gate)
        {
            if (pumping || waiting.Count == 0) return;
            pumping = true;
        }
        _ = PumpAsync();
    }

    /// <summary>Refuses everything from now on; the task ends when what waited is sent, or cannot be.</summary>
    public Task CloseAsync(byte[]? last)
    {
        Task done;
        lock (gate)
        {
            if (!closed && last is not null) Add(last);
            closed = true;
            room?.TrySetResult();
            drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!pumping && waiting.Count == 0) drained.TrySetResult();
            done = drained.Task;
        }
        Flush();
        return done;
    }

    /// <summary>Drops all that waits and says so to the session.</summary>
    public void Overflow(string reason)
    {
        lock (gate)
        {
            if (closed) return;
            Forget();
            closed = true;
            room?.TrySetResult();
        }
        Overflowed?.Invoke(reason);
    }

    private void Add(byte[] line)
    {
        waiting.Add(line);
        bytes += line.Length;
        budget.Add(line.Length);
    }

    private void Forget()
    {
        foreach (var line in waiting) Sent(line.Length);
        waiting.Clear();
    }

    private void Sent(long count)
    {
        bytes -= count;
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
            Finished(draining, true);
        }
    }

    private List<byte[]>? Take()
    {
        lock (gate)
        {
            if (waiting.Count == 0)
            {
                pumping = false;
                drained?.TrySetResult();
                if (waiting.Capacity > 64) waiting = [];
                return null;
            }
            (waiting, draining) = (draining, waiting);
            return draining;
        }
    }

    private bool Finished(List<byte[]> lines, bool ended)
    {
        lock (gate)
        {
            foreach (var line in lines) Sent(line.Length);
            lines.Clear();
            if (lines.Capacity > 64) draining = [];
            if (room is { } waiters && (closed || bytes < limit / 2))
            {
                room = null;
                waiters.TrySetResult();
            }
            if (!ended) return false;
            closed = true;
            Forget();
            pumping = false;
            room?.TrySetResult();
            (drained ??= new TaskCompletionSource()).TrySetResult();
            return true;
        }
    }
}
