namespace Teahouse.Client;

/// <summary>
/// Keeps the outbox's store true to the messages that are under way, and lets none go out before the store knows that it may have gone.
/// Without a store it lets all go. Used only from the client's loop.
/// </summary>
/// <param name="ids">For the server, by its clock.</param>
/// <param name="keys">For the store, by this device's clock.</param>
/// <param name="account">The name that one logs in with.</param>
internal sealed class OutboxLedger(ChatState state, OutboxKeeper? keeper, MessageIds ids, MessageIds keys, Func<string> account)
{
    // In the order in which they were kept.
    private readonly List<PendingMessage> _kept = [];

    /// <summary>
    /// Whether the message may be given to a connection now. If not yet, the store is being told, and the loop comes back when it has been.
    /// </summary>
    /// <param name="rest">What was cut off from it; null if nothing was.</param>
    /// <param name="now">By this device's clock.</param>
    public bool Clear(PendingMessage pending, PendingMessage? rest, DateTimeOffset now)
    {
        var repeatable = state.CanRepeat(pending.Conversation) && (pending.Id is null || pending.Repeatable);
        if (pending.Kept.IsCleared && rest is null && repeatable == pending.Repeatable) return pending.Kept.Saves == 0;
        pending.Id ??= ids.Next(now + state.ClockOffset);
        pending.Repeatable = repeatable;
        pending.Kept.IsCleared = true;
        if (keeper is null) return true;
        Save(pending, Delivery.Sending, null, false, rest);
        return false;
    }

    /// <summary>Tells the store what has changed: what is new, what is done with, what has failed.</summary>
    public void Advance()
    {
        if (keeper is null) return;
        foreach (var pending in state.PendingList.Where(p => !p.Kept.IsAdded)) Save(pending, Delivery.Waiting, null, false, null);
        for (var i = _kept.Count - 1; i >= 0; i--)
        {
            var pending = _kept[i];
            var row = pending.Conversation.Timeline.FindPending(pending.Key);
            if (row is null || !state.Conversations.Contains(pending.Conversation))
            {
                _kept.RemoveAt(i);
                keeper.Remove(pending.Kept.Key, Note);
            }
            else if (row.Delivery is Delivery.Failed or Delivery.Unknown && row.Delivery != pending.Kept.As)
            {
                Save(pending, row.Delivery, row.Problem, row.CanRetry, null);
            }
        }
    }

    /// <summary>Takes over what sessions that have ended left.</summary>
    public void Claim()
    {
        keeper?.Claim(account(), messages =>
        {
            foreach (var message in messages) Adopt(message);
        }, Note);
    }

    private void Adopt(OutboxMessage message)
    {
        var conversation = state.Find(message.Conversation) ?? Begin(message.Conversation);
        var pending = new PendingMessage(conversation, state.NextKey(), message.Kind, message.Text, message.Written)
        {
            Id = message.Id,
            Repeatable = message.Repeatable,
            LineBytes = message.LineBytes,
            ReplyTo = message.ReplyTo,
            Interrupted = message.Delivery is Delivery.Sending or Delivery.Unknown,
            NotBefore = message.Id is { } id ? MessageIds.TimeOf(id) : message.Written,
        };
        pending.Kept.Key = message.Key;
        pending.Kept.IsAdded = true;
        pending.Kept.IsCleared = message.Delivery != Delivery.Waiting;
        pending.Kept.As = message.Delivery;
        _kept.Add(pending);
        state.AddPending(pending, message.Delivery, message.Problem, message.CanRetry, message.Account);
        // Elsewhere it is settled once the history has been fetched.
        if (conversation.Attachment == Attachment.Current) state.SettleInterrupted(conversation);
    }

    private Conversation Begin(string name)
    {
        if (state.IsRoomName(name))
        {
            var room = state.GetRoom(name);
            room.Wanted = true;
            return room;
        }
        var chat = state.GetChat(name);
        if (state.Connection.IsOnline) chat.Attachment = Attachment.Behind;
        return chat;
    }

    private void Save(PendingMessage pending, Delivery delivery, Problem? problem, bool canRetry, PendingMessage? rest)
    {
        var isNew = !pending.Kept.IsAdded;
        if (isNew) Enter(pending);
        pending.Kept.As = delivery;
        pending.Kept.Saves++;
        var message = Message(pending) with { Delivery = delivery, Problem = problem, CanRetry = canRetry };
        void Saved(Kept kept)
        {
            Note(kept);
            pending.Kept.Saves--;
            // Another session has taken it over, and sends it.
            if (!kept.IsOurs && _kept.Remove(pending)) state.Drop(pending);
        }
        if (isNew)
        {
            keeper!.Add(message, Saved);
            return;
        }
        if (rest is not null) Enter(rest);
        keeper!.Replace(message, rest is null ? null : Message(rest), Saved);
    }

    private void Enter(PendingMessage pending)
    {
        pending.Kept.Key = keys.Next(pending.Written);
        pending.Kept.IsAdded = true;
        pending.Kept.As = Delivery.Waiting;
        _kept.Add(pending);
    }

    private OutboxMessage Message(PendingMessage pending) =>
        new(pending.Kept.Key, account(), pending.Conversation.Name, pending.Kind, pending.Text, pending.Written)
        {
            Id = pending.Id,
            Repeatable = pending.Repeatable,
            LineBytes = pending.LineBytes,
            ReplyTo = pending.ReplyTo,
        };

    private void Note(Kept kept)
    {
        if (kept.Trouble is not null || kept.IsProof) state.SetOutboxTrouble(kept.Trouble);
    }
}
