using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace Teahouse.Web.Browser;

[SupportedOSPlatform("browser")]
public sealed partial class BrowserFileBox : IFileBox
{
    private const string Module = "files";

    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../js/files.js");

    public void Listen(Action<string> offered, Action<string, string, string> told) => JsListen(offered, told);

    public void Choose() => JsChoose();

    public void Upload(string id, string address, string authorization) => JsUpload(id, address, authorization);

    public void Forget(string id) => JsForget(id);

    [JSImport("listen", Module)]
    private static partial void JsListen(
        [JSMarshalAs<JSType.Function<JSType.String>>] Action<string> offered,
        [JSMarshalAs<JSType.Function<JSType.String, JSType.String, JSType.String>>] Action<string, string, string> told);

    [JSImport("choose", Module)]
    private static partial void JsChoose();

    [JSImport("upload", Module)]
    private static partial void JsUpload(string id, string address, string authorization);

    [JSImport("forget", Module)]
    private static partial void JsForget(string id);
}
