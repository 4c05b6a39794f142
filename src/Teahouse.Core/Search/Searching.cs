using System.Collections.Immutable;
using Teahouse.Core.Conversations;
using Teahouse.Core.Events;
using Teahouse.Core.Identity;
using Teahouse.Core.Log;

namespace Teahouse.Core.Search;

/// <summary>Answers searches: from the index, and from the log where that has not come yet. What is shown is read from the log, always.</summary>
internal sealed class Searching(IMessageLog log, MsgIds ids, ISearchIndex index, SearchIndexer indexer)
{
    /// <summary>Entries that one search looks at in all.</summary>
    private const int MostScanned = 20_000;

    private const int PageSize = 250;

    private readonly Answers _answers = new(log, ids);

    /// <summary>The newest (with an <c>after</c>, the oldest) messages that match, in order of time.</summary>
    /// <param name="places">Where the asker may read, and what.</param>
    public async ValueTask<List<Event>> FindAsync(IEnumerable<HistoryAccess> places, SearchQuery query)
    {
        List<Event> found = [];
        var budget = new Budget { Left = MostScanned };
        foreach (var place in places)
            if (place != HistoryAccess.None) await FindAsync(place, query, budget, found);
        // Sorting keeps the order of a conversation where times are equal.
        var ordered = found.OrderBy(happened => happened.Time).ToList();
        return query.After is null ? [.. ordered.TakeLast(query.Limit)] : [.. ordered.Take(query.Limit)];
    }

    private async ValueTask FindAsync(HistoryAccess access, SearchQuery query, Budget budget, List<Event> into)
    {
        var from = await AtAsync(access, Math.Max(access.Since, query.After ?? 0), access.From);
        var to = query.Before is { } before ? await log.SequenceAtAsync(access.Conversation, before + 1) - 1 : access.LastSequence;
        to = Math.Min(to, access.LastSequence);
        if (from > to) return;
        var position = await PositionAsync(access);
        if (position < access.LastSequence) indexer.Note(access.Conversation);
        var search = new Hunt(access, query, query.After is null);
        if (search.Newest) await ScanAsync(search, Math.Max(from, position + 1), to, budget);
        await AskAsync(search, from, Math.Min(to, position), budget);
        if (!search.Newest) await ScanAsync(search, Math.Max(from, position + 1), to, budget);
        into.AddRange(search.Newest ? Enumerable.Reverse(search.Found) : search.Found);
    }

    private async ValueTask<long> AtAsync(HistoryAccess access, long time, long from) =>
        time == 0 ? from : Math.Max(from, await log.SequenceAtAsync(access.Conversation, time));

    private async ValueTask<long> PositionAsync(HistoryAccess access)
    {
        try
        {
            return await index.PositionAsync(access.Conversation, access.Epoch);
        }
        catch (SearchIndexException)
        {
            // The indexer says so in the server's log; here the messages themselves are read.
            return 0;
        }
    }

    private async ValueTask AskAsync(Hunt hunt, long from, long to, Budget budget)
    {
        while (!hunt.IsOver && from <= to)
        {
            var sequences = await AskOnceAsync(hunt, from, to);
            foreach (var sequence in sequences)
            {
                if (hunt.IsOver || budget.Left-- <= 0) return;
                await LookAsync(hunt, await log.ReadAsync(hunt.Access.Conversation, new LogRange(sequence, sequence, 1)));
            }
            if (sequences.Length < PageSize) return;
            if (hunt.Newest) to = sequences[^1] - 1;
            else from = sequences[^1] + 1;
        }
    }

    private async ValueTask<ImmutableArray<long>> AskOnceAsync(Hunt hunt, long from, long to)
    {
        var (access, query) = (hunt.Access, hunt.Query);
        var sender = query.ReplyTo is { } answered ? Answers.To(answered) : query.From is { } nick ? SearchQuery.SenderOf(nick) : null;
        try
        {
            return await index.FindAsync(new SearchRequest(access.Conversation, access.Epoch, from, to, sender, query.Terms, PageSize, hunt.Newest));
        }
        catch (SearchIndexException)
        {
            // It broke in between: what was found until now is the answer.
            return [];
        }
    }

    private async ValueTask ScanAsync(Hunt hunt, long from, long to, Budget budget)
    {
        while (!hunt.IsOver && from <= to && budget.Left > 0)
        {
            var entries = await log.ReadAsync(hunt.Access.Conversation, new LogRange(from, to, Math.Min(PageSize, budget.Left), hunt.Newest));
            if (entries.IsEmpty) return;
            budget.Left -= entries.Length;
            await LookAsync(hunt, hunt.Newest ? [.. entries.Reverse()] : entries);
            if (hunt.Newest) to = entries[0].Sequence - 1;
            else from = entries[^1].Sequence + 1;
        }
    }

    private async ValueTask LookAsync(Hunt hunt, ImmutableArray<LogEntry> entries)
    {
        var access = hunt.Access;
        foreach (var entry in entries)
        {
            if (hunt.IsOver) return;
            var happened = ConversationJournal.Read(entry, access.Numbering, ids);
            if (happened is null || !access.Shows(happened) || !hunt.Query.Matches(happened)) continue;
            if (hunt.Query.ReplyTo is { } nick && !(await _answers.OfAsync(access.Conversation, access.Numbering, happened)).Contains(Answers.To(nick))) continue;
            hunt.Found.Add(access.Named(happened));
        }
    }

    private sealed class Budget
    {
        public int Left { get; set; }
    }

    /// <summary>A search in one conversation.</summary>
    private sealed record Hunt(HistoryAccess Access, SearchQuery Query, bool Newest)
    {
        /// <summary>In the order of looking.</summary>
        public List<Event> Found { get; } = [];

        public bool IsOver => Found.Count >= Query.Limit;
    }
}
