namespace Teahouse.Storage.Writing;

/// <summary>
/// What waits for the writer. Any thread adds; the writer takes all of it. When it holds as many bytes as it may,
/// it takes no more: the caller is told at once.
/// </summary>
internal sealed class WriteQueue(long mostBytes)
{
    private readonly object _lock = new();
    private List<WriteRequest> _waiting = [];
    private long _bytes;
    private bool _woken;
    private bool _stopped;

    public enum Added { Yes, Full, Stopped }

    public Added Add(WriteRequest request)
    {
        lock (_lock)
        {
            if (_stopped) return Added.Stopped;
            // Commands are few: each has a caller who waits for it.
            if (_bytes > mostBytes && request is AppendRequest) return Added.Full;
            _waiting.Add(request);
            _bytes += request.Bytes;
            if (_waiting.Count == 1) Monitor.Pulse(_lock);
            return Added.Yes;
        }
    }

    /// <summary>Lets the writer look around although nothing waits.</summary>
    public void Wake()
    {
        lock (_lock)
        {
            _woken = true;
            Monitor.Pulse(_lock);
        }
    }

    /// <summary>Nothing is added any more; what waits is still taken.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            _stopped = true;
            Monitor.Pulse(_lock);
        }
    }

    /// <summary>Swaps an empty list for what waits; false if it is stopped and empty.</summary>
    /// <param name="patience">How long there may be nothing to do; zero: only looks, <see cref="Timeout.InfiniteTimeSpan"/>: until there is.</param>
    public bool Take(ref List<WriteRequest> batch, TimeSpan patience)
    {
        lock (_lock)
        {
            while (patience != TimeSpan.Zero && _waiting.Count == 0 && !_woken && !_stopped && Monitor.Wait(_lock, patience))
            {
            }
            _woken = false;
            (batch, _waiting) = (_waiting, batch);
            _bytes = 0;
            return batch.Count > 0 || !_stopped;
        }
    }
}
