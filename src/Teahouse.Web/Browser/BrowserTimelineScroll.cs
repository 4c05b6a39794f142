using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace Teahouse.Web.Browser;

[SupportedOSPlatform("browser")]
public sealed partial class BrowserTimelineScroll : ITimelineScroll
{
    private const string Module = "timeline";

    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../js/timeline.js");

    public void Attach(string id, Action<bool> atBottom, Action wantsOlder, Action wantsNewer) =>
        JsAttach(id, atBottom, wantsOlder, wantsNewer);

    public void Begin(string id) => JsBegin(id);

    public void ToBottom(string id) => JsToBottom(id);

    public void ToUnread(string id) => JsToUnread(id);

    public void Pin(string id) => JsPin(id);

    public void Detach(string id) => JsDetach(id);

    [JSImport("attach", Module)]
    private static partial void JsAttach(
        string id,
        [JSMarshalAs<JSType.Function<JSType.Boolean>>] Action<bool> atBottom,
        [JSMarshalAs<JSType.Function>] Action wantsOlder,
        [JSMarshalAs<JSType.Function>] Action wantsNewer);

    [JSImport("begin", Module)]
    private static partial void JsBegin(string id);

    [JSImport("toBottom", Module)]
    private static partial void JsToBottom(string id);

    [JSImport("toUnread", Module)]
    private static partial void JsToUnread(string id);

    [JSImport("pin", Module)]
    private static partial void JsPin(string id);

    [JSImport("detach", Module)]
    private static partial void JsDetach(string id);
}
