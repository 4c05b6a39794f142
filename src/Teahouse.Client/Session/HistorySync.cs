using System.Globalization;
using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>
/// Fetches what is not here: after every attach, also one within a connection that was too slow, the newest entries, then the holes (draft/chathistory,
/// <see href="https://ircv3.net/specs/extensions/chathistory"/>). Live delivery is on before anything is fetched, and the timeline puts
/// both together. Used only from the client's loop.
/// </summary>
/// <param name="ask">Sends a command and calls back with its answer.</param>
internal sealed class HistorySync(ChatState state, Action<Message, Request> ask)
{
    // A screenful, when a room is opened or somebody scrolls.
    private const int Page = 50;

    // What was missed comes in one piece and is put in place in one piece: it shall leave room in a frame.
    private const int MissedPage = 25;

    // More is not fetched in one go: the older part is loaded when somebody scrolls there.
    private const long LargestHole = 500;
    private const int MostAtOnce = 4;
    private const int MostTargets = 50;

    private readonly HashSet<Conversation> _busy = [];

    /// <summary>After every (re)connection, once registered.</summary>
    public void Start()
    {
        _busy.Clear();
        if (Works) AskForTargets();
        else foreach (var chat in state.ChatList) chat.Attachment = Attachment.Current;
    }

    // A room begins with its JOIN, as after a reconnect.
    private void StartAgain()
    {
        state.FellBehind = false;
        if (!Works) return;
        foreach (var chat in state.ChatList) chat.Attachment = Attachment.None;
        AskForTargets();
    }

    private bool Works => state.Has(Capabilities.ChatHistory) && state.Has(Capabilities.Batch);

    private int Limit => AtMost(Page);

    // Where nothing is numbered, a full page means that what is older is loaded anew: then it is better large.
    private int MissedLimit(Conversation conversation) => AtMost(conversation.Timeline.Epoch == 0 ? Page : MissedPage);

    // Without labels answers are told apart by their target only.
    private bool CanAsk => _busy.Count < (state.Has(Capabilities.LabeledResponse) ? MostAtOnce : 1);

    /// <summary>Asks for the next things that are missing. Called after everything that may have changed the state.</summary>
    public void Advance()
    {
        if (state.FellBehind) StartAgain();
        foreach (var conversation in state.Conversations)
        {
            if (conversation.Attachment == Attachment.None || _busy.Contains(conversation)) continue;
            if (!Works) Complete(conversation);
            else if (CanAsk) Advance(conversation);
        }
        if (Works) foreach (var pending in state.PendingList.Where(p => p.IsSought).ToArray()) LookFor(pending);
    }

    // docs/extensions/once.md: an id whose time is forgotten is looked for where it would have been stored.
    private void LookFor(PendingMessage pending)
    {
        var conversation = pending.Conversation;
        if (!CanAsk || pending.Id is not { } id || conversation.Attachment == Attachment.None || !_busy.Add(conversation)) return;
        pending.IsSought = false;
        Ask(conversation, ["AROUND", conversation.Name, $"timestamp={ServerTime.Format(MessageIds.TimeOf(id))}"], Limit, answer =>
        {
            _busy.Remove(conversation);
            if (Interrupted(answer)) pending.IsSought = true;
            else if (Lines(answer).Any(line => line.Tags[TagNames.Id] == id.ToString()) && state.PendingList.Contains(pending)) state.Drop(pending);
        });
    }

    /// <summary>Loads a page of older entries; null when done, also when there are none.</summary>
    public Task<Problem?> LoadOlderAsync(Conversation conversation)
    {
        var timeline = conversation.Timeline;
        if (timeline.IsLoadingOlder || !timeline.HasOlder || timeline.Oldest is not { MessageId: { } id }) return Task.FromResult<Problem?>(null);
        if (!Works || !timeline.Grow(Limit)) return Task.FromResult<Problem?>(new(ProblemKind.NotAllowed));

        timeline.IsLoadingOlder = true;
        state.Touch(conversation);
        var done = new TaskCompletionSource<Problem?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Ask(conversation, ["BEFORE", conversation.Name, $"msgid={id}"], Limit, answer =>
        {
            timeline.IsLoadingOlder = false;
            // Joins and parts come beside what was asked for.
            timeline.Grow(0);
            if (answer.Problem is null) timeline.HasOlder = Lines(answer).Count > 0;
            state.Touch(conversation);
            done.SetResult(answer.Problem);
        });
        return done.Task;
    }

    private void Advance(Conversation conversation)
    {
        if (conversation.Attachment == Attachment.Behind)
            AskForNewest(conversation, conversation.Timeline.IsLoaded ? conversation.Timeline.Newest?.MessageId : null);
        else if (conversation.Timeline.NewestGap() is { } gap) AskForGap(conversation, gap);
        else if (conversation.Attachment == Attachment.Filling) Complete(conversation);
    }

    private void Complete(Conversation conversation)
    {
        if (conversation.Attachment == Attachment.Current) return;
        conversation.Attachment = Attachment.Current;
        state.SettleInterrupted(conversation);
        state.Touch(conversation);
    }

    private void AskForNewest(Conversation conversation, string? after)
    {
        _busy.Add(conversation);
        Ask(conversation, ["LATEST", conversation.Name, after is null ? "*" : $"msgid={after}"], after is null ? Limit : MissedLimit(conversation), answer =>
        {
            _busy.Remove(conversation);
            // The entry may be gone on the server (retention, a restore): then whatever is newest there.
            if (Interrupted(answer)) return;
            if (answer.Problem is not null && after is not null)
            {
                ForgetRestored(conversation);
                AskForNewest(conversation, null);
            }
            else NewestArrived(conversation, after, answer);
        });
    }

    // What an earlier visit saw here, the server knows nothing of: it is another conversation by now.
    private void ForgetRestored(Conversation conversation)
    {
        if (!conversation.IsRestored) return;
        conversation.IsRestored = false;
        conversation.Timeline.Clear();
        state.Archive(new ArchiveChange.Forgotten(conversation.Name));
    }

    private void NewestArrived(Conversation conversation, string? after, Answer answer)
    {
        var timeline = conversation.Timeline;
        var lines = Lines(answer);
        // Without numbers nobody can tell whether a full page leaves a hole before it: what is older is loaded anew on demand.
        if (after is not null && lines.Count >= Limit && timeline.Epoch == 0 && timeline.Find(lines[0].Tags[TagNames.MsgId]) is { } first)
            timeline.DropBefore(first);
        if (after is null)
        {
            timeline.IsLoaded = true;
            timeline.HasOlder = lines.Count > 0 && (timeline.Epoch != 0 || lines.Count >= Limit);
        }
        // A new era begins with a new load.
        if (timeline.IsLoaded && conversation.Attachment == Attachment.Behind) conversation.Attachment = Attachment.Filling;
        state.Touch(conversation);
    }

    private void AskForGap(Conversation conversation, TimelineGap gap)
    {
        if (gap.Range.Count > LargestHole)
        {
            conversation.Timeline.DropBefore(gap.After);
            state.Touch(conversation);
            return;
        }
        if (gap is not { Before.MessageId: { } before, After.MessageId: { } after })
        {
            conversation.Timeline.GiveUp(gap.Range);
            return;
        }
        _busy.Add(conversation);
        Ask(conversation, ["BETWEEN", conversation.Name, $"msgid={before}", $"msgid={after}"], MissedLimit(conversation), answer =>
        {
            _busy.Remove(conversation);
            if (Interrupted(answer)) return;
            // No progress: the server has nothing (any more) for these numbers.
            if (conversation.Timeline.NewestGap() is { } left && left.Range == gap.Range) conversation.Timeline.GiveUp(gap.Range);
        });
    }

    private void AskForTargets()
    {
        var until = ServerTime.Format(state.LatestTime.AddDays(1));
        var message = new Message(
            "CHATHISTORY", "TARGETS", $"timestamp={until}", "timestamp=1970-01-01T00:00:00.000Z", MostTargets.ToString(CultureInfo.InvariantCulture));
        ask(message, new("CHATHISTORY", "TARGETS", i => i is IncomingBatch { Type: BatchTypes.HistoryTargets }, TargetsArrived));
    }

    private void TargetsArrived(Answer answer)
    {
        if (answer.Problem is { Kind: ProblemKind.ConnectionLost }) return;
        var lines = Lines(answer);
        var listed = new HashSet<string>(AsciiCase.Comparer);
        foreach (var line in lines)
        {
            if (line is not { Command: "CHATHISTORY", Count: >= 3 } || state.IsRoomName(line[1])) continue;
            if (!ServerTime.TryParse(line[2], out DateTimeOffset last)) continue;
            var chat = state.GetChat(line[1]);
            // What was said before this visit is no news, unless the interface knows better.
            chat.IsReadPositionGuess |= chat.ReadPosition is null;
            if (chat.LastActivity == default) chat.ReadPosition ??= new(last);
            listed.Add(chat.Name);
            if (chat.Attachment == Attachment.None) chat.Attachment = Attachment.Behind;
            if (last > chat.LastActivity) chat.LastActivity = last;
        }
        state.SortChats();
        foreach (var chat in state.ChatList.Where(c => c.Attachment == Attachment.None))
            chat.Attachment = answer.Problem is not null || lines.Count >= MostTargets ? Attachment.Behind : Attachment.Filling;
    }

    private void Ask(Conversation conversation, string[] parameters, int most, Action<Answer> answered)
    {
        var message = new Message("CHATHISTORY", [.. parameters, most.ToString(CultureInfo.InvariantCulture)]);
        bool IsAnswer(Incoming i) => i is IncomingBatch { Type: BatchTypes.ChatHistory, Parameters: [var target, ..] }
            && AsciiCase.Comparer.Equals(target, conversation.Name);
        ask(message, new("CHATHISTORY", conversation.Name, IsAnswer, answered));
    }

    private int AtMost(int most) => state.Features.ChatHistoryLimit is > 0 and var limit && limit < most ? limit : most;

    // Nothing was answered: it is asked again.
    private static bool Interrupted(Answer answer) =>
        answer.Problem is { Kind: ProblemKind.ConnectionLost or ProblemKind.Offline or ProblemKind.TimedOut };

    private static List<Message> Lines(Answer answer) => answer.Incoming is IncomingBatch batch ? [.. batch.Lines()] : [];
}
