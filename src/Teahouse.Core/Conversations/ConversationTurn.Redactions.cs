using Teahouse.Core.Log;

namespace Teahouse.Core.Conversations;

/// <summary>Taking messages away.</summary>
internal sealed partial class ConversationTurn
{
    /// <summary>With the message in question: whether it may go depends on who wrote it, and when. It may be among those not committed yet.</summary>
    private async ValueTask<Redact> LookUpAsync(Redact redact)
    {
        await CommitAsync();
        if (_journal.InDoubt) await RecoverAsync();
        return redact with { Original = await _journal.FindAsync(redact.MsgId) };
    }

    private async ValueTask<Outcome> WithdrawAsync(Ask ask, int index, Withdrawn withdrawn)
    {
        var (head, message) = (_journal.Head!, withdrawn.Original);
        var noted = await services.TakingAway(head.Id, head.Numbering.EpochOf(message.Place.Sequence), message);
        if (noted.Status != AppendStatus.Stored) return Failed(noted);
        var happened = _journal.Number(withdrawn.Draft, 1, numbered: true);
        var stored = await _journal.AppendAsync([ConversationJournal.Entry(happened, null)], null, [message.Place.Sequence]);
        if (stored.Status != AppendStatus.Stored) return Failed(stored);
        services.TakenAway(message);
        if (!withdrawn.Hearers.IsDefault) audience.Address(withdrawn.Hearers);
        await _journal.DeliverAsync(happened, withdrawn.Draft.By, OriginOf(ask, index, withdrawn.Draft.Origin), withdrawn.To);
        audience.Drain();
        return new Outcome(OutcomeStatus.Done, Event: happened);
    }
}
