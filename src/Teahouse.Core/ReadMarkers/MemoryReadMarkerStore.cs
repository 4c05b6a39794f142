namespace Teahouse.Core.ReadMarkers;

/// <summary>Marks that live as long as the process.</summary>
public sealed class MemoryReadMarkerStore : IReadMarkerStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, ReadMarks> _accounts = [];

    public ValueTask<long?> FindAsync(long account, string conversation, CancellationToken cancel = default)
    {
        lock (_gate) return new(_accounts.TryGetValue(account, out var marks) ? marks.Find(conversation) : null);
    }

    public ValueTask<ReadMark> RaiseAsync(long account, string conversation, long time, CancellationToken cancel = default)
    {
        lock (_gate)
        {
            if (!_accounts.TryGetValue(account, out var marks)) _accounts[account] = marks = new ReadMarks(IReadMarkerStore.Most);
            return new(marks.Raise(conversation, time));
        }
    }
}
