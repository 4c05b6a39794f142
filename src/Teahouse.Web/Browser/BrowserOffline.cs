using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using Teahouse.Web.Offline;

namespace Teahouse.Web.Browser;

[SupportedOSPlatform("browser")]
public sealed partial class BrowserOffline : IOffline
{
    private const string Module = "offline";

    public OfflineState State => JsCurrent() switch
    {
        "ready" => OfflineState.Ready,
        "preparing" => OfflineState.Preparing,
        "unencrypted" => OfflineState.Unencrypted,
        "untrusted" => OfflineState.Untrusted,
        "none" => OfflineState.Unsupported,
        _ => OfflineState.Failed,
    };

    public event Action? NewVersionWaits;

    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../js/offline.js");

    /// <summary>Has the page kept, once the browser has time for it.</summary>
    public void Begin() => JsBegin(() => NewVersionWaits?.Invoke());

    public void Look() => JsLook();

    public void TakeNewVersion() => JsTake();

    [JSImport("begin", Module)]
    private static partial void JsBegin([JSMarshalAs<JSType.Function>] Action found);

    [JSImport("current", Module)]
    private static partial string JsCurrent();

    [JSImport("look", Module)]
    private static partial void JsLook();

    [JSImport("take", Module)]
    private static partial void JsTake();
}
