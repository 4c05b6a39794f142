using Teahouse.Storage.Suites;

namespace Teahouse.Storage.Tests.Log;

public sealed class MemoryLogTests : MessageLogSuite
{
    protected override Task<LogHost> OpenAsync() => Task.FromResult<LogHost>(new MemoryLogHost());
}

public sealed class MemoryLogReadingTests : MessageLogReadingSuite
{
    protected override Task<LogHost> OpenAsync() => Task.FromResult<LogHost>(new MemoryLogHost());
}

public sealed class SqliteLogTests : MessageLogSuite
{
    protected override async Task<LogHost> OpenAsync() => await StoreHost.OpenAsync();
}

public sealed class SqliteLogReadingTests : MessageLogReadingSuite
{
    protected override async Task<LogHost> OpenAsync() => await StoreHost.OpenAsync();
}

/// <summary>The same where nothing stays in memory: everything is read from pages, and conversations are loaded each time.</summary>
public sealed class SqlitePagedLogTests : MessageLogSuite
{
    protected override async Task<LogHost> OpenAsync() => await StoreHost.OpenAsync(Paged);

    internal static readonly StoreOptions Paged = new() { TailBytes = 0, CachedConversations = 0, Readers = 1 };
}

public sealed class SqlitePagedLogReadingTests : MessageLogReadingSuite
{
    protected override async Task<LogHost> OpenAsync() => await StoreHost.OpenAsync(SqlitePagedLogTests.Paged);
}
