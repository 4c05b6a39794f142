using System.Collections.Concurrent;

namespace Teahouse.Check.Faults;

/// <summary>What happens to connections while the run goes on, and how often each kind has happened. Any thread.</summary>
/// <param name="plan">For a client's connection, counted from 1.</param>
internal sealed class FaultSource(Func<int, int, FaultPlan> plan)
{
    private readonly ConcurrentDictionary<FaultKinds, int> _counts = new();
    private volatile bool _isOver;

    /// <summary>Nothing happens any more. What is half-open stays so until its client gives up.</summary>
    public bool IsOver => _isOver;

    public IReadOnlyDictionary<FaultKinds, int> Counts => new SortedDictionary<FaultKinds, int>(_counts);

    public FaultPlan Plan(int client, int connection) => _isOver ? FaultPlan.None : plan(client, connection);

    public void Count(FaultKinds kind) => _counts.AddOrUpdate(kind, 1, static (_, count) => count + 1);

    public void End() => _isOver = true;
}
