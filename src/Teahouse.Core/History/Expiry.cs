using Teahouse.Core.Conversations;
using Teahouse.Core.Log;

namespace Teahouse.Core.History;

/// <summary>
/// Takes away what has expired, a bounded number of conversations at a step, all of them once an hour. Readers do not wait for it:
/// <see cref="HistoryRules"/> keeps from them what is still there.
/// </summary>
/// <param name="kept">What the server keeps at most.</param>
/// <param name="clock">What says how old something is.</param>
/// <param name="isOver">Whether the room of a key is no more; its owner knows.</param>
/// <param name="expired">Told of each conversation that has lost something.</param>
internal sealed class Expiry(IMessageLog log, Retention kept, ExpiryClock clock, TimeProvider time, Func<ConversationKey, ValueTask<bool>> isOver, Action<ConversationId> expired)
{
    private const int MostAtOnce = 100;

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private ConversationId? _next = default(ConversationId);
    private long _began = time.GetTimestamp();
    private long _now;

    public async ValueTask StepAsync()
    {
        if (_next is null)
        {
            if (time.GetElapsedTime(_began) < Every) return;
            (_began, _next) = (time.GetTimestamp(), default(ConversationId));
        }
        if (_next.Value == default) _now = await clock.MoveAsync();
        var heads = await log.ConversationsAsync(_next.Value, MostAtOnce);
        foreach (var head in heads) await LookAsync(head);
        _next = heads.Length < MostAtOnce ? null : heads[^1].Id;
    }

    private async ValueTask LookAsync(ConversationHead head)
    {
        if (head.OldestSequence > head.LastSequence) return;
        var oldest = await OldestAsync(head);
        if (oldest > head.OldestSequence && await log.ExpireAsync(head.Id, head.Epoch, oldest) > head.OldestSequence) expired(head.Id);
    }

    private async ValueTask<long> OldestAsync(ConversationHead head)
    {
        if (head.Key.Kind == ConversationKind.Direct) return await OldestAsync(head, kept, 0);
        var room = head.Key.Kind == ConversationKind.Channel ? head : await log.FindAsync(ConversationKey.Channel(head.Key.A));
        if (room is null) return 0;
        // A room that ended does not come back: one of the same name is another.
        if (ChannelSettingsCodec.Decode(room.State.Span) is not { } settings)
            return await isOver(room.Key) ? head.LastSequence + 1 : 0;
        var oldest = await OldestAsync(head, kept.In(settings), head == room ? 0 : Math.Max(settings.Created, settings.HistorySince));
        return head == room ? Math.Max(oldest, settings.HistoryFrom) : oldest;
    }

    /// <param name="from">What was said before this time (milliseconds) goes too.</param>
    private async ValueTask<long> OldestAsync(ConversationHead head, Retention retention, long from)
    {
        var since = Math.Max(from, retention.Since(_now));
        return Math.Max(retention.First(head.LastSequence), since == 0 ? 0 : await log.SequenceAtAsync(head.Id, since));
    }
}
