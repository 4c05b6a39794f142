using Teahouse.Client;
using Teahouse.Web.Browser;

namespace Teahouse.Web.Messages;

/// <summary>Turns a timeline's entries into rows: days, heads, quiet lines, the unread line.</summary>
public static class TimelineLayout
{
    /// <summary>Messages of one sender share a head for this long.</summary>
    public static readonly TimeSpan GroupSpan = TimeSpan.FromMinutes(5);

    /// <param name="items">Oldest first.</param>
    /// <param name="unread">The key of the entry that the unread line stands above, or null.</param>
    /// <param name="locale">Tells the reader's days.</param>
    /// <param name="find">Finds the message that another one answers; null: none is at hand.</param>
    /// <param name="isHidden">Which messages are not to be seen; null: all are.</param>
    /// <param name="drawn">The rows of the layout before this one, for those that stay.</param>
    public static IReadOnlyList<TimelineRow> Rows(
        IEnumerable<TimelineItem> items, long? unread, ILocale locale, Func<string, TimelineMessage?>? find = null, Func<TimelineMessage, bool>? isHidden = null,
        DrawnRows? drawn = null)
    {
        drawn ??= new();
        drawn.Begin();
        var rows = new List<TimelineRow>();
        var quiet = new List<TimelineEvent>();
        var hidden = new List<TimelineMessage>();
        LocalDay day = default;
        TimelineMessage? head = null;
        foreach (var item in items)
        {
            if (item is TimelineEvent { Kind: EventKind.Placeholder }) continue;
            if (!day.Holds(item.Time))
            {
                FoldQuiet();
                day = locale.DayOf(item.Time);
                rows.Add(drawn.Of(new DayRow(day)));
                head = null;
            }
            if (item.Key == unread)
            {
                FoldQuiet();
                rows.Add(drawn.Of(new UnreadRow()));
                head = null;
            }
            if (item is TimelineMessage unwanted && isHidden?.Invoke(unwanted) == true)
            {
                FoldEvents();
                hidden.Add(unwanted);
                head = null;
            }
            else if (item is TimelineEvent happened)
            {
                FoldHidden();
                quiet.Add(happened);
                head = null;
            }
            else if (item is TimelineMessage message)
            {
                FoldQuiet();
                var isFirst = head is null || !Continues(head, message);
                if (isFirst) head = message;
                if (message.Redaction is not null) head = null;
                rows.Add(drawn.Of(message, isFirst, Quote.Of(message, Seen)));
                // A deed (/me) stands alone: its text carries the name.
                if (message.Kind == MessageKind.Action) head = null;
            }
        }
        FoldQuiet();
        return rows;

        TimelineMessage? Seen(string id) => find?.Invoke(id) is { } message && isHidden?.Invoke(message) != true ? message : null;

        void FoldQuiet()
        {
            FoldEvents();
            FoldHidden();
        }

        void FoldHidden()
        {
            if (hidden.Count == 0) return;
            rows.Add(drawn.Of(new HiddenRow([.. hidden])));
            hidden.Clear();
        }

        void FoldEvents()
        {
            if (quiet.Count == 0) return;
            rows.Add(drawn.Of(new QuietRow([.. quiet])));
            quiet.Clear();
        }
    }

    private static bool Continues(TimelineMessage head, TimelineMessage message) =>
        message.Kind == head.Kind
        && message.From.Nick == head.From.Nick
        && message.From.Account == head.From.Account
        && message.Time - head.Time < GroupSpan;
}
