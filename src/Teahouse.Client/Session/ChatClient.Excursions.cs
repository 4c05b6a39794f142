using System.Globalization;
using Teahouse.Protocol;

namespace Teahouse.Client;

public sealed partial class ChatClient
{
    private const int AroundMost = 50;

    /// <summary>
    /// Goes to where a message was said, however long ago (CHATHISTORY AROUND): its surroundings are then in the timeline, or in
    /// <see cref="Conversation.Excursion"/>. The problem tells why not.
    /// </summary>
    public async Task<Problem?> LookAroundAsync(Conversation conversation, string messageId)
    {
        if (conversation.Shown.FindMessage(messageId) is not null) return null;
        EndExcursion(conversation);
        if (conversation.Timeline.FindMessage(messageId) is not null) return null;
        var excursion = new Excursion();
        var problem = State.Connection.IsOnline
            ? (await AskHistoryAsync(conversation, excursion.Timeline, "AROUND", $"msgid={messageId}")).Problem
            : await LookAroundInArchiveAsync(conversation, excursion.Timeline, messageId);
        if (problem is not null) return problem;
        if (excursion.Timeline.FindMessage(messageId) is null) return new(ProblemKind.NoSuchTarget);
        excursion.Timeline.HasOlder = true;
        conversation.Excursion = excursion;
        if (!Meet(conversation, excursion)) Touch(conversation);
        return null;
    }

    /// <summary>Loads a page towards now during an excursion; where nothing is missing between, it ends.</summary>
    public async Task<Problem?> LoadNewerAsync(Conversation conversation)
    {
        if (conversation.Excursion is not { IsLoadingNewer: false } excursion || excursion.Timeline.Newest?.MessageId is not { } newest) return null;
        excursion.IsLoadingNewer = true;
        excursion.Timeline.Grow(AroundMost);
        var (problem, lines) = await AskHistoryAsync(conversation, excursion.Timeline, "AFTER", $"msgid={newest}");
        excursion.IsLoadingNewer = false;
        if (conversation.Excursion != excursion) return null;
        // Nothing newer, and yet not met: what follows is not for this reader.
        if (problem is null && lines == 0) EndExcursion(conversation);
        else if (!Meet(conversation, excursion)) Touch(conversation);
        return problem;
    }

    /// <summary>Back to now.</summary>
    public void EndExcursion(Conversation conversation)
    {
        if (conversation.Excursion is null) return;
        conversation.Excursion = null;
        Touch(conversation);
    }

    private async Task<Problem?> LoadOlderAsync(Conversation conversation, Excursion excursion)
    {
        var timeline = excursion.Timeline;
        if (timeline.IsLoadingOlder || !timeline.HasOlder || timeline.Oldest?.MessageId is not { } oldest) return null;
        if (!timeline.Grow(AroundMost)) return new(ProblemKind.NotAllowed);
        timeline.IsLoadingOlder = true;
        Touch(conversation);
        var (problem, lines) = await AskHistoryAsync(conversation, timeline, "BEFORE", $"msgid={oldest}");
        timeline.IsLoadingOlder = false;
        if (problem is null) timeline.HasOlder = lines > 0;
        Touch(conversation);
        return problem;
    }

    // Where it reaches the timeline both become one.
    private bool Meet(Conversation conversation, Excursion excursion)
    {
        var timeline = conversation.Timeline;
        var items = excursion.Timeline.Items;
        if (!items.Any(i => i.MessageId is { } id && timeline.Knows(id)) || !timeline.Grow(items.Count)) return false;
        timeline.HasOlder = excursion.Timeline.HasOlder;
        for (var i = items.Count - 1; i >= 0; i--) timeline.Add(items[i], replay: true);
        conversation.Excursion = null;
        Touch(conversation);
        return true;
    }

    private Task<(Problem? Problem, int Lines)> AskHistoryAsync(Conversation conversation, Timeline into, string direction, string point)
    {
        if (!State.Connection.IsOnline) return Task.FromResult<(Problem?, int)>((new(ProblemKind.Offline), 0));
        if (!State.Has(Capabilities.ChatHistory) || !State.Has(Capabilities.Batch) || !State.Has(Capabilities.LabeledResponse))
            return Task.FromResult<(Problem?, int)>((new(ProblemKind.NotAllowed), 0));
        var limit = State.Features.ChatHistoryLimit is > 0 and < AroundMost and var most ? most : AroundMost;
        var message = new Message("CHATHISTORY", direction, conversation.Name, point, limit.ToString(CultureInfo.InvariantCulture));
        var done = new TaskCompletionSource<(Problem?, int)>(TaskCreationOptions.RunContinuationsAsynchronously);
        AskAside(message, conversation.Name, into, answer => done.SetResult((answer.Problem, answer.Incoming is IncomingBatch batch ? batch.Lines().Count() : 0)));
        return done.Task;
    }

    // What is answered goes to who asked only, which takes labels.
    private void AskAside(Message message, string target, Timeline? into, Action<Answer> answered)
    {
        var label = NextLabel();
        State.Divert(label, into);
        _requests.Add(new(message.Command, target, _ => false, answer =>
        {
            State.EndDiversion(label);
            answered(answer);
        })
        {
            Label = label,
            Deadline = Uptime + _options.AnswerTimeout,
        });
        Send(message.WithTags(message.Tags.With(TagNames.Label, label)));
        _mailbox.Nudge();
    }
}
