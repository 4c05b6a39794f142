namespace Teahouse.Check.Driving;

internal enum Phase
{
    /// <summary>Everybody comes in; nobody writes yet.</summary>
    Gathering,
    Writing,

    /// <summary>Nothing new is written; what has no answer yet gets it.</summary>
    Settling,

    /// <summary>Everybody makes sure of having received everything.</summary>
    Ending,
}

/// <summary>What all clients of a run share. Any thread.</summary>
/// <param name="mark">Of this run: the beginning of all its messages.</param>
/// <param name="limit">How many messages are written, at the most.</param>
internal sealed class Traffic(Scene scene, string mark, int limit)
{
    private readonly string[] _nicks = [.. Enumerable.Range(0, scene.Clients).Select(scene.Name)];
    private volatile Phase _phase;
    private int _taken;

    public Scene Scene => scene;

    public string Mark => mark;

    public Ticks Ticks { get; } = new();

    public Phase Phase
    {
        get => _phase;
        set => _phase = value;
    }

    /// <summary>How many messages have been written.</summary>
    public int Written => Math.Min(limit, Volatile.Read(ref _taken));

    /// <summary>Completed when the last message has been taken.</summary>
    public TaskCompletionSource AllTaken { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The number of the next message; false when there is none left, or no more is to be written.</summary>
    public bool TryTake(out int number)
    {
        number = -1;
        if (_phase != Phase.Writing) return false;
        number = Interlocked.Increment(ref _taken) - 1;
        if (number >= limit - 1) AllTaken.TrySetResult();
        return number < limit;
    }

    public string NickOf(int client) => Volatile.Read(ref _nicks[client]);

    public void SetNick(int client, string nick) => Volatile.Write(ref _nicks[client], nick);
}
