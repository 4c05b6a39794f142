using System.Globalization;
using Teahouse.Web.Browser;

namespace Teahouse.Web.Tests.Fakes;

/// <summary>A reader in UTC, with plain words for days.</summary>
internal sealed class FixedLocale : ILocale
{
    public string Time(Language language, DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    public string FullTime(Language language, DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public string Day(Language language, DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public LocalDay DayOf(DateTimeOffset at)
    {
        var start = new DateTimeOffset(at.UtcDateTime.Date, TimeSpan.Zero);
        return new(start, start.AddDays(1));
    }

    public string PluralCategory(Language language, int count) => language == Language.English && count == 1 ? "one" : "other";

    public string List(Language language, IReadOnlyList<string> items)
    {
        if (items.Count == 1) return items[0];
        var (comma, and) = language == Language.Chinese ? ("、", "和") : (", ", " and ");
        return string.Join(comma, items.SkipLast(1)) + and + items[^1];
    }

    // Of the names in the tests.
    public string PinyinInitials(string text) =>
        string.Concat(text.ToLowerInvariant().Select(c => c switch { '陈' => 'c', '晓' => 'x', '林' => 'l', '一' => 'y', '茶' => 'c', '馆' => 'g', _ => c }));

    public string TimeZone => "Asia/Shanghai";

    public string? TimeIn(Language language, DateTimeOffset at, string zone) =>
        zone == TimeZone ? at.ToOffset(TimeSpan.FromHours(8)).ToString("ddd HH:mm", CultureInfo.InvariantCulture) : null;

    public string Normalize(string text) => text.Normalize();
}
