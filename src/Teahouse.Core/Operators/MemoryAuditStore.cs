using System.Collections.Immutable;

namespace Teahouse.Core.Operators;

/// <summary>A log of what operators did that lives as long as the process. Any thread may use it; every call completes at once.</summary>
public sealed class MemoryAuditStore : IAuditStore
{
    private readonly Lock _lock = new();
    private readonly Queue<AuditEntry> _entries = new();

    public ValueTask AddAsync(AuditEntry entry, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            if (_entries.Count == IAuditStore.Most) _entries.Dequeue();
            _entries.Enqueue(entry);
        }
        return default;
    }

    public ValueTask<ImmutableArray<AuditEntry>> ReadAsync(int most, CancellationToken cancel = default)
    {
        lock (_lock) return new([.. _entries.Reverse().Take(most)]);
    }
}
