using Teahouse.Core.Operators;

namespace Teahouse.Storage.Suites;

/// <summary>What every store of bans does. A derived class says which store.</summary>
public abstract class BanStoreSuite : IAsyncLifetime
{
    private static readonly Ban Example = new(0, BanKind.Network, "198.51.100.0/24", "spam, 垃圾", true, "ann", 1_800_000_000_000, 1_800_000_060_000);

    /// <summary>The store under test; another object after a restart.</summary>
    protected abstract IBanStore Bans { get; }

    protected virtual Task RestartAsync() => Task.CompletedTask;

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task A_ban_is_kept_as_it_was_made_until_it_is_removed()
    {
        var network = await Bans.AddAsync(Example);
        var account = await Bans.AddAsync(Example with { Kind = BanKind.Account, Mask = "bob", Silent = false, Expires = 0 });
        Assert.True(network.Id > 0);
        Assert.True(account.Id > network.Id);
        await RestartAsync();
        Assert.Equal([network, account], await Bans.ListAsync());
        Assert.Equal(Example with { Id = network.Id }, network);
        Assert.True(await Bans.RemoveAsync(network.Id));
        Assert.False(await Bans.RemoveAsync(network.Id));
        Assert.Equal([account], await Bans.ListAsync());
    }

    [Fact]
    public async Task There_is_one_for_each_kind_and_mask()
    {
        var first = await Bans.AddAsync(Example);
        var other = await Bans.AddAsync(Example with { Kind = BanKind.Mask });
        var second = await Bans.AddAsync(Example with { Reason = "again" });
        Assert.True(second.Id > other.Id);
        Assert.NotEqual(first.Id, second.Id);
        await RestartAsync();
        Assert.Equal([other, second], await Bans.ListAsync());
    }
}
