using System.Text;

namespace Teahouse.Client;

/// <summary>
/// Own messages on their way, in order per conversation. One that no connection was given goes out as soon as its conversation is attached
/// and caught up. One that may have been received goes again only with an id (<c>teahouse.chat/once</c>), which makes it the same message.
/// Used only from the client's loop.
/// </summary>
/// <param name="sender">Puts a message on the wire.</param>
/// <param name="ledger">Keeps it beyond the end of the program.</param>
internal sealed class Outbox(ChatState state, MessageSender sender, OutboxLedger ledger)
{
    private const int MostPending = 500;
    private const int MostPendingCharacters = 4 * 1024 * 1024;

    // What a connection holds without a stop, with room for questions beside it.
    private const int MostLinesInFlight = 600;
    private const int MostInFlight = 50;

    // RFC 1459's line, which every server passes on whole.
    private const int LineBytes = 512;

    private static readonly TimeSpan RepeatAfter = TimeSpan.FromSeconds(2);

    /// <summary>When a message that was asked for again is due; null if none is.</summary>
    public TimeSpan? NextDeadline(TimeSpan uptime) => state.PendingList.Where(p => p.TryAt > uptime).Min(p => p.TryAt);

    /// <summary>Takes what a person wrote; null if it says nothing.</summary>
    public TimelineMessage? Write(Conversation conversation, string text, MessageKind kind, DateTimeOffset now, string? replyTo = null)
    {
        text = TextSplitter.Clean(text);
        if (text.Length == 0) return null;
        var full = state.PendingList.Count >= MostPending || state.PendingList.Sum(p => p.Text.Length) + text.Length > MostPendingCharacters;
        var message = state.AddPending(conversation, kind, text, now, replyTo);
        if (full) Refuse(state.PendingList[^1], new(ProblemKind.QueueFull));
        return message;
    }

    /// <summary>Sends what waits and may go. Called after everything that may have changed the state.</summary>
    /// <param name="uptime">The client's.</param>
    public void Advance(TimeSpan uptime, DateTimeOffset now)
    {
        if (state.Connection.IsOnline)
        {
            RefuseWhereNobodyListens();
            SendWhatMayGo(uptime, now);
        }
        ledger.Advance();
    }

    /// <summary>Takes an own message that failed, or of which nothing is known, out of the timeline.</summary>
    public bool Discard(Conversation conversation, TimelineMessage message)
    {
        if (conversation.Timeline.FindPending(message.Key) is not { Delivery: Delivery.Failed or Delivery.Unknown or Delivery.Waiting }) return false;
        conversation.Timeline.RemovePending(message.Key);
        state.PendingList.RemoveAll(p => p.Key == message.Key);
        state.Touch(conversation);
        return true;
    }

    private void SendWhatMayGo(TimeSpan uptime, DateTimeOffset now)
    {
        var inFlight = state.PendingList.Count(p => p.InFlight);
        var lines = state.PendingList.Where(p => p.InFlight).Sum(p => p.LineCount);
        var (held, unsaved) = (new HashSet<Conversation>(), new HashSet<Conversation>());
        // A message that has to be cut puts its rest after itself.
        for (var i = 0; i < state.PendingList.Count && inFlight < MostInFlight; i++)
        {
            var pending = state.PendingList[i];
            if (pending.Line is not null || pending.Interrupted || pending.Conversation.Attachment != Attachment.Current) continue;
            if (IsEarly(pending, uptime) || held.Contains(pending.Conversation))
            {
                held.Add(pending.Conversation);
                continue;
            }
            var lineBytes = pending.LineBytes > 0 ? pending.LineBytes : Room(pending.Conversation, pending.Kind);
            // CTCP is one line.
            var limits = pending.Kind == MessageKind.Action ? null : state.Multiline;
            var (pieces, rest) = MessageSplitter.First(pending.Text, lineBytes, limits);
            if (inFlight > 0 && lines + pieces.Length > MostLinesInFlight) return;
            inFlight++;
            lines += pieces.Length;
            pending.LineBytes = lineBytes;
            var further = rest.Length > 0 ? state.Cut(pending, MessageSplitter.Join(pieces), rest) : null;
            // The store may be told of several at once, but they go in order.
            if (!ledger.Clear(pending, further, now)) unsaved.Add(pending.Conversation);
            else if (!unsaved.Contains(pending.Conversation)) sender.Send(pending, pieces, AfterOf(pending));
        }
    }

    // The one before it in its conversation that is, or may be, stored.
    private Guid? AfterOf(PendingMessage pending)
    {
        // It was not there twice: whatever it was, it does not hold this one up.
        if (pending.Repeats > 1) return null;
        var before = state.PendingList.TakeWhile(p => p != pending).LastOrDefault(p => p.Conversation == pending.Conversation && p is { Repeatable: true } && (p.InFlight || p.Interrupted));
        return before is not null ? before.Id : pending.Conversation.LastOwnId;
    }

    private static bool IsEarly(PendingMessage pending, TimeSpan uptime)
    {
        if (pending.Repeats == 0 || pending.Repeats == pending.RepeatsWaited) return false;
        // The first repetition puts right what was wrong with the first attempt.
        pending.TryAt ??= pending.Repeats == 1 ? uptime : uptime + RepeatAfter;
        if (pending.TryAt > uptime) return true;
        pending.TryAt = null;
        pending.RepeatsWaited = pending.Repeats;
        return false;
    }

    private void RefuseWhereNobodyListens()
    {
        foreach (var pending in state.PendingList.ToArray())
        {
            if (pending is { Line: null, Interrupted: false, Conversation: Room { Wanted: false, IsJoined: false } room })
                Refuse(pending, room.Problem ?? new(ProblemKind.NotAllowed));
        }
    }

    private void Refuse(PendingMessage pending, Problem problem) =>
        state.SetDelivery(pending, Delivery.Failed, problem, Problems.CanRetry(problem));

    // What is left of the line as others get it: ":source PRIVMSG target :" and CR LF around the text.
    private int Room(Conversation conversation, MessageKind kind)
    {
        var around = $":{state.OwnSource} PRIVMSG {conversation.Name} :\r\n";
        var action = kind == MessageKind.Action ? "\u0001ACTION \u0001".Length : 0;
        return Math.Max(64, LineBytes - Encoding.UTF8.GetByteCount(around) - action);
    }
}
