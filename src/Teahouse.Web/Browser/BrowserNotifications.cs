using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace Teahouse.Web.Browser;

[SupportedOSPlatform("browser")]
public sealed partial class BrowserNotifications : INotifications
{
    private const string Module = "notifications";

    public string Permission => JsPermission();

    public event Action<string>? Opened;

    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../js/notifications.js");

    /// <summary>Begins to tell <see cref="Opened"/>.</summary>
    public void Watch() => JsOnOpened(place => Opened?.Invoke(place));

    public Task<string> AskAsync() => JsAsk();

    public void Show(string id, string place, string title, string body, bool sound) => JsShow(id, place, title, body, sound);

    public void At(string place) => JsAt(place);

    public void Ring() => JsRing();

    [JSImport("permission", Module)]
    private static partial string JsPermission();

    [JSImport("ask", Module)]
    private static partial Task<string> JsAsk();

    [JSImport("onOpened", Module)]
    private static partial void JsOnOpened([JSMarshalAs<JSType.Function<JSType.String>>] Action<string> opened);

    [JSImport("show", Module)]
    private static partial void JsShow(string id, string place, string title, string body, bool sound);

    [JSImport("at", Module)]
    private static partial void JsAt(string place);

    [JSImport("tryRing", Module)]
    private static partial void JsRing();
}
