namespace Teahouse.Storage.Writing;

/// <summary>
/// A thread of its own that tells the callers of small groups. The pool would wake a second thread to look for more work, and at a low
/// rate that costs more than the telling. Whoever goes on here must not hold it up: what reads from the disk goes to the pool.
/// </summary>
internal sealed class Deliverer : IDisposable
{
    private readonly object _lock = new();
    private readonly Thread _thread;
    private WriteRequest[]? _given;
    private bool _busy;
    private bool _stopped;

    public Deliverer() => _thread = new Thread(Run) { IsBackground = true, Name = "teahouse answers" };

    public void Start() => _thread.Start();

    /// <returns>False if it is at work already: somebody else has to.</returns>
    public bool TryGive(WriteRequest[] requests)
    {
        lock (_lock)
        {
            if (_busy || _stopped) return false;
            _busy = true;
            _given = requests;
            Monitor.Pulse(_lock);
            return true;
        }
    }

    /// <summary>What was given is still told.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _stopped = true;
            Monitor.Pulse(_lock);
        }
    }

    private void Run()
    {
        while (Take() is { } requests)
            foreach (var request in requests) request.Deliver();
    }

    private WriteRequest[]? Take()
    {
        lock (_lock)
        {
            _busy = false;
            while (_given is null && !_stopped) Monitor.Wait(_lock);
            var given = _given;
            _given = null;
            _busy = given is not null;
            return given;
        }
    }
}
