using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Teahouse.Core.Conversations;
using Teahouse.Core.Events;
using Teahouse.Core.Identity;
using Teahouse.Core.Log;

namespace Teahouse.Core.Search;

/// <summary>
/// Brings the index after the log, a bounded number of entries at a step, so that it never takes much from those who talk.
/// A redaction is an entry of the log: taking it takes the words away, whatever stopped in between.
/// </summary>
internal sealed partial class SearchIndexer(IMessageLog log, ISearchIndex index, MsgIds ids, ILogger logger)
{
    private const int MostPerStep = 4000;
    private const int MostAtOnce = 500;

    private readonly ConcurrentDictionary<ConversationId, byte> _waiting = new();
    private readonly ConcurrentDictionary<ConversationId, byte> _expired = new();
    private readonly Answers _answers = new(log, ids);
    private readonly Lock _gate = new();
    private ImmutableArray<ConversationId> _unreached = [];
    private Task _step = Task.CompletedTask;
    private bool _isOut;

    /// <summary>There is something new in the conversation. Any thread.</summary>
    public void Note(ConversationId conversation) => _waiting.TryAdd(conversation, 0);

    /// <summary>What the conversation has lost is to be lost here too. Any thread.</summary>
    public void Expire(ConversationId conversation)
    {
        _expired.TryAdd(conversation, 0);
        Note(conversation);
    }

    /// <summary>Looks at all rooms at least once after a start; direct chats when somebody speaks or searches there.</summary>
    public async ValueTask NoteAllAsync(CancellationToken cancel)
    {
        foreach (var head in await log.ChannelsAsync(cancel)) Note(head.Id);
    }

    /// <summary>Takes some of what waits, if that is not being done already. Never throws.</summary>
    public Task StepAsync()
    {
        lock (_gate) return _step.IsCompleted ? _step = Task.Run(TakeAsync) : _step;
    }

    private async Task TakeAsync()
    {
        try
        {
            // What comes meanwhile is for the next step: then there is more of it, and a look costs as much for one entry as for many.
            var turn = new Queue<ConversationId>(_unreached.Where(_waiting.ContainsKey).Union(_waiting.Select(pair => pair.Key)));
            for (var left = MostPerStep; left > 0 && turn.TryDequeue(out var conversation);)
            {
                var taken = await TakeAsync(conversation);
                if (taken == MostAtOnce) turn.Enqueue(conversation);
                left -= 1 + taken;
            }
            _unreached = [.. turn];
            _isOut = false;
        }
        catch (StoreClosedException)
        {
            // The process ends; whoever reads this has the store's own sentence.
        }
        catch (SearchIndexException fault)
        {
            if (!_isOut) LogOut(logger, fault);
            _isOut = true;
        }
        catch (Exception fault)
        {
            LogFault(logger, fault);
        }
    }

    private async ValueTask<int> TakeAsync(ConversationId conversation)
    {
        _waiting.TryRemove(conversation, out _);
        var done = false;
        var expired = _expired.TryRemove(conversation, out _);
        try
        {
            var head = await log.HeadAsync(conversation);
            var position = await index.PositionAsync(conversation, head.Epoch);
            if (position == head.LastSequence && position > 0 && !expired) return Done(0);
            // More than there is: it is the index of another log.
            var anew = position == 0 || position > head.LastSequence;
            var entries = await log.ReadAsync(conversation, new LogRange(anew ? 1 : position + 1, head.LastSequence, MostAtOnce));
            var upTo = entries.IsEmpty ? head.LastSequence : entries[^1].Sequence;
            await index.TakeAsync(await BatchOfAsync(head, entries, upTo, anew));
            if (upTo < head.LastSequence) return entries.Length;
            return Done(entries.Length);
        }
        finally
        {
            if (!done && expired) _expired.TryAdd(conversation, 0);
            if (!done) Note(conversation);
        }

        int Done(int taken)
        {
            done = true;
            return taken;
        }
    }

    private async ValueTask<SearchBatch> BatchOfAsync(ConversationHead head, ImmutableArray<LogEntry> entries, long upTo, bool anew)
    {
        var added = ImmutableArray.CreateBuilder<SearchEntry>();
        var removed = ImmutableArray.CreateBuilder<long>();
        foreach (var entry in entries)
        {
            if (ConversationJournal.Read(entry, head.Numbering, ids) is not { } happened) continue;
            if (happened.Kind is EventKind.Privmsg or EventKind.Notice)
                added.Add(new SearchEntry(
                    entry.Sequence,
                    [.. SearchQuery.SendersOf(happened.Source), .. await _answers.OfAsync(head.Id, head.Numbering, happened)],
                    [.. SearchWords.Of(happened.Parameters[1])]));
            else if (happened.Kind == EventKind.Redact && head.Numbering.TryFind(happened.Parameters[1], ids, out var sequence)) removed.Add(sequence);
        }
        return new SearchBatch(head.Id, head.Epoch, upTo, head.OldestSequence, anew, added.DrainToImmutable(), removed.DrainToImmutable());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index cannot be used; searching reads the messages themselves")]
    private static partial void LogOut(ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Indexing failed")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
