using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace Teahouse.Web.Browser;

/// <summary>The locale of this browser, through <c>js/locale.js</c>.</summary>
[SupportedOSPlatform("browser")]
public sealed partial class BrowserLocale : ILocale
{
    private const string Module = "locale";
    private LocalDay last;
    private (Language Language, long At, string Said) minute = (default, -1, "");
    private (Language Language, long At, string Said) second = (default, -1, "");

    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../js/locale.js");

    /// <summary>The reader's languages as BCP 47 tags, the most wanted first.</summary>
    public static string[] Wanted() => JsWanted();

    public string Time(Language language, DateTimeOffset at)
    {
        // As below: messages that come together mostly have one time.
        var now = at.ToUnixTimeSeconds() / 60;
        if (minute.At != now || minute.Language != language) minute = (language, now, JsTime(language.Tag(), Millis(at)));
        return minute.Said;
    }

    public string FullTime(Language language, DateTimeOffset at)
    {
        var now = at.ToUnixTimeSeconds();
        if (second.At != now || second.Language != language) second = (language, now, JsFullTime(language.Tag(), Millis(at)));
        return second.Said;
    }

    public string Day(Language language, DateTimeOffset at) => JsDay(language.Tag(), Millis(at));

    public LocalDay DayOf(DateTimeOffset at)
    {
        // Neighbours in a timeline mostly share a day: one question to the browser per day, not per message.
        if (last.Holds(at)) return last;
        var bounds = JsDayBounds(Millis(at));
        return last = new(FromMillis(bounds[0]), FromMillis(bounds[1]));
    }

    public string TimeZone => JsZone();

    public string? TimeIn(Language language, DateTimeOffset at, string zone) => JsTimeIn(language.Tag(), Millis(at), zone);

    public string PluralCategory(Language language, int count) => JsPlural(language.Tag(), count);

    public string List(Language language, IReadOnlyList<string> items) => JsList(language.Tag(), [.. items]);

    public string Normalize(string text) => JsNormalize(text);

    public string PinyinInitials(string text) => JsInitials(text);

    private static double Millis(DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    private static DateTimeOffset FromMillis(double millis) => DateTimeOffset.FromUnixTimeMilliseconds((long)millis);

    [JSImport("wanted", Module)]
    private static partial string[] JsWanted();

    [JSImport("zone", Module)]
    private static partial string JsZone();

    [JSImport("timeIn", Module)]
    private static partial string? JsTimeIn(string tag, double millis, string zone);

    [JSImport("time", Module)]
    private static partial string JsTime(string tag, double millis);

    [JSImport("fullTime", Module)]
    private static partial string JsFullTime(string tag, double millis);

    [JSImport("day", Module)]
    private static partial string JsDay(string tag, double millis);

    [JSImport("dayBounds", Module)]
    private static partial double[] JsDayBounds(double millis);

    [JSImport("plural", Module)]
    private static partial string JsPlural(string tag, int count);

    [JSImport("list", Module)]
    private static partial string JsList(string tag, string[] items);

    [JSImport("normalize", Module)]
    private static partial string JsNormalize(string text);

    [JSImport("initials", Module)]
    private static partial string JsInitials(string text);
}
