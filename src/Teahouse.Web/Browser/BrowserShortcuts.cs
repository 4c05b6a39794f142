using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace Teahouse.Web.Browser;

[SupportedOSPlatform("browser")]
public sealed partial class BrowserShortcuts : IShortcuts
{
    private const string Module = "keys";

    public event Action<string>? Pressed;

    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../js/keys.js");

    /// <summary>Begins to tell <see cref="Pressed"/>.</summary>
    public void Listen() => JsListen(name => Pressed?.Invoke(name));

    [JSImport("listen", Module)]
    private static partial void JsListen([JSMarshalAs<JSType.Function<JSType.String>>] Action<string> pressed);
}
