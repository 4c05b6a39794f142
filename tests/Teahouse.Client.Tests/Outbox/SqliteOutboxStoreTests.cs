using Teahouse.Client.Sqlite;
using Teahouse.Client.Suites;

namespace Teahouse.Client.Tests;

public sealed class SqliteOutboxStoreTests : OutboxStoreSuite, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("th-outbox-").FullName;

    private string File => Path.Combine(_folder, "outbox.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_no_outbox_is_refused_with_a_reason()
    {
        await System.IO.File.WriteAllTextAsync(File, string.Concat(Enumerable.Repeat("not a database ", 100)), TestContext.Current.CancellationToken);
        Assert.Contains("database", (await Assert.ThrowsAsync<OutboxException>(OpenAsync)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_left_of_sessions_that_ended()
    {
        await (await OpenAsync()).DisposeAsync();
        Assert.DoesNotContain(Directory.GetFiles(_folder), f => f.EndsWith(".session", StringComparison.Ordinal));
    }

    protected override async Task<IOutboxStore> OpenAsync() => await SqliteOutboxStore.OpenAsync(File);
}
