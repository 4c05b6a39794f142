using Microsoft.Playwright;
using Teahouse.Client;

namespace Teahouse.EndToEnd.Web;

/// <summary>An outbox in a real browser: a page, and the script that the web client uses. Disposing ends the page.</summary>
internal sealed class PageOutboxStore(IPage page) : IOutboxStore
{
    public static async Task<IOutboxStore> OpenAsync(IBrowserContext person, string address)
    {
        var page = await ScriptPage.OpenAsync(person, address);
        await page.EvaluateAsync("async () => { window.outbox = await import('/js/outbox.js'); await window.outbox.open(); }");
        return new PageOutboxStore(page);
    }

    public async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(string account) =>
        OutboxCodec.DecodeList(await page.EvaluateAsync<string>("account => window.outbox.claim(account)", account));

    public async Task AddAsync(OutboxMessage message) =>
        await page.EvaluateAsync("m => window.outbox.add(...m)", new[] { Name(message), message.Account, OutboxCodec.Encode(message) });

    public Task<bool> ReplaceAsync(OutboxMessage message, OutboxMessage? rest = null) => page.EvaluateAsync<bool>(
        "m => window.outbox.replace(...m)",
        new[] { Name(message), OutboxCodec.Encode(message), rest is null ? "" : Name(rest), rest is null ? "" : OutboxCodec.Encode(rest) });

    public async Task RemoveAsync(Guid key) => await page.EvaluateAsync("key => window.outbox.remove(key)", key.ToString("D"));

    public async ValueTask DisposeAsync()
    {
        // As a person leaves: the page hears of it.
        if (!page.IsClosed) await page.GotoAsync("about:blank");
        await page.CloseAsync();
    }

    private static string Name(OutboxMessage message) => message.Key.ToString("D");
}
