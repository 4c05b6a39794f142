using Teahouse.Core.Log;
using Teahouse.Storage.Log;
using static Teahouse.Storage.Suites.Appends;

namespace Teahouse.Storage.Tests.Log;

/// <summary>Pages are moved without a sync of their own; what is said after that is synced as before.</summary>
public sealed class SyncTests
{
    private const long Full = 2;

    [Theory]
    [InlineData(0)]
    [InlineData(16 * 1024 * 1024)]
    public async Task A_commit_after_pages_were_written_is_synced(long tail)
    {
        await using var host = await StoreHost.OpenAsync(new StoreOptions { TailBytes = tail });
        await host.Log.AppendAsync(await host.Log.TakeAsync(Tea), 2000);
        var (pages, level) = await ((SqliteMessageLog)host.Log).Writer.RunAsync(
            database =>
            {
                var pages = database.Prepare("SELECT count(*) FROM pages");
                var level = database.Prepare("PRAGMA synchronous");
                Assert.True(pages.Step() && level.Step());
                var found = (pages.Long(0), level.Long(0));
                pages.Reset();
                level.Reset();
                return found;
            },
            TestContext.Current.CancellationToken);
        Assert.Equal(tail == 0, pages > 0);
        Assert.Equal(Full, level);
    }
}
