using System.Text;
using Teahouse.Core.Log;
using Teahouse.Storage.Sqlite;
using static Teahouse.Storage.Suites.Appends;

namespace Teahouse.Storage.Tests.Log;

public sealed class ExpiringTests
{
    /// <summary>Entries of 100 bytes: a page of 16 KiB holds about 150.</summary>
    private static readonly string Words = new('x', 100);

    [Theory]
    [InlineData(0)]
    [InlineData(16 * 1024 * 1024)]
    public async Task What_expires_is_not_in_the_file_any_more(long tail)
    {
        await using var host = await StoreHost.OpenAsync(new StoreOptions { TailBytes = tail });
        var head = await host.Log.TakeAsync(Tea);
        for (var batch = 0; batch < 20; batch++)
        {
            await host.Log.AppendAsync(After(head, Enumerable.Range(1, 100).Select(i => Stored(head.LastSequence + i, $"{Words} number {head.LastSequence + i}."))));
            head = await host.Log.HeadAsync(head.Id);
        }
        await host.Log.AppendAsync(After(head, Presence(1, "was here")));
        await host.Log.ExpireAsync(head.Id, head.Epoch, 1500);
        await host.CloseAsync();
        using (var database = Database.Open(host.File, readOnly: true))
        {
            var pages = database.Prepare("SELECT sum(length(body)), max(last) FROM pages");
            Assert.True(pages.Step());
            // 501 entries of 130 bytes or less, and what little is left of those on the first page.
            Assert.InRange(pages.Long(0), 501 * 100, 501 * 130 + 16 * 1024);
            Assert.Equal(2000, pages.Long(1));
            var presence = database.Prepare("SELECT count(*) FROM presence");
            Assert.True(presence.Step());
            Assert.Equal(0, presence.Long(0));
            var bodies = database.Prepare("SELECT body FROM pages ORDER BY first");
            var text = new StringBuilder();
            while (bodies.Step()) text.Append(Encoding.Latin1.GetString(bodies.Blob(0)));
            Assert.DoesNotContain("number 1499.", text.ToString());
            Assert.Contains("number 1500.", text.ToString());
        }
        await host.RestartAsync();
        Assert.EndsWith("number 1500.", Assert.Single(await host.Log.TextsAsync(head.Id, new LogRange(1, long.MaxValue, 1))));
    }

    [Fact]
    public async Task What_a_run_did_not_get_to_remove_is_removed_by_the_next()
    {
        await using var host = await StoreHost.OpenAsync(new StoreOptions { TailBytes = 0 });
        var head = await host.Log.AppendAsync(await host.Log.TakeAsync(Tea), 2000);
        await host.CloseAsync();
        using (var database = Database.Open(host.File, readOnly: false)) database.Execute("UPDATE conversations SET oldest = 2001");
        await host.RestartAsync();
        await host.RestartAsync();
        using (var database = Database.Open(host.File, readOnly: true))
        {
            var pages = database.Prepare("SELECT count(*) FROM pages");
            Assert.True(pages.Step());
            Assert.Equal(0, pages.Long(0));
        }
        Assert.Empty(await host.Log.ReadAsync(head.Id, new LogRange(1, long.MaxValue, 10)));
    }
}
