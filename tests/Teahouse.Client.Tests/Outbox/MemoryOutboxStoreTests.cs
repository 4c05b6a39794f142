using Teahouse.Client.Suites;

namespace Teahouse.Client.Tests;

public sealed class MemoryOutboxStoreTests : OutboxStoreSuite, IAsyncDisposable
{
    private readonly MemoryOutboxStore _root = new();

    public ValueTask DisposeAsync() => _root.DisposeAsync();

    protected override Task<IOutboxStore> OpenAsync() => Task.FromResult<IOutboxStore>(_root.OpenAnother());
}
