using Teahouse.Protocol;

namespace Teahouse.Client;

public sealed partial class ChatState
{
    /// <summary>Own messages without a final answer, in the order of writing.</summary>
    internal List<PendingMessage> PendingList { get; } = [];

    /// <summary>The text of the AWAY that was sent last.</summary>
    internal string? WantedAwayText { get; set; }

    /// <summary>The PING that follows a message where nothing else confirms it.</summary>
    internal static string ConfirmationToken(long key) => $"sent-{key}";

    internal TimelineMessage AddPending(Conversation conversation, MessageKind kind, string text, DateTimeOffset now)
    {
        var message = new TimelineMessage
        {
            Key = NextKey(), Time = now, From = new(Me.Nick, Me.Account, IsMe: true), Text = text, Kind = kind, Delivery = Delivery.Waiting,
        };
        conversation.Timeline.AddPending(message);
        PendingList.Add(new(conversation, message.Key, kind, text));
        Touch(conversation);
        return message;
    }

    /// <summary>The message is sent in two: it keeps the first part, and the rest follows it.</summary>
    internal void Cut(PendingMessage pending, string first, string rest)
    {
        var timeline = pending.Conversation.Timeline;
        if (timeline.FindPending(pending.Key) is not { } row) return;
        var key = NextKey();
        pending.Text = first;
        PendingList.Insert(PendingList.IndexOf(pending) + 1, new(pending.Conversation, key, pending.Kind, rest));
        timeline.ReplacePending(row with { Text = first });
        timeline.InsertPending(pending.Key, row with { Key = key, Text = rest });
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

    /// <summary>The history is complete and does not have them: they may or may not arrive.</summary>
    internal void GiveUpInterrupted(Conversation conversation)
    {
        foreach (var pending in PendingList.Where(p => p.Conversation == conversation && p.Interrupted).ToArray())
        {
            if (conversation.Timeline.FindPending(pending.Key) is { Delivery: Delivery.Sending })
                SetDelivery(pending, Delivery.Unknown, new(ProblemKind.Unknown));
        }
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
        if (own.MessageId is { } id && conversation.Timeline.Knows(id)) return null;
        // Without labels an echo is known by its text; with them such a line is from another device, or of a connection before this.
        var echoes = !replay && !Has(Protocol.Capabilities.LabeledResponse);
        return PendingList.Find(p => p.Conversation == conversation && p.Kind == own.Kind && p.Text == own.Text
            && (p.Interrupted || (echoes && p.InFlight)));
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
        if (problem.Kind == ProblemKind.Unknown)
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
