namespace Teahouse.Core.Conversations;

/// <summary>
/// What was said or asked and is not delivered or answered yet, so that one can wait for all that came before. Any thread.
/// </summary>
internal sealed class InFlight
{
    private readonly Lock _gate = new();
    private readonly Queue<Wave> _waitedFor = new();
    private Wave _open;
    private Task _last = Task.CompletedTask;

    public InFlight() => _open = new Wave(this);

    /// <returns>To be left once, when the answer is there.</returns>
    public Wave Enter()
    {
        lock (_gate)
        {
            _open.Count++;
            return _open;
        }
    }

    /// <summary>Ends when everything that entered before this call has left.</summary>
    public Task SettledAsync()
    {
        lock (_gate)
        {
            if (_open.Count > 0)
            {
                _waitedFor.Enqueue(_open);
                _last = _open.Settled.Task;
                _open = new Wave(this);
            }
            return _last;
        }
    }

    private void Leave(Wave wave)
    {
        lock (_gate)
        {
            wave.Count--;
            while (_waitedFor.TryPeek(out var first) && first.Count == 0) _waitedFor.Dequeue().Settled.SetResult();
        }
    }

    /// <summary>Those that came between two waits.</summary>
    internal sealed class Wave(InFlight all)
    {
        public int Count { get; set; }

        public void Leave() => all.Leave(this);

        public TaskCompletionSource Settled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
