using Teahouse.Core.Log;

namespace Teahouse.Storage.Log;

/// <summary>What a reader needs of a conversation, taken at one moment: its figures, and what of the wanted range is not in pages.</summary>
/// <param name="TailFirst">Entries from here on were in the tail; the ones before are in pages.</param>
/// <param name="Applied">Rows of groups up to this one are in pages.</param>
internal readonly record struct TailView(
    ConversationFigures Figures, long TailFirst, long Applied, long From, long To,
    List<LogEntry> Stored, List<PresenceRow> Presence)
{
    /// <summary>The part of a range that a conversation has: From is greater than To if it has none.</summary>
    public static (long From, long To) Clip(LogRange range, ConversationFigures figures)
    {
        var (from, to) = (Math.Max(figures.Oldest, range.From), Math.Min(figures.LastSequence, range.To));
        if (range.Limit <= 0) return (from, from - 1);
        if (to - from >= range.Limit)
        {
            if (range.Newest) from = to - range.Limit + 1;
            else to = from + range.Limit - 1;
        }
        return (from, to);
    }

    /// <summary>The sequences after which wanted presence rows are placed: From is greater than To if none is wanted.</summary>
    public static (long From, long To) PresenceClip(LogRange range, long from, long to, long oldest)
    {
        if (!range.Presence || range.Limit <= 0) return (1, 0);
        // What was before the first entry has gone with it.
        if (oldest > 1) return (from, to);
        if (from > to) return range.From <= 0 && range.To >= 0 ? (0, 0) : (1, 0);
        return (range.From <= 0 && from == 1 ? 0 : from, to);
    }
}

/// <summary>A presence row and its number, which tells the order of rows after the same entry.</summary>
internal readonly record struct PresenceRow(LogEntry Entry, long Number);
