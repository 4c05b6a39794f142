using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using Teahouse.Client;

namespace Teahouse.Web.Browser;

/// <summary>The outbox of this browser, shared by its tabs, through <c>js/outbox.js</c>. It ends with the page.</summary>
[SupportedOSPlatform("browser")]
public sealed partial class BrowserOutboxStore : IOutboxStore
{
    private const string Module = "outbox";

    private BrowserOutboxStore() { }

    /// <summary>Null where this browser keeps nothing: what is written then ends with the page.</summary>
    public static async Task<BrowserOutboxStore?> OpenAsync()
    {
        await JSHost.ImportAsync(Module, "../js/outbox.js");
        try
        {
            await JsOpen();
            return new();
        }
        catch (JSException)
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<OutboxMessage>> ClaimAsync(string account) => OutboxCodec.DecodeList(await TellAsync(() => JsClaim(account)));

    public Task AddAsync(OutboxMessage message) => TellAsync(async () =>
    {
        await JsAdd(Name(message), message.Account, OutboxCodec.Encode(message));
        return true;
    });

    public Task<bool> ReplaceAsync(OutboxMessage message, OutboxMessage? rest = null) => TellAsync(() => JsReplace(
        Name(message), OutboxCodec.Encode(message), rest is null ? "" : Name(rest), rest is null ? "" : OutboxCodec.Encode(rest)));

    public Task RemoveAsync(Guid key) => TellAsync(async () =>
    {
        await JsRemove(key.ToString("D"));
        return true;
    });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string Name(OutboxMessage message) => message.Key.ToString("D");

    private static async Task<T> TellAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (JSException e)
        {
            throw new OutboxException(e.Message, e);
        }
    }

    [JSImport("open", Module)]
    private static partial Task JsOpen();

    [JSImport("claim", Module)]
    private static partial Task<string> JsClaim(string account);

    [JSImport("add", Module)]
    private static partial Task JsAdd(string key, string account, string body);

    [JSImport("replace", Module)]
    private static partial Task<bool> JsReplace(string key, string body, string restKey, string restBody);

    [JSImport("remove", Module)]
    private static partial Task JsRemove(string key);
}
