using Teahouse.Core.Accounts;
using Teahouse.Storage.Suites;

namespace Teahouse.Storage.Tests.Accounts;

public sealed class MemoryAccountTests : AccountStoreSuite
{
    protected override IAccountStore Accounts { get; } = new MemoryAccountStore();

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class MemorySecretTests : SecretStoreSuite
{
    protected override ISecretStore Secrets { get; } = new MemorySecretStore();

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class SqliteAccountTests : AccountStoreSuite
{
    private StoreHost? _host;

    protected override IAccountStore Accounts => _host!.Store.Accounts;

    protected override Task RestartAsync() => _host!.RestartAsync();

    public override async ValueTask InitializeAsync() => _host = await StoreHost.OpenAsync();

    public override ValueTask DisposeAsync() => _host!.DisposeAsync();
}

public sealed class SqliteSecretTests : SecretStoreSuite
{
    private StoreHost? _host;

    protected override ISecretStore Secrets => _host!.Store.Secrets;

    protected override Task RestartAsync() => _host!.RestartAsync();

    public override async ValueTask InitializeAsync() => _host = await StoreHost.OpenAsync();

    public override ValueTask DisposeAsync() => _host!.DisposeAsync();
}
