using Teahouse.Core.Operators;

namespace Teahouse.Storage.Suites;

/// <summary>What every log of operators' doings does. A derived class says which one.</summary>
public abstract class AuditStoreSuite : IAsyncLifetime
{
    /// <summary>The store under test; another object after a restart.</summary>
    protected abstract IAuditStore Audit { get; }

    protected virtual Task RestartAsync() => Task.CompletedTask;

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task The_newest_is_read_first()
    {
        var one = new AuditEntry(5, "ann (boss)", "KILL", "bob", "spam");
        var two = new AuditEntry(5, "ann (boss)", "UBAN ADD", "198.51.100.0/24", "垃圾");
        await Audit.AddAsync(one);
        await Audit.AddAsync(two);
        await RestartAsync();
        Assert.Equal([two, one], await Audit.ReadAsync(10));
        Assert.Equal([two], await Audit.ReadAsync(1));
    }

    [Fact]
    public async Task The_oldest_is_forgotten_beyond_the_bound()
    {
        await Task.WhenAll(Enumerable.Range(0, IAuditStore.Most + 20).Select(i => Audit.AddAsync(new AuditEntry(i, "ann", "KILL", "", "")).AsTask()));
        Assert.Equal(IAuditStore.Most, (await Audit.ReadAsync(int.MaxValue)).Length);
    }
}
