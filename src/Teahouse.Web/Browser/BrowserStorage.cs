using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace Teahouse.Web.Browser;

[SupportedOSPlatform("browser")]
public sealed partial class BrowserStorage : IDeviceStorage
{
    private const string Module = "storage";

    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../js/storage.js");

    public event Action<string>? ChangedElsewhere;

    /// <summary>Begins to tell <see cref="ChangedElsewhere"/>.</summary>
    public void Watch() => JsWatch(key => ChangedElsewhere?.Invoke(key));

    public string? Read(string key) => JsRead(key);

    public IReadOnlyList<string> Keys(string prefix) => JsKeys(prefix);

    [JSImport("keys", Module)]
    private static partial string[] JsKeys(string prefix);

    public bool Write(string key, string value) => JsWrite(key, value);

    public void Remove(string key) => JsRemove(key);

    public void Clear(params string[] kept) => JsClear(kept);

    public string NewCredential() => JsNewCredential();

    [JSImport("watch", Module)]
    private static partial void JsWatch([JSMarshalAs<JSType.Function<JSType.String>>] Action<string> changed);

    [JSImport("read", Module)]
    private static partial string? JsRead(string key);

    [JSImport("write", Module)]
    private static partial bool JsWrite(string key, string value);

    [JSImport("remove", Module)]
    private static partial void JsRemove(string key);

    [JSImport("clear", Module)]
    private static partial void JsClear(string[] kept);

    [JSImport("newCredential", Module)]
    private static partial string JsNewCredential();
}
