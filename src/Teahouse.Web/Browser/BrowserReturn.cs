using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace Teahouse.Web.Browser;

[SupportedOSPlatform("browser")]
public sealed partial class BrowserReturn : IReturn
{
    private const string Module = "return";

    public event Action? Returned;

    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../js/return.js");

    /// <summary>Begins to tell <see cref="Returned"/>.</summary>
    public void Watch() => JsOnReturn(() => Returned?.Invoke());

    [JSImport("onReturn", Module)]
    private static partial void JsOnReturn([JSMarshalAs<JSType.Function>] Action returned);
}
