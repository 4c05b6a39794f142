using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace Teahouse.Web.Browser;

[SupportedOSPlatform("browser")]
public sealed partial class BrowserMessageActs : IMessageActs
{
    private const string Module = "messages";

    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../js/messages.js");

    public void Attach(string pane, Action<string, string, string> act) => JsAttach(pane, act);

    public void Open(string menu, string key, Action closed) => JsOpen(menu, key, closed);

    public void Close(string menu) => JsClose(menu);

    public void Show(string pane, string key) => JsShow(pane, key);

    public void Pick(string pane, string key, Action<int> told) => JsPick(pane, key, told);

    public string Picked() => JsPicked();

    public void EndPicking() => JsEndPicking();

    public Task<bool> CopyAsync(string text) => JsCopyAsync(text);

    [JSImport("attach", Module)]
    private static partial void JsAttach(
        string pane, [JSMarshalAs<JSType.Function<JSType.String, JSType.String, JSType.String>>] Action<string, string, string> act);

    [JSImport("open", Module)]
    private static partial void JsOpen(string menu, string key, [JSMarshalAs<JSType.Function>] Action closed);

    [JSImport("close", Module)]
    private static partial void JsClose(string menu);

    [JSImport("show", Module)]
    private static partial void JsShow(string pane, string key);

    [JSImport("pick", Module)]
    private static partial void JsPick(string pane, string key, [JSMarshalAs<JSType.Function<JSType.Number>>] Action<int> told);

    [JSImport("picked", Module)]
    private static partial string JsPicked();

    [JSImport("endPicking", Module)]
    private static partial void JsEndPicking();

    [JSImport("copy", Module)]
    private static partial Task<bool> JsCopyAsync(string text);
}
