using Teahouse.Core.Accounts;
using Teahouse.Core.ReadMarkers;
using Teahouse.Storage.Suites;

namespace Teahouse.Storage.Tests.ReadMarkers;

public sealed class MemoryReadMarkerTests : ReadMarkerStoreSuite
{
    protected override IReadMarkerStore Markers { get; } = new MemoryReadMarkerStore();

    protected override long Ann => 1;

    protected override long Bob => 2;

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class SqliteReadMarkerTests : ReadMarkerStoreSuite
{
    private StoreHost? _host;
    private long _ann;
    private long _bob;

    protected override IReadMarkerStore Markers => _host!.Store.ReadMarkers;

    protected override long Ann => _ann;

    protected override long Bob => _bob;

    protected override Task RestartAsync() => _host!.RestartAsync();

    public override async ValueTask InitializeAsync()
    {
        _host = await StoreHost.OpenAsync();
        _ann = (await _host.Store.Accounts.CreateAsync(new NewAccount("ann", "ann", "ann", true, false, 1, null, new byte[32])))!.Id;
        _bob = (await _host.Store.Accounts.CreateAsync(new NewAccount("bob", "bob", "bob", true, false, 1, null, new byte[32])))!.Id;
    }

    public override ValueTask DisposeAsync() => _host!.DisposeAsync();

    [Fact]
    public async Task What_is_an_accounts_goes_with_it_and_comes_no_more()
    {
        await Markers.RaiseAsync(Ann, "#tea", 1000);
        await Markers.RaiseAsync(Bob, "#tea", 1000);
        await _host!.Store.Accounts.RemoveAsync(Ann);
        Assert.Null(await Markers.FindAsync(Ann, "#tea"));
        await Markers.RaiseAsync(Ann, "#tea", 2000);
        Assert.Null(await Markers.FindAsync(Ann, "#tea"));
        Assert.Equal(1000, await Markers.FindAsync(Bob, "#tea"));
    }
}
