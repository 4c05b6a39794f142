using Teahouse.Core.Metadata;

namespace Teahouse.Storage.Suites;

/// <summary>What every store of metadata does. A derived class says which store.</summary>
public abstract class MetadataStoreSuite : IAsyncLifetime
{
    /// <summary>The store under test; another object after a restart.</summary>
    protected abstract IMetadataStore Metadata { get; }

    protected virtual Task RestartAsync() => Task.CompletedTask;

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task Keys_are_set_replaced_and_removed_together()
    {
        Assert.Empty(await Metadata.ReadAsync("a1"));
        await Metadata.SetAsync("a1", [new("color", "red"), new("url", "")]);
        await Metadata.SetAsync("a1", [new("color", "茶"), new("name", "Ann"), new("none", null)]);
        await RestartAsync();
        var values = await Metadata.ReadAsync("a1");
        Assert.Equal(["color=茶", "name=Ann", "url="], values.Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal));
        await Metadata.SetAsync("a1", [new("color", null), new("name", null)]);
        Assert.Equal(["url"], (await Metadata.ReadAsync("a1")).Keys);
    }

    [Fact]
    public async Task Scopes_know_nothing_of_each_other()
    {
        await Metadata.SetAsync("a1", [new("color", "red")]);
        await Metadata.SetAsync("a11", [new("color", "blue")]);
        await Metadata.RemoveAsync("a1");
        await RestartAsync();
        Assert.Empty(await Metadata.ReadAsync("a1"));
        Assert.Equal("blue", (await Metadata.ReadAsync("a11"))["color"]);
    }

    [Fact]
    public async Task Scopes_are_listed_while_they_have_a_key()
    {
        await Metadata.SetAsync("#tea/5", [new("url", "x")]);
        await Metadata.SetAsync("#cake/7", [new("url", "x")]);
        await Metadata.SetAsync("a1", [new("url", "x")]);
        Assert.Equal(["#cake/7", "#tea/5"], await Metadata.ScopesAsync("#"));
        await Metadata.SetAsync("#tea/5", [new("url", null)]);
        await RestartAsync();
        Assert.Equal(["#cake/7"], await Metadata.ScopesAsync("#"));
        Assert.Equal(["#cake/7", "a1"], await Metadata.ScopesAsync(""));
    }
}
