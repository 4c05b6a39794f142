namespace Teahouse.Web.Messages;

/// <summary>
/// Some neighbouring rows, drawn as one component: of three hundred rows, only the block is looked at in which something has changed.
/// </summary>
/// <param name="key">Stable and unique among the blocks, also while rows come and go at either end.</param>
public sealed class RowBlock((long Number, int Turn) key, IReadOnlyList<TimelineRow> rows)
{
    // About so many rows: with few, there are many blocks; with many, there is much to look at in one.
    private const int Size = 16;

    public (long Number, int Turn) Key => key;

    public IReadOnlyList<TimelineRow> Rows => rows;

    /// <summary>Cuts rows into blocks.</summary>
    /// <param name="before">The blocks before a change: those that would be the same are the same.</param>
    public static IReadOnlyList<RowBlock> Of(IReadOnlyList<TimelineRow> rows, IReadOnlyList<RowBlock> before)
    {
        var kept = before.ToLookup(block => block.Key.Number);
        var taken = new HashSet<(long, int)>();
        var blocks = new List<RowBlock>();
        for (var from = 0; from < rows.Count;)
        {
            var number = NumberAt(rows, from);
            var to = from + 1;
            while (to < rows.Count && NumberAt(rows, to) == number) to++;
            // Entries stand in another order than they came in where older ones were loaded: then one number has several blocks. Each keeps its turn.
            var was = kept[number].FirstOrDefault(block => !taken.Contains(block.Key) && block.Shares(rows, from, to));
            var key = was?.Key ?? (number, 0);
            while (was is null && (taken.Contains(key) || kept[number].Any(block => block.Key == key))) key.Turn++;
            taken.Add(key);
            blocks.Add(was?.IsOf(rows, from, to) == true ? was : new(key, Slice(rows, from, to)));
            from = to;
        }
        return blocks;
    }

    // By the entry, not by counting: when rows go at one end, the blocks behind them stay as they are. A divider belongs to what follows.
    private static long NumberAt(IReadOnlyList<TimelineRow> rows, int at)
    {
        for (; at < rows.Count; at++)
        {
            switch (rows[at])
            {
                case MessageRow message: return message.Message.Key / Size;
                case QuietRow quiet: return quiet.Events[0].Key / Size;
                case HiddenRow hidden: return hidden.Messages[0].Key / Size;
            }
        }
        return -1;
    }

    private static TimelineRow[] Slice(IReadOnlyList<TimelineRow> rows, int from, int to)
    {
        var slice = new TimelineRow[to - from];
        for (var i = from; i < to; i++) slice[i - from] = rows[i];
        return slice;
    }

    // Rows come and go at one end of it, and it keeps the other.
    private bool Shares(IReadOnlyList<TimelineRow> others, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (others[i].Key == rows[0].Key || others[i].Key == rows[^1].Key) return true;
        return false;
    }

    private bool IsOf(IReadOnlyList<TimelineRow> others, int from, int to)
    {
        if (rows.Count != to - from) return false;
        for (var i = 0; i < rows.Count; i++)
            if (!ReferenceEquals(rows[i], others[from + i])) return false;
        return true;
    }
}
