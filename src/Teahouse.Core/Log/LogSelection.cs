using System.Collections.Immutable;

namespace Teahouse.Core.Log;

/// <summary>What a range selects: the same for every log.</summary>
public static class LogSelection
{
    /// <summary>The entries of a range in reading order.</summary>
    /// <param name="stored">Ascending; may hold more than the range asks for, without a hole.</param>
    /// <param name="presence">Ascending by the sequence they are placed after, then by arrival.</param>
    public static ImmutableArray<LogEntry> Select(IReadOnlyList<LogEntry> stored, IReadOnlyList<LogEntry> presence, LogRange range)
    {
        var limit = Math.Max(0, range.Limit);
        var from = FirstAtOrAfter(stored, range.From);
        var to = FirstAfter(stored, range.To);
        if (to - from > limit)
        {
            if (range.Newest) from = to - limit;
            else to = from + limit;
        }
        var rows = range.Presence ? Rows(stored, presence, range, from, to) : (From: 0, To: 0);
        var result = ImmutableArray.CreateBuilder<LogEntry>(Math.Max(0, to - from) + rows.To - rows.From);
        var row = rows.From;
        for (var i = from; i < to; i++)
        {
            while (row < rows.To && presence[row].Sequence < stored[i].Sequence) result.Add(presence[row++]);
            result.Add(stored[i]);
        }
        while (row < rows.To) result.Add(presence[row++]);
        return result.DrainToImmutable();
    }

    private static (int From, int To) Rows(
        IReadOnlyList<LogEntry> stored, IReadOnlyList<LogEntry> presence, LogRange range, int from, int to)
    {
        var none = to <= from;
        // Only what is placed before the first entry can be wanted without one.
        if (none && range.From > 0) return (0, 0);
        var first = none || (range.From <= 0 && stored[from].Sequence == 1) ? 0 : stored[from].Sequence;
        var last = none ? 0 : stored[to - 1].Sequence;
        if (none && (range.To < 0 || range.Limit <= 0)) return (0, 0);
        var rowFrom = FirstAtOrAfter(presence, first);
        var rowTo = FirstAfter(presence, last);
        if (rowTo - rowFrom > LogRange.MostPresence)
        {
            if (range.Newest) rowFrom = rowTo - LogRange.MostPresence;
            else rowTo = rowFrom + LogRange.MostPresence;
        }
        return (rowFrom, rowTo);
    }

    private static int FirstAfter(IReadOnlyList<LogEntry> entries, long sequence) =>
        sequence == long.MaxValue ? entries.Count : FirstAtOrAfter(entries, sequence + 1);

    private static int FirstAtOrAfter(IReadOnlyList<LogEntry> entries, long sequence)
    {
        var (low, high) = (0, entries.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (entries[middle].Sequence < sequence) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
