using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace Teahouse.Web.Browser;

[SupportedOSPlatform("browser")]
public sealed partial class BrowserStorage : IDeviceStorage
{
    private const string Module = "storage";

    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../js/storage.js");

    public string? Read(string key) => JsRead(key);

    public bool Write(string key, string value) => JsWrite(key, value);

    public void Remove(string key) => JsRemove(key);

    public string NewCredential() => JsNewCredential();

    [JSImport("read", Module)]
    private static partial string? JsRead(string key);

    [JSImport("write", Module)]
    private static partial bool JsWrite(string key, string value);

    [JSImport("remove", Module)]
    private static partial void JsRemove(string key);

    [JSImport("newCredential", Module)]
    private static partial string JsNewCredential();
}
