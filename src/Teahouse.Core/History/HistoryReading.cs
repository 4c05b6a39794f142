using System.Collections.Immutable;
using Teahouse.Core.Conversations;
using Teahouse.Core.Delivery;
using Teahouse.Core.Events;
using Teahouse.Core.Identity;
using Teahouse.Core.Log;
using Teahouse.Protocol;

namespace Teahouse.Core.History;

/// <summary>Reads from the log, after the owner gave permission, and never through the owner.</summary>
internal sealed class HistoryReading(IMessageLog log, MsgIds ids)
{
    /// <summary>Pages read for one answer while nothing in them may be shown.</summary>
    private const int MostPages = 20;

    /// <summary>Direct chats, for TARGETS.</summary>
    public ValueTask<ImmutableArray<ConversationHead>> DirectChatsAsync(string identity) => log.DirectChatsAsync(identity);

    /// <summary>The point that <c>msgid=</c>, <c>timestamp=</c> or <c>*</c> names; null if it names none here.</summary>
    public async ValueTask<HistoryPoint?> PointAsync(HistoryAccess access, string text, bool star)
    {
        if (star && text == "*") return HistoryPoint.Start;
        if (text.StartsWith("timestamp=", StringComparison.Ordinal) && TryTime(text, out var time))
        {
            if (access == HistoryAccess.None) return HistoryPoint.Start;
            return new HistoryPoint(await log.SequenceAtAsync(access.Conversation, time) - 1, await log.SequenceAtAsync(access.Conversation, time + 1));
        }
        if (!text.StartsWith("msgid=", StringComparison.Ordinal)) return null;
        if (!access.Numbering.TryFind(text.AsSpan(6), ids, out var sequence)) return null;
        return new HistoryPoint(sequence - 1, sequence + 1);
    }

    public static bool TryTime(string text, out long milliseconds)
    {
        milliseconds = 0;
        return text.StartsWith("timestamp=", StringComparison.Ordinal) && ServerTime.TryParse(text[10..], out milliseconds);
    }

    /// <summary>The first entry that may be read.</summary>
    public async ValueTask<long> FirstAsync(HistoryAccess access) =>
        access.Since == 0 ? access.From : Math.Max(access.From, await log.SequenceAtAsync(access.Conversation, access.Since));

    /// <summary>Events in order, at most as many as the window's limit; presence comes beside them and does not count.</summary>
    public async ValueTask<IReadOnlyList<Event>> ReadAsync(HistoryAccess access, HistoryWindow window, HistoryView view) =>
        (await ReadPageAsync(access, window, view)).Events;

    /// <summary>The same, and how far it goes.</summary>
    public async ValueTask<HistoryPage> ReadPageAsync(HistoryAccess access, HistoryWindow window, HistoryView view)
    {
        if (access == HistoryAccess.None || window.Limit == 0) return new([], 0);
        if (window.Middle is not { } middle) return await ReadAsync(access, view, window.From, window.To, window.Limit, window.Newest);
        var older = await ReadAsync(access, view, window.From, middle, window.Limit / 2, newest: true);
        var newer = await ReadAsync(access, view, middle + 1, window.To, window.Limit - HistoryPage.Count(older.Events), newest: false);
        return new([.. older.Events, .. newer.Events], newer.Reached);
    }

    private async ValueTask<HistoryPage> ReadAsync(HistoryAccess access, HistoryView view, long from, long to, int limit, bool newest)
    {
        List<Event> shown = [];
        from = Math.Max(from, await FirstAsync(access));
        to = Math.Min(to, access.LastSequence);
        var reached = newest || from > to ? to : from - 1;
        // Presence from before the first message stands after number 0.
        if (view.Events && from == 1) from = 0;
        var left = limit;
        for (var page = 0; page < MostPages && left > 0 && from <= to; page++)
        {
            var entries = await log.ReadAsync(access.Conversation, new LogRange(from, to, Math.Max(left, 64), newest, Presence: view.Events));
            var visible = entries.Select(e => Show(e, access, view)).OfType<Event>().ToList();
            var kept = newest ? [.. KeepNewest(visible, left)] : KeepOldest(visible, left).ToList();
            left -= HistoryPage.Count(kept);
            if (newest) shown.InsertRange(0, kept);
            else shown.AddRange(kept);
            if (entries.All(e => e.Presence))
            {
                if (!newest) reached = to;
                break;
            }
            if (newest) to = entries.First(e => !e.Presence).Sequence - 1;
            else if (kept.Count < visible.Count) reached = kept.LastOrDefault(e => e.Place.IsNumbered)?.Place.Sequence ?? reached;
            else reached = entries[^1].Sequence;
            if (!newest) from = entries[^1].Sequence + 1;
            if (to == 0) break;
        }
        return new(shown, reached);
    }

    private static IEnumerable<Event> KeepOldest(List<Event> events, int limit)
    {
        foreach (var happened in events)
        {
            if (HistoryPage.IsCounted(happened) && limit-- <= 0) yield break;
            yield return happened;
        }
    }

    private static IEnumerable<Event> KeepNewest(List<Event> events, int limit)
    {
        var start = events.Count;
        while (start > 0 && (!HistoryPage.IsCounted(events[start - 1]) || limit-- > 0)) start--;
        return events.Skip(start);
    }

    private static bool IsShown(EventKind kind, HistoryView view) => kind switch
    {
        EventKind.Privmsg or EventKind.Notice => true,
        EventKind.Redact => view.Redactions,
        EventKind.Tagmsg => view.Events && view.Tags,
        EventKind.Rename => view.Events && view.Renames,
        _ => view.Events,
    };

    private Event? Show(LogEntry entry, HistoryAccess access, HistoryView view)
    {
        var happened = ConversationJournal.Read(entry, access.Numbering, ids);
        if (happened is not null && access.Shows(happened) && IsShown(happened.Kind, view)) return access.Named(happened);
        if (!view.Numbers || entry.Presence) return null;
        var (place, msgid) = (access.Numbering.PlaceOf(entry.Sequence), access.Numbering.MsgIdOf(entry.Sequence, ids));
        var numbered = happened ?? new Event(
            EventKind.Tagmsg, place, entry.Time, msgid, new EventSource("", "", null), [], Tags.Empty);
        return Placeholders.Of(numbered, view.Target, view.Server);
    }
}
