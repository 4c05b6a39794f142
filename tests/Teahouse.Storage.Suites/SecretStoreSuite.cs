using Teahouse.Core.Accounts;

namespace Teahouse.Storage.Suites;

/// <summary>What every store of secrets does. A derived class says which store.</summary>
public abstract class SecretStoreSuite : IAsyncLifetime
{
    /// <summary>The store under test; another object after a restart.</summary>
    protected abstract ISecretStore Secrets { get; }

    protected virtual Task RestartAsync() => Task.CompletedTask;

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task A_secret_is_set_replaced_and_removed()
    {
        Assert.Null(await Secrets.GetAsync("key"));
        await Secrets.SetAsync("key", [1, 2, 3]);
        await RestartAsync();
        Assert.Equal([1, 2, 3], await Secrets.GetAsync("key"));
        await Secrets.SetAsync("key", []);
        Assert.Empty((await Secrets.GetAsync("key"))!);
        await Secrets.SetAsync("key", null);
        Assert.Null(await Secrets.GetAsync("key"));
    }

    [Fact]
    public async Task What_was_handed_in_or_out_is_nobody_elses()
    {
        byte[] value = [1, 2, 3];
        await Secrets.SetAsync("key", value);
        value[0] = 9;
        var read = await Secrets.GetAsync("key");
        read![1] = 9;
        Assert.Equal([1, 2, 3], await Secrets.GetAsync("key"));
    }

    [Fact]
    public async Task Two_who_make_a_secret_get_the_same_one()
    {
        byte next = 0;
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Secrets.GetOrAddAsync("key", () => [++next]).AsTask()));
        Assert.All(made, value => Assert.Equal(made[0], value));
        await RestartAsync();
        Assert.Equal(made[0], await Secrets.GetOrAddAsync("key", () => [99]));
    }
}
