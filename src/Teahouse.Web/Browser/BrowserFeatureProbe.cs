using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace Teahouse.Web.Browser;

[SupportedOSPlatform("browser")]
public sealed partial class BrowserFeatureProbe : IFeatureProbe
{
    private const string Module = "features";

    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../js/features.js");

    public IReadOnlySet<string> Detect() => JsDetect().Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    [JSImport("detect", Module)]
    private static partial string JsDetect();
}
