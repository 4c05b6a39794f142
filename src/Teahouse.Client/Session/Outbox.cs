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
    private const int MostInFlight = 50;

    // RFC 1459's line, which every server passes on whole.
    private const int LineBytes = 512;

    /// <summary>Takes what a person wrote: one message per line, long lines cut.</summary>
    public IReadOnlyList<TimelineMessage> Write(Conversation conversation, string text, MessageKind kind, DateTimeOffset now)
    {
        var written = new List<TimelineMessage>();
        foreach (var piece in TextSplitter.Split(text, Room(conversation, kind)))
        {
            var full = state.PendingList.Count >= MostPending;
            var message = state.AddPending(conversation, kind, piece, now);
            if (full) Refuse(message.Key, new(ProblemKind.QueueFull));
            written.Add(message);
        }
        return written;
    }

    /// <summary>Sends what waits and may go. Called after everything that may have changed the state.</summary>
    public void Advance()
    {
        var inFlight = state.PendingList.Count(p => p.InFlight);
        foreach (var pending in state.PendingList.ToArray())
        {
            if (pending.Line is not null || pending.Interrupted) continue;
            if (pending.Conversation is Room { Wanted: false, IsJoined: false } room)
                Refuse(pending.Key, room.Problem ?? new(ProblemKind.NotAllowed));
            else if (pending.Conversation.Attachment == Attachment.Current && inFlight++ < MostInFlight)
                Send(pending);
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

    private void Send(PendingMessage pending)
    {
        var text = pending.Kind == MessageKind.Action ? $"\u0001ACTION {pending.Text}\u0001" : pending.Text;
        var message = new Message(pending.Kind == MessageKind.Notice ? "NOTICE" : "PRIVMSG", pending.Conversation.Name, text);
        if (state.Has(Capabilities.LabeledResponse))
        {
            pending.Label = nextLabel();
            message = message.WithTags(Tags.Empty.With(TagNames.Label, pending.Label));
        }
        state.SetDelivery(pending, Delivery.Sending);
        pending.Line = send(message);
        // Answered in order, so it says that the message was processed.
        if (!state.Has(Capabilities.EchoMessage)) send(new("PING", ChatState.ConfirmationToken(pending.Key)));
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
