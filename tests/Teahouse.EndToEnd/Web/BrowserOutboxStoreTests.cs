using Microsoft.Playwright;
using Teahouse.Client;
using Teahouse.Client.Suites;

namespace Teahouse.EndToEnd.Web;

/// <summary>The outbox in a browser that has locks.</summary>
public sealed class BrowserOutboxStoreTests : BrowserOutboxStoreSuite
{
    protected override string Address => ScriptPage.Secure;

    [Fact]
    public async Task Of_a_page_that_crashed_everything_is_taken_over()
    {
        var dying = await ScriptPage.OpenAsync(Person, Address);
        await dying.EvaluateAsync("""
            async () => {
                const outbox = await import('/js/outbox.js');
                await outbox.open();
                await outbox.add('1', 'ann', JSON.stringify({ Key: '00000001-0000-7000-8000-000000000000', Account: 'ann', Conversation: '#tea', Text: 'one', Written: '2026-05-01T12:00:00Z' }));
            }
            """);
        await using var living = await OpenAsync();
        Assert.Empty(await living.ClaimAsync("ann"));
        await Assert.ThrowsAsync<PlaywrightException>(() => dying.GotoAsync("chrome://crash"));
        IReadOnlyList<OutboxMessage> claimed = [];
        await Patience.SeeAsync(async () => (claimed = await living.ClaimAsync("ann")).Count > 0 ? "" : null, () => "The lock of the crashed page is still held.");
        Assert.Equal("one", Assert.Single(claimed).Text);
    }
}

/// <summary>The outbox where there are no locks: tabs say that they live.</summary>
public sealed class BrowserOutboxStoreWithoutLocksTests : BrowserOutboxStoreSuite
{
    protected override string Address => ScriptPage.Insecure;
}

/// <summary>One browser per test: an outbox to itself.</summary>
public abstract class BrowserOutboxStoreSuite : OutboxStoreSuite, IAsyncLifetime
{
    private Chromium? _browser;

    protected abstract string Address { get; }

    internal IBrowserContext Person { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _browser = await Chromium.StartAsync();
        Person = await _browser.PersonAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_browser is not null) await _browser.DisposeAsync();
    }

    protected override Task<IOutboxStore> OpenAsync() => PageOutboxStore.OpenAsync(Person, Address);
}
