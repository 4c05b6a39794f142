using Teahouse.Protocol;

namespace Teahouse.Client;

public sealed partial class ChatState
{
    // The same question again and again gets the same answer.
    private const int MostRepeats = 5;

    /// <summary>Why own messages that wait are not kept beyond the end of this program; null if they are, or were never meant to be.</summary>
    public string? OutboxTrouble { get; private set; }

    /// <summary>Own messages without a final answer, in the order of writing.</summary>
    internal List<PendingMessage> PendingList { get; } = [];

    /// <summary>The text of the AWAY that was sent last.</summary>
    internal string? WantedAwayText { get; set; }

    /// <summary>The PING that follows a message where nothing else confirms it.</summary>
    internal static string ConfirmationToken(long key) => $"sent-{key}";

    /// <summary>Whether a message may carry an id here, and be sent again with it (<c>teahouse.chat/once</c>).</summary>
    internal bool CanRepeat(Conversation conversation) =>
        Has(Protocol.Capabilities.Once) && Has(Protocol.Capabilities.EchoMessage) && Has(Protocol.Capabilities.LabeledResponse)
        && Has(Protocol.Capabilities.MessageTags) && Has(Protocol.Capabilities.Batch) && Me.Account is not null && !conversation.TakesNoIds;

    internal void SetOutboxTrouble(string? trouble)
    {
        if (OutboxTrouble == trouble) return;
        OutboxTrouble = trouble;
        Touch();
    }

    internal TimelineMessage AddPending(Conversation conversation, MessageKind kind, string text, DateTimeOffset now, string? replyTo = null) =>
        AddPending(new PendingMessage(conversation, NextKey(), kind, text, now) { ReplyTo = replyTo }, Delivery.Waiting);

    /// <summary>Puts an own message at the end; one that failed has a row only.</summary>
    /// <param name="writer">Whose it is, before the server has told who one is.</param>
    internal TimelineMessage AddPending(PendingMessage pending, Delivery delivery, Problem? problem = null, bool canRetry = false, string writer = "")
    {
        var message = new TimelineMessage
        {
            Key = pending.Key, Time = pending.Written, From = new(Me.Nick.Length > 0 ? Me.Nick : writer, Me.Account, IsMe: true), Text = pending.Text, Kind = pending.Kind,
            Delivery = delivery, Problem = problem, CanRetry = canRetry, ReplyTo = pending.ReplyTo,
        };
        pending.Conversation.Timeline.AddPending(message);
        if (delivery != Delivery.Failed) PendingList.Add(pending);
        Touch(pending.Conversation);
        return message;
    }

    /// <summary>The message is sent in two: it keeps the first part, and the rest follows it.</summary>
    /// <returns>The rest.</returns>
    internal PendingMessage Cut(PendingMessage pending, string first, string rest)
    {
        var timeline = pending.Conversation.Timeline;
        var row = timeline.FindPending(pending.Key)!;
        var further = new PendingMessage(pending.Conversation, NextKey(), pending.Kind, rest, pending.Written);
        pending.Text = first;
        PendingList.Insert(PendingList.IndexOf(pending) + 1, further);
        timeline.ReplacePending(row with { Text = first });
        timeline.InsertPending(pending.Key, row with { Key = further.Key, Text = rest, ReplyTo = null });
        Touch(pending.Conversation);
        return further;
    }

    /// <summary>It is nothing of this session's any more.</summary>
    internal void Drop(PendingMessage pending)
    {
        if (pending.Conversation.Timeline.FindPending(pending.Key) is not null) pending.Conversation.Timeline.RemovePending(pending.Key);
        PendingList.Remove(pending);
        Touch(pending.Conversation);
    }

    internal void SetDelivery(PendingMessage pending, Delivery delivery, Problem? problem = null, bool canRetry = false)
    {
        var timeline = pending.Conversation.Timeline;
        if (timeline.FindPending(pending.Key) is not { } row) return;
        timeline.ReplacePending(row with { Delivery = delivery, Problem = problem, CanRetry = canRetry });
        Touch(pending.Conversation);
        // Refused is final; what is unknown may still turn up.
        if (delivery == Delivery.Failed) PendingList.Remove(pending);
    }

    /// <summary>
    /// The history is complete and does not have them. Those that may be sent again go again; of the others nobody knows whether they
    /// will arrive.
    /// </summary>
    internal void SettleInterrupted(Conversation conversation)
    {
        foreach (var pending in PendingList.Where(p => p.Conversation == conversation && p.Interrupted).ToArray())
        {
            if (conversation.Timeline.FindPending(pending.Key) is not { Delivery: Delivery.Sending }) continue;
            if (FindOwn(pending) is { }) Drop(pending);
            else if (pending.Repeatable && CanRepeat(conversation)) Repeat(pending);
            else SetDelivery(pending, Delivery.Unknown, new(ProblemKind.Unknown));
        }
    }

    // What a session before this one wrote may stand in the timeline since before this one knew of it.
    private static TimelineMessage? FindOwn(PendingMessage pending) =>
        pending.NotBefore == default ? null : pending.Conversation.Timeline.Items.Take(pending.Conversation.Timeline.StoredCount)
            .OfType<TimelineMessage>().FirstOrDefault(m => m.From.IsMe && IsSame(pending, m));

    private static bool IsSame(PendingMessage pending, TimelineMessage own) =>
        own.ClientId is { } id
            ? id == pending.Id
            : own.Kind == pending.Kind && own.Text == pending.Text && own.Time >= pending.NotBefore;

    private void Repeat(PendingMessage pending)
    {
        pending.Interrupted = false;
        pending.Line = null;
        pending.Label = null;
        SetDelivery(pending, Delivery.Waiting);
    }

    private void InterruptPending()
    {
        foreach (var pending in PendingList.Where(p => p.InFlight))
        {
            if (pending.Line is { Started: true }) pending.Interrupted = true;
            else SetDelivery(pending, Delivery.Waiting);
            pending.Line = null;
            pending.Label = null;
        }
    }

    private PendingMessage? MatchPending(Conversation conversation, TimelineMessage own, string? label, bool replay)
    {
        if (label is not null && PendingList.Find(p => p.Label == label) is { } labelled) return labelled;
        if (own.ClientId is { } clientId) return PendingList.Find(p => p.Conversation == conversation && p.Id == clientId);
        if (own.MessageId is { } id && conversation.Timeline.Knows(id)) return null;
        // Without labels an echo is known by its text; with them such a line is from another device, or of a connection before this.
        var echoes = !replay && !Has(Protocol.Capabilities.LabeledResponse);
        var ids = CanRepeat(conversation);
        return PendingList.Find(p => p.Conversation == conversation && IsSame(p, own)
            && ((p.Interrupted && !(ids && p.Repeatable)) || (echoes && p.InFlight)));
    }

    private bool RefusePending(Happening h, string target, Problem problem)
    {
        // A refused batch is not named by its target.
        var pending = h.Label is not null
            ? PendingList.Find(p => p.Label == h.Label)
            : Has(Protocol.Capabilities.LabeledResponse) ? null
            : h.Message.Command == "FAIL" && h.Message[0] == "BATCH" ? PendingList.Find(p => p is { InFlight: true, LineCount: > 1 })
            : PendingList.Find(p => p.InFlight && AsciiCase.Comparer.Equals(p.Conversation.Name, target));
        if (pending is null) return false;
        if (MayRepeat(pending, problem) || WasRenamed(pending, problem, target))
        {
            pending.Repeats++;
            Repeat(pending);
        }
        else if (problem.Kind == ProblemKind.Unknown)
        {
            pending.Interrupted = true;
            pending.Label = null;
            SetDelivery(pending, Delivery.Unknown, problem);
        }
        else
        {
            SetDelivery(pending, Delivery.Failed, problem, Problems.CanRetry(problem));
        }
        return true;
    }

    // The room got another name while the message was on its way.
    private static bool WasRenamed(PendingMessage pending, Problem problem, string target) =>
        problem.Code == "403" && pending.Repeats < MostRepeats && pending.Conversation is Room room && !AsciiCase.Equals(room.Name, target);

    // docs/extensions/once.md: what the refusals of an id ask for.
    private static bool MayRepeat(PendingMessage pending, Problem problem)
    {
        if (pending.Id is null || pending.Repeats >= MostRepeats) return false;
        switch (problem.Code)
        {
            case "OUT_OF_ORDER": return true;
            case "ONCE_UNAVAILABLE":
                pending.Conversation.TakesNoIds = true;
                pending.Repeatable = false;
                pending.Kept.IsCleared = false;
                return true;
            case "ID_INVALID":
                // An id that was never taken names nothing: a new one, by the clock as it is known now.
                pending.Id = null;
                pending.Kept.IsCleared = false;
                return true;
            case "ID_EXPIRED":
                pending.Repeatable = false;
                pending.IsSought = true;
                return false;
            default: return problem.Kind == ProblemKind.Unknown && pending.Repeatable;
        }
    }

    private void ApplyPong(Happening h) =>
        Confirm(PendingList.Find(p => p.InFlight && ConfirmationToken(p.Key) == h.Message[^1]));

    private void ApplyAcknowledgement(Happening h) =>
        Confirm(h.Label is null ? null : PendingList.Find(p => p.Label == h.Label));

    // The server has processed it and sends no echo.
    private void Confirm(PendingMessage? pending)
    {
        if (pending is null || pending.Conversation.Timeline.FindPending(pending.Key) is not { } row) return;
        pending.Conversation.Timeline.RemovePending(row.Key);
        PendingList.Remove(pending);
        pending.Conversation.Timeline.Add(row with { Delivery = Delivery.Sent });
        Touch(pending.Conversation);
    }
}
