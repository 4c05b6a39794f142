using System.Collections.Immutable;

namespace Teahouse.Core.Operators;

/// <summary>Bans that live as long as the process. Any thread may use it; every call completes at once.</summary>
public sealed class MemoryBanStore : IBanStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, Ban> _bans = [];
    private long _last;

    public ValueTask<ImmutableArray<Ban>> ListAsync(CancellationToken cancel = default)
    {
        lock (_lock) return new([.. _bans.Values]);
    }

    public ValueTask<Ban> AddAsync(Ban ban, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            if (_bans.Values.FirstOrDefault(b => b.Kind == ban.Kind && b.Mask == ban.Mask) is { } known) _bans.Remove(known.Id);
            var added = ban with { Id = ++_last };
            _bans.Add(added.Id, added);
            return new(added);
        }
    }

    public ValueTask<bool> RemoveAsync(long id, CancellationToken cancel = default)
    {
        lock (_lock) return new(_bans.Remove(id));
    }
}
