using Microsoft.Playwright;
using Teahouse.Client;

namespace Teahouse.EndToEnd.Web;

/// <summary>An outbox in a real browser: a page, and the script that the web client uses. Disposing ends the page.</summary>
/// <param name="life">The lock that it holds while it lives; empty: there are none.</param>
internal sealed class PageOutboxStore(IPage page, string address, string life) : IOutboxStore
{
    public static async Task<IOutboxStore> OpenAsync(IBrowserContext person, string address)
    {
        var page = await ScriptPage.OpenAsync(person, address);
        var life = await page.EvaluateAsync<string>("""
            async () => {
                const held = async () => new Set((await navigator.locks?.query())?.held.map((lock) => lock.name));
                const others = await held();
                window.outbox = await import('/js/outbox.js');
                await window.outbox.open();
                return [...await held()].find((name) => !others.has(name)) ?? "";
            }
            """);
        return new PageOutboxStore(page, address, life);
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
        // The browser lets go of the lock a moment later, and says so only to who asks for it.
        if (life.Length == 0) return;
        var next = await ScriptPage.OpenAsync(page.Context, address);
        await next.EvaluateAsync("life => navigator.locks.request(life, () => { })", life);
        await next.CloseAsync();
    }

    private static string Name(OutboxMessage message) => message.Key.ToString("D");
}
