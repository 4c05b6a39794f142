namespace Teahouse.Web.Browser;

/// <summary>Dates, plurals and lists as the reader's browser says them: the runtime carries no culture data.</summary>
public interface ILocale
{
    /// <summary>The hour and minute, such as 09:12.</summary>
    string Time(Language language, DateTimeOffset at);

    /// <summary>Date and time in full, for a title or a screen reader.</summary>
    string FullTime(Language language, DateTimeOffset at);

    /// <summary>The day's name: today and yesterday by word, others by date.</summary>
    string Day(Language language, DateTimeOffset at);

    /// <summary>The reader's calendar day that holds <paramref name="at"/>.</summary>
    LocalDay DayOf(DateTimeOffset at);

    /// <summary>The zone that the reader is in, by its name in the IANA database.</summary>
    string TimeZone { get; }

    /// <summary>The hour, minute and day of the week in another zone, or null if the browser does not know it.</summary>
    string? TimeIn(Language language, DateTimeOffset at, string zone);

    /// <summary>"one" or "other".</summary>
    string PluralCategory(Language language, int count);

    /// <summary>"A, B, and C" in the language's own way.</summary>
    string List(Language language, IReadOnlyList<string> items);

    /// <summary>The text in Unicode normal form C.</summary>
    string Normalize(string text);

    /// <summary>In lower case, each Chinese character as the first letter of its pinyin: "cx bob" of "陈晓 Bob".</summary>
    string PinyinInitials(string text);
}

/// <summary>One calendar day at the reader's place, from midnight to midnight.</summary>
public readonly record struct LocalDay(DateTimeOffset Start, DateTimeOffset End)
{
    public bool Holds(DateTimeOffset at) => at >= Start && at < End;
}
