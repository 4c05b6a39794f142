using Teahouse.Core.Accounts;
using Teahouse.Core.Metadata;
using Teahouse.Storage.Suites;

namespace Teahouse.Storage.Tests.Metadata;

public sealed class MemoryMetadataTests : MetadataStoreSuite
{
    protected override IMetadataStore Metadata { get; } = new MemoryMetadataStore();

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class SqliteMetadataTests : MetadataStoreSuite
{
    private StoreHost? _host;

    protected override IMetadataStore Metadata => _host!.Store.Metadata;

    protected override Task RestartAsync() => _host!.RestartAsync();

    public override async ValueTask InitializeAsync() => _host = await StoreHost.OpenAsync();

    public override ValueTask DisposeAsync() => _host!.DisposeAsync();

    [Fact]
    public async Task What_is_an_accounts_goes_with_it()
    {
        var accounts = _host!.Store.Accounts;
        var ann = await accounts.CreateAsync(new NewAccount("ann", "ann", "ann", true, false, 1, null, new byte[32]));
        await Metadata.SetAsync($"a{ann!.Id}", [new("color", "red")]);
        await Metadata.SetAsync($"a{ann.Id + 1}", [new("color", "blue")]);
        await accounts.RemoveAsync(ann.Id);
        Assert.Equal([$"a{ann.Id + 1}"], await Metadata.ScopesAsync("a"));
    }
}
