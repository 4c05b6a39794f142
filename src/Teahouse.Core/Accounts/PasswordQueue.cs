namespace Teahouse.Core.Accounts;

/// <summary>
/// Password checks, a few at once and the others in a bounded line, so that thousands of clients that come back after
/// a restart neither starve the chat nor pile up. The work has threads of its own: on the thread pool it would hold back
/// every message. A full line is said at once, and who asked tries again later. Any thread may use it.
/// </summary>
public sealed class PasswordQueue : IDisposable
{
    private readonly int _capacity;
    private readonly object _gate = new();
    private readonly Queue<Action> _waiting = new();
    private readonly Thread[] _threads;
    private volatile bool _closed;

    /// <param name="atOnce">Checks that run at the same time: at most one per core.</param>
    /// <param name="capacity">Checks that may wait.</param>
    public PasswordQueue(int atOnce, int capacity = 1024)
    {
        _capacity = capacity;
        _threads = new Thread[atOnce];
        for (var i = 0; i < atOnce; i++)
        {
            _threads[i] = new Thread(Work) { IsBackground = true, Name = "passwords", Priority = ThreadPriority.BelowNormal };
            _threads[i].Start();
        }
    }

    /// <summary>
    /// Runs the work in its turn; null if the line is full. Work whose asker has gone, or that still waits when the queue
    /// is closed, is cancelled.
    /// </summary>
    internal Task<T>? TryRun<T>(Func<T> work, CancellationToken cancel)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            // Closed: nothing is taken any more, as if the line were full.
            if (_closed || _waiting.Count >= _capacity) return null;
            _waiting.Enqueue(Run);
            Monitor.Pulse(_gate);
        }
        return done.Task;

        void Run()
        {
            if (_closed || cancel.IsCancellationRequested)
            {
                done.SetCanceled(cancel);
                return;
            }
            try
            {
                done.SetResult(work());
            }
            catch (Exception fault)
            {
                // Whoever awaits it gets it; the thread lives on for the others.
                done.SetException(fault);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
        foreach (var thread in _threads) thread.Join();
    }

    private void Work()
    {
        while (Next() is { } work) work();
    }

    /// <summary>Waits for work; null when the queue is closed and empty.</summary>
    private Action? Next()
    {
        lock (_gate)
        {
            while (_waiting.Count == 0 && !_closed) Monitor.Wait(_gate);
            return _waiting.TryDequeue(out var work) ? work : null;
        }
    }
}
