using System.Globalization;
using System.Text;
using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>
/// Own messages on their way. A message that may have reached a connection is never sent again by itself; one that has not goes out in
/// order as soon as its conversation is attached and caught up. Used only from the client's loop.
/// </summary>
/// <param name="send">Queues a message and gives its line.</param>
internal sealed class Outbox(ChatState state, Func<Message, OutgoingLine> send, Func<string> nextLabel)
{
    private const int MostPending = 500;
    private const int MostPendingCharacters = 4 * 1024 * 1024;

    // What a connection holds without a stop, with room for questions beside it.
    private const int MostLinesInFlight = 600;
    private const int MostInFlight = 50;

    // RFC 1459's line, which every server passes on whole.
    private const int LineBytes = 512;

    /// <summary>Takes what a person wrote; null if it says nothing.</summary>
    public TimelineMessage? Write(Conversation conversation, string text, MessageKind kind, DateTimeOffset now)
    {
        text = TextSplitter.Clean(text);
        if (text.Length == 0) return null;
        var full = state.PendingList.Count >= MostPending || state.PendingList.Sum(p => p.Text.Length) + text.Length > MostPendingCharacters;
        var message = state.AddPending(conversation, kind, text, now);
        if (full) Refuse(message.Key, new(ProblemKind.QueueFull));
        return message;
    }

    /// <summary>Sends what waits and may go. Called after everything that may have changed the state.</summary>
    public void Advance()
    {
        RefuseWhereNobodyListens();
        var inFlight = state.PendingList.Count(p => p.InFlight);
        var lines = state.PendingList.Where(p => p.InFlight).Sum(p => p.LineCount);
        // A message that has to be cut puts its rest after itself.
        for (var i = 0; i < state.PendingList.Count && inFlight < MostInFlight; i++)
        {
            var pending = state.PendingList[i];
            if (pending.Line is not null || pending.Interrupted || pending.Conversation.Attachment != Attachment.Current) continue;
            var (pieces, rest) = MessageSplitter.First(pending.Text, Room(pending.Conversation, pending.Kind), LimitsFor(pending.Kind));
            if (inFlight > 0 && lines + pieces.Length > MostLinesInFlight) return;
            if (rest.Length > 0) state.Cut(pending, MessageSplitter.Join(pieces), rest);
            Send(pending, pieces);
            inFlight++;
            lines += pieces.Length;
        }
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

    private void RefuseWhereNobodyListens()
    {
        foreach (var pending in state.PendingList.ToArray())
        {
            if (pending is { Line: null, Interrupted: false, Conversation: Room { Wanted: false, IsJoined: false } room })
                Refuse(pending.Key, room.Problem ?? new(ProblemKind.NotAllowed));
        }
    }

    // CTCP is one line.
    private MultilineLimits? LimitsFor(MessageKind kind) => kind == MessageKind.Action ? null : state.Multiline;

    private void Send(PendingMessage pending, TextPiece[] pieces)
    {
        pending.Label = state.Has(Capabilities.LabeledResponse) ? nextLabel() : null;
        var tags = pending.Label is null ? Tags.Empty : Tags.Empty.With(TagNames.Label, pending.Label);
        state.SetDelivery(pending, Delivery.Sending);
        pending.LineCount = pieces.Length;
        pending.Line = pieces.Length == 1 ? send(Line(pending, pieces[0], tags)) : SendBatch(pending, pieces, tags);
        // Answered in order, so it says that the message was processed.
        if (!state.Has(Capabilities.EchoMessage)) send(new("PING", ChatState.ConfirmationToken(pending.Key)));
    }

    // https://ircv3.net/specs/extensions/multiline: only its last line makes it a message.
    private OutgoingLine SendBatch(PendingMessage pending, TextPiece[] pieces, Tags tags)
    {
        var reference = "m" + pending.Key.ToString(CultureInfo.InvariantCulture);
        send(new(tags, null, "BATCH", "+" + reference, BatchTypes.Multiline, pending.Conversation.Name));
        var inBatch = Tags.Empty.With(TagNames.Batch, reference);
        foreach (var piece in pieces)
            send(Line(pending, piece, piece.Continues ? inBatch.With(TagNames.MultilineConcat, null) : inBatch));
        return send(new("BATCH", "-" + reference));
    }

    private static Message Line(PendingMessage pending, TextPiece piece, Tags tags)
    {
        var text = pending.Kind == MessageKind.Action ? $"\u0001ACTION {piece.Text}\u0001" : piece.Text;
        return new(tags, null, pending.Kind == MessageKind.Notice ? "NOTICE" : "PRIVMSG", pending.Conversation.Name, text);
    }

    private void Refuse(long key, Problem problem)
    {
        if (state.PendingList.Find(p => p.Key == key) is { } pending)
            state.SetDelivery(pending, Delivery.Failed, problem, Problems.CanRetry(problem));
    }

    // What is left of the line as others get it: ":source PRIVMSG target :" and CR LF around the text.
    private int Room(Conversation conversation, MessageKind kind)
    {
        var around = $":{state.OwnSource} PRIVMSG {conversation.Name} :\r\n";
        var action = kind == MessageKind.Action ? "\u0001ACTION \u0001".Length : 0;
        return Math.Max(64, LineBytes - Encoding.UTF8.GetByteCount(around) - action);
    }
}
