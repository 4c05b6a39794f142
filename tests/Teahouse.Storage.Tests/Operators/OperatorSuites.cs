using Teahouse.Core.Operators;
using Teahouse.Storage.Suites;

namespace Teahouse.Storage.Tests.Operators;

public sealed class MemoryBanTests : BanStoreSuite
{
    protected override IBanStore Bans { get; } = new MemoryBanStore();

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class SqliteBanTests : BanStoreSuite
{
    private StoreHost? _host;

    protected override IBanStore Bans => _host!.Store.Bans;

    protected override Task RestartAsync() => _host!.RestartAsync();

    public override async ValueTask InitializeAsync() => _host = await StoreHost.OpenAsync();

    public override ValueTask DisposeAsync() => _host!.DisposeAsync();
}

public sealed class MemoryAuditTests : AuditStoreSuite
{
    protected override IAuditStore Audit { get; } = new MemoryAuditStore();

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

public sealed class SqliteAuditTests : AuditStoreSuite
{
    private StoreHost? _host;

    protected override IAuditStore Audit => _host!.Store.Audit;

    protected override Task RestartAsync() => _host!.RestartAsync();

    public override async ValueTask InitializeAsync() => _host = await StoreHost.OpenAsync();

    public override ValueTask DisposeAsync() => _host!.DisposeAsync();
}
