using Teahouse.Client;

namespace Teahouse.Web.Messages;

/// <summary>
/// Which entries of a timeline are in the page: at most <see cref="Most"/>, moved a step at a time. While it is live it ends with
/// the newest entry. Entries may be put before, between and behind it meanwhile: its edges are entries, not numbers.
/// </summary>
public sealed class TimelineWindow
{
    public const int Most = 200;

    /// <summary>How many it moves at once: no more than a frame can bear to draw.</summary>
    public const int Step = 15;

    /// <summary>How many there are at first: about what is seen at once. The page asks for what is beside them.</summary>
    public const int Few = 30;

    private long? first;
    private long? last;
    private long? newest;
    private int few = Few;
    private int hint;

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

    /// <summary>Moves a step towards the past.</summary>
    /// <param name="keepsEnd">Somebody reads at the end of it: it grows as far as it may, and goes no further.</param>
    public void ShowOlder(IReadOnlyList<TimelineItem> items, bool keepsEnd = false)
    {
        var (start, end) = Edges(items);
        if (start == 0 || (keepsEnd && start <= end - Most)) return;
        if (keepsEnd && first is null)
        {
            few = Math.Min(few + Step, Most);
            return;
        }
        start = Math.Max(0, keepsEnd ? Math.Max(start - Step, end - Most) : start - Step);
        Set(items, start, Math.Min(end, start + Most));
    }

    /// <summary>Moves a step towards now.</summary>
    public void ShowNewer(IReadOnlyList<TimelineItem> items)
    {
        if (items.Count == 0) return;
        var (start, end) = Edges(items);
        end = Math.Min(items.Count, end + Step);
        Set(items, Math.Max(start, end - Most), end);
    }

    /// <summary>Told before each drawing. Where very many have come since the last one, it begins anew with few.</summary>
    public void Follow(IReadOnlyList<TimelineItem> items)
    {
        if (!IsLive || items.Count == 0) return;
        if (newest is { } known && items.Count - 1 - IndexOf(items, known) > Step) few = Few;
        newest = items[^1].Key;
    }

    /// <summary>Somebody reads at its end: what is live lets its oldest go as new ones come.</summary>
    public void Loosen(IReadOnlyList<TimelineItem> items)
    {
        if (!IsLive || first is null) return;
        var (start, end) = Edges(items);
        (first, few) = (null, Math.Max(Few, end - start));
    }

    /// <summary>Stays with the entries that are in the page now, whatever arrives: somebody reads among them.</summary>
    public void Hold(IReadOnlyList<TimelineItem> items)
    {
        if (!IsLive || items.Count == 0) return;
        first = items[Edges(items).Start].Key;
        last = items[^1].Key;
    }

    /// <summary>Another timeline: its newest few entries.</summary>
    public void Begin()
    {
        (first, last, newest) = (null, null, null);
        few = Few;
    }

    /// <summary>Back to the newest entries; where they are in the page already, all of it stays.</summary>
    public void ShowNow()
    {
        if (!IsLive) Begin();
    }

    /// <summary>Makes sure that an entry is in the page.</summary>
    public void Show(IReadOnlyList<TimelineItem> items, long key)
    {
        var at = IndexOf(items, key);
        if (at < 0) return;
        var (start, end) = Edges(items);
        if (at >= start && at < end) return;
        start = Math.Max(0, at - Step);
        Set(items, start, Math.Min(items.Count, start + Step + Few));
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
        var start = first is { } f && IndexOf(items, f) is >= 0 and var firstAt ? firstAt : end - few;
        return (Math.Clamp(start, Math.Max(0, end - Most), end), end);
    }

    // Looked for from where something was found last: of many thousands it is one of the next.
    private int IndexOf(IReadOnlyList<TimelineItem> items, long key)
    {
        for (int down = Math.Min(hint, items.Count - 1), up = down + 1; down >= 0 || up < items.Count; down--, up++)
        {
            if (down >= 0 && items[down].Key == key) return hint = down;
            if (up < items.Count && items[up].Key == key) return hint = up;
        }
        return -1;
    }
}
