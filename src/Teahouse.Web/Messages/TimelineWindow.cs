using Teahouse.Client;

namespace Teahouse.Web.Messages;

/// <summary>
/// Which entries of a timeline are in the page: at most <see cref="Most"/>, moved a page at a time. While it is live it ends with
/// the newest entry. Entries may be put before, between and behind it meanwhile: its edges are entries, not numbers.
/// </summary>
public sealed class TimelineWindow
{
    public const int Most = 300;
    public const int Page = 100;

    private long? first;
    private long? last;

    /// <summary>Whether it follows the newest entry.</summary>
    public bool IsLive => last is null;

    /// <summary>The entries in the page.</summary>
    public IEnumerable<TimelineItem> Of(IReadOnlyList<TimelineItem> items)
    {
        var (start, end) = Edges(items);
        for (var i = start; i < end; i++) yield return items[i];
    }

    /// <summary>Whether an entry older than the window is at hand.</summary>
    public bool HasOlder(IReadOnlyList<TimelineItem> items) => Edges(items).Start > 0;

    /// <summary>Moves a page towards the past.</summary>
    /// <param name="keepsEnd">Somebody reads at the end of it: it grows as far as it may, and goes no further.</param>
    public void ShowOlder(IReadOnlyList<TimelineItem> items, bool keepsEnd = false)
    {
        var (start, end) = Edges(items);
        if (start == 0 || (keepsEnd && start <= end - Most)) return;
        start = Math.Max(0, keepsEnd ? Math.Max(start - Page, end - Most) : start - Page);
        Set(items, start, Math.Min(end, start + Most));
    }

    /// <summary>Moves a page towards now.</summary>
    public void ShowNewer(IReadOnlyList<TimelineItem> items)
    {
        if (items.Count == 0) return;
        var (start, end) = Edges(items);
        end = Math.Min(items.Count, end + Page);
        Set(items, Math.Max(start, end - Most), end);
    }

    /// <summary>Stays with the entries that are in the page now, whatever arrives: somebody reads among them.</summary>
    public void Hold(IReadOnlyList<TimelineItem> items)
    {
        if (!IsLive || items.Count == 0) return;
        first = items[Edges(items).Start].Key;
        last = items[^1].Key;
    }

    /// <summary>Back to the newest entries.</summary>
    public void ShowNow()
    {
        first = null;
        last = null;
    }

    /// <summary>Makes sure that an entry is in the page.</summary>
    public void Show(IReadOnlyList<TimelineItem> items, long key)
    {
        var at = IndexOf(items, key);
        if (at < 0) return;
        var (start, end) = Edges(items);
        if (at >= start && at < end) return;
        start = Math.Max(0, at - Page);
        Set(items, start, Math.Min(items.Count, start + Most));
    }

    private void Set(IReadOnlyList<TimelineItem> items, int start, int end)
    {
        first = items[start].Key;
        last = end == items.Count ? null : items[end - 1].Key;
    }

    private (int Start, int End) Edges(IReadOnlyList<TimelineItem> items)
    {
        var end = last is { } l && IndexOf(items, l) is >= 0 and var lastAt ? lastAt + 1 : items.Count;
        // A live window grows at its end until it is full, then lets the oldest go.
        var start = first is { } f && IndexOf(items, f) is >= 0 and var firstAt ? firstAt : end - Page;
        return (Math.Clamp(start, Math.Max(0, end - Most), end), end);
    }

    private static int IndexOf(IReadOnlyList<TimelineItem> items, long key)
    {
        for (var i = items.Count - 1; i >= 0; i--)
            if (items[i].Key == key) return i;
        return -1;
    }
}
