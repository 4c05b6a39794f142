using System.Collections.Concurrent;

namespace Teahouse.Core.Delivery;

/// <summary>The bytes that wait in all send queues together. When they pass the bound, the longest queue overflows first.</summary>
internal sealed class SendBudget(long limit)
{
    private const string TooMuch = "Too much is waiting for all connections together, and most of it for this one";

    private readonly ConcurrentDictionary<SendQueue, byte> _queues = new();
    private readonly Lock _dropping = new();
    private long _waiting;

    /// <summary>Bytes waiting now.</summary>
    public long Waiting => Volatile.Read(ref _waiting);

    public void Enter(SendQueue queue) => _queues.TryAdd(queue, 0);

    public void Leave(SendQueue queue) => _queues.TryRemove(queue, out _);

    public void Add(long bytes) => Interlocked.Add(ref _waiting, bytes);

    /// <summary>Empties queues until the bound holds. Never called under a queue's lock: it takes those of others.</summary>
    public void Enforce()
    {
        if (limit == 0 || Waiting <= limit) return;
        lock (_dropping)
            while (Waiting > limit && Longest() is { } longest)
                if (!longest.TryMakeRoom(TooMuch)) longest.Close(TooMuch);
    }

    private SendQueue? Longest()
    {
        SendQueue? longest = null;
        foreach (var (queue, _) in _queues)
            if (queue.IsOpen && (longest is null || queue.Waiting > longest.Waiting)) longest = queue;
        return longest;
    }
}
