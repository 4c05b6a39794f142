using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using Teahouse.Client;
using Teahouse.Protocol;
using Teahouse.Web.Offline;

namespace Teahouse.Web.Browser;

/// <summary>What this browser has seen, shared by its tabs, through <c>js/archive.js</c> and <c>js/seeking.js</c>.</summary>
[SupportedOSPlatform("browser")]
public sealed partial class BrowserMessageArchive : IMessageArchive
{
    private const string Module = "archive";
    private const string Seeking = "seeking";

    public static Task LoadAsync() => Task.WhenAll(JSHost.ImportAsync(Module, "../js/archive.js"), JSHost.ImportAsync(Seeking, "../js/seeking.js"));

    public async Task<IReadOnlyList<ArchivedConversation>> OpenAsync(string account, int most) =>
        ArchiveCodec.DecodeConversations(await TellAsync(() => JsLoad(account, most)));

    public void Keep(string account, IReadOnlyList<ArchiveChange> changes) => JsKeep(account, ArchiveCodec.Encode(changes));

    public async Task<IReadOnlyList<string>> BeforeAsync(string conversation, SequenceTag before, int most) =>
        ArchiveCodec.DecodeLines(await TellAsync(() => JsBefore(conversation, before.Epoch, before.Number, most)));

    public async Task<IReadOnlyList<string>> AroundAsync(string conversation, string messageId, int most) =>
        ArchiveCodec.DecodeLines(await TellAsync(() => JsAround(conversation, messageId, most)));

    public async Task<IReadOnlyList<string>> SearchAsync(SearchQuestion question, int most) => ArchiveCodec.DecodeLines(await TellAsync(() => JsSearch(
        question.Text, question.In ?? "", question.From ?? "", Millis(question.After), Millis(question.Before), most)));

    public Task ClearAsync() => TellAsync(async () =>
    {
        await JsClear();
        return true;
    });

    private static double Millis(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds() ?? double.NaN;

    private static async Task<T> TellAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (JSException e)
        {
            throw new ArchiveException(e.Message, e);
        }
    }

    [JSImport("load", Module)]
    private static partial Task<string> JsLoad(string account, int most);

    [JSImport("keep", Module)]
    private static partial void JsKeep(string account, string changes);

    [JSImport("before", Module)]
    private static partial Task<string> JsBefore(string name, int epoch, double number, int most);

    [JSImport("around", Seeking)]
    private static partial Task<string> JsAround(string name, string id, int most);

    [JSImport("search", Seeking)]
    private static partial Task<string> JsSearch(string text, string name, string from, double after, double before, int most);

    [JSImport("clear", Module)]
    private static partial Task JsClear();
}
