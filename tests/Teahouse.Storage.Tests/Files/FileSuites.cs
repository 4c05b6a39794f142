using Teahouse.Core.Accounts;
using Teahouse.Core.Files;
using Teahouse.Storage.Suites;

namespace Teahouse.Storage.Tests.Files;

public sealed class MemoryFileTests : FileStoreSuite
{
    protected override IFileStore Files { get; } = new MemoryFileStore();

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class SqliteFileTests : FileStoreSuite
{
    private StoreHost? _host;

    protected override IFileStore Files => _host!.Store.Files;

    protected override Task RestartAsync() => _host!.RestartAsync();

    public override async ValueTask InitializeAsync() => _host = await StoreHost.OpenAsync();

    public override ValueTask DisposeAsync() => _host!.DisposeAsync();

    [Fact]
    public async Task What_is_an_accounts_goes_with_it()
    {
        var ann = await _host!.Store.Accounts.CreateAsync(new NewAccount("ann", "ann", "ann", true, false, 1, null, new byte[32]));
        await Files.AddAsync(Sample("anns", ann!.Id), 1000, 1000);
        await Files.AddAsync(Sample("others", ann.Id + 1), 1000, 1000);
        await _host.Store.Accounts.RemoveAsync(ann.Id);
        Assert.Equal(["anns"], await Files.UnknownAsync(["anns", "others"]));
    }
}
