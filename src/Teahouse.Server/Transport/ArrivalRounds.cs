namespace Teahouse.Server.Transport;

/// <summary>
/// Lets one wait until every thread that watches sockets has been round: what the system had received before is then in its session's
/// hands. Each of these threads has a <see cref="Bell"/>; all who ask while a round is under way wait for the next one. Any thread.
/// </summary>
internal sealed class ArrivalRounds : IDisposable
{
    private readonly Lock _gate = new();
    private readonly IReadOnlyList<Bell> _bells;
    private TaskCompletionSource? _running;
    private TaskCompletionSource? _next;
    private int _silent;
    private bool _disposed;

    public ArrivalRounds(IReadOnlyList<Bell> bells)
    {
        _bells = bells;
        foreach (var bell in bells) bell.Heard += Heard;
    }

    /// <summary>How many threads are waited for.</summary>
    public int Threads => _bells.Count;

    /// <param name="threads">How many watch sockets: the runtime deals the sockets out among them in turn.</param>
    public static async Task<ArrivalRounds> StartAsync(int threads)
    {
        var bells = new Dictionary<int, Bell>();
        // Others open sockets meanwhile, and take a turn.
        for (var i = 0; i < 4 * threads && bells.Count < threads; i++)
        {
            var bell = new Bell();
            if (!bells.TryAdd(await bell.ThreadAsync(), bell)) bell.Dispose();
        }
        return new ArrivalRounds([.. bells.Values]);
    }

    /// <summary>Ends when all have been round since the call.</summary>
    public Task RoundAsync()
    {
        Task round;
        lock (_gate)
        {
            if (_disposed) return Task.CompletedTask;
            // The round that is under way may have begun too early for the caller.
            if (_running is not null) return (_next ??= NewRound()).Task;
            round = (_running = NewRound()).Task;
            _silent = _bells.Count;
        }
        Ring();
        return round;
    }

    public void Dispose()
    {
        foreach (var bell in _bells) bell.Dispose();
        lock (_gate)
        {
            _disposed = true;
            _running?.TrySetResult();
            _next?.TrySetResult();
        }
    }

    private static TaskCompletionSource NewRound() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Ring()
    {
        foreach (var bell in _bells) bell.Ring();
    }

    private void Heard()
    {
        lock (_gate)
        {
            if (_disposed || _running is null || --_silent > 0) return;
            _running.SetResult();
            (_running, _next) = (_next, null);
            if (_running is null) return;
            _silent = _bells.Count;
        }
        Ring();
    }
}
