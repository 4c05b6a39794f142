using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace Teahouse.Web.Browser;

[SupportedOSPlatform("browser")]
public sealed partial class BrowserDialogs : IDialogs
{
    private const string Module = "dialog";

    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../js/dialog.js");

    public void Open(string id, Action closed) => JsOpen(id, closed);

    public void Close(string id) => JsClose(id);

    [JSImport("open", Module)]
    private static partial void JsOpen(string id, [JSMarshalAs<JSType.Function>] Action closed);

    [JSImport("close", Module)]
    private static partial void JsClose(string id);
}
