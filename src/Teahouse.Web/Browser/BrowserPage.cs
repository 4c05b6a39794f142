using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace Teahouse.Web.Browser;

[SupportedOSPlatform("browser")]
public sealed partial class BrowserPage : IPage
{
    private const string Module = "page";

    private string? title;
    private (int ForMe, bool IsAny)? badge;

    public bool IsLookedAt => JsLooking();

    public event Action<bool>? LookedAtChanged;

    public bool IsWide => JsWide();

    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../js/page.js");

    /// <summary>Lets the browser do what waits, drawing a frame too.</summary>
    public static Task RestAsync() => JsRest();

    /// <summary>Begins to tell <see cref="LookedAtChanged"/>.</summary>
    public void Watch() => JsOnLooking(looking => LookedAtChanged?.Invoke(looking));

    // Told with every message: the browser, and the process around its pages, hear only of what is new.
    public void SetTitle(string title)
    {
        if (this.title == title) return;
        JsTitle(this.title = title);
    }

    public void SetBadge(int forMe, bool isAny)
    {
        if (badge == (forMe, isAny)) return;
        badge = (forMe, isAny);
        JsBadge(forMe, isAny);
    }

    public void SetLanguage(string tag) => JsLanguage(tag);

    public void SetTheme(string theme) => JsTheme(theme);

    public void SetDensity(string density) => JsDensity(density);

    public void Download(string name, string text) => JsDownload(name, text);

    public void ForgetPath() => JsForgetPath();

    public string DeviceName => JsDevice();

    [JSImport("device", Module)]
    private static partial string JsDevice();

    [JSImport("looking", Module)]
    private static partial bool JsLooking();

    [JSImport("wide", Module)]
    private static partial bool JsWide();

    [JSImport("rest", Module)]
    private static partial Task JsRest();

    [JSImport("onLooking", Module)]
    private static partial void JsOnLooking([JSMarshalAs<JSType.Function<JSType.Boolean>>] Action<bool> changed);

    [JSImport("title", Module)]
    private static partial void JsTitle(string text);

    [JSImport("badge", Module)]
    private static partial void JsBadge(int forMe, bool isAny);

    [JSImport("language", Module)]
    private static partial void JsLanguage(string tag);

    [JSImport("theme", Module)]
    private static partial void JsTheme(string name);

    [JSImport("density", Module)]
    private static partial void JsDensity(string name);

    [JSImport("download", Module)]
    private static partial void JsDownload(string name, string text);

    [JSImport("forgetPath", Module)]
    private static partial void JsForgetPath();
}
