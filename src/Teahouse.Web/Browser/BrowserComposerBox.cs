using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace Teahouse.Web.Browser;

[SupportedOSPlatform("browser")]
public sealed partial class BrowserComposerBox : IComposerBox
{
    private const string Module = "composer";

    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../js/composer.js");

    public void Attach(string id, Func<string, bool> send, Action<bool> typing) => JsAttach(id, send, typing);

    public void Complete(string id, string list, Action<string> asked) => JsComplete(id, list, asked);

    public void SendBy(string id, bool control) => JsSendBy(id, control);

    public void Submit(string id) => JsSubmit(id);

    public void Show(string id, string room) => JsShow(id, room);

    public void Rename(string id, string from, string to) => JsRename(id, from, to);

    public void Restore(string id, string text) => JsRestore(id, text);

    public void Insert(string id, string text) => JsInsert(id, text);

    public void Focus(string id) => JsFocus(id);

    public void Detach(string id) => JsDetach(id);

    [JSImport("attach", Module)]
    private static partial void JsAttach(
        string id,
        [JSMarshalAs<JSType.Function<JSType.String, JSType.Boolean>>] Func<string, bool> send,
        [JSMarshalAs<JSType.Function<JSType.Boolean>>] Action<bool> typing);

    [JSImport("complete", Module)]
    private static partial void JsComplete(string id, string list, [JSMarshalAs<JSType.Function<JSType.String>>] Action<string> asked);

    [JSImport("sendBy", Module)]
    private static partial void JsSendBy(string id, bool control);

    [JSImport("submit", Module)]
    private static partial void JsSubmit(string id);

    [JSImport("show", Module)]
    private static partial void JsShow(string id, string room);

    [JSImport("rename", Module)]
    private static partial void JsRename(string id, string from, string to);

    [JSImport("restore", Module)]
    private static partial void JsRestore(string id, string text);

    [JSImport("insert", Module)]
    private static partial void JsInsert(string id, string text);

    [JSImport("focus", Module)]
    private static partial void JsFocus(string id);

    [JSImport("detach", Module)]
    private static partial void JsDetach(string id);
}
