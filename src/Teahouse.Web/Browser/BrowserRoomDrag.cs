using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace Teahouse.Web.Browser;

[SupportedOSPlatform("browser")]
public sealed partial class BrowserRoomDrag : IRoomDrag
{
    private const string Module = "rooms";

    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../js/rooms.js");

    public void Attach(string list, Action<string, string, bool> moved, Action<string, int> stepped, Action<string> asked) => JsAttach(list, moved, stepped, asked);

    [JSImport("attach", Module)]
    private static partial void JsAttach(
        string list,
        [JSMarshalAs<JSType.Function<JSType.String, JSType.String, JSType.Boolean>>] Action<string, string, bool> moved,
        [JSMarshalAs<JSType.Function<JSType.String, JSType.Number>>] Action<string, int> stepped,
        [JSMarshalAs<JSType.Function<JSType.String>>] Action<string> asked);
}
