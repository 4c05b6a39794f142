using Teahouse.Protocol;

namespace Teahouse.Client;

public sealed partial class ChatClient
{
    // Of pages that hold nothing but what is no message.
    private const int MostPagesToMessage = 5;

    /// <summary>
    /// Goes to the first message said at a moment or after it, however long ago (CHATHISTORY AROUND a timestamp): its surroundings are
    /// then in the timeline, or in <see cref="Conversation.Excursion"/>. The problem tells why not: <see cref="ProblemKind.NoSuchTarget"/> if nothing was said since.
    /// </summary>
    public async Task<(TimelineMessage? Found, Problem? Problem)> LookAtAsync(Conversation conversation, DateTimeOffset moment)
    {
        if (FirstSince(conversation.Timeline, moment) is { } here && ReachesBefore(conversation.Timeline, moment))
        {
            EndExcursion(conversation);
            return (here, null);
        }
        EndExcursion(conversation);
        var excursion = new Excursion();
        var (problem, _) = await AskHistoryAsync(conversation, excursion.Timeline, "AROUND", $"timestamp={ServerTime.Format(moment)}");
        for (var page = 0; problem is null && FirstSince(excursion.Timeline, moment) is null && page < MostPagesToMessage; page++)
        {
            if (excursion.Timeline.Newest?.MessageId is not { } newest) break;
            (problem, var lines) = await AskHistoryAsync(conversation, excursion.Timeline, "AFTER", $"msgid={newest}");
            if (lines == 0) break;
        }
        if (problem is not null) return (null, problem);
        if (FirstSince(excursion.Timeline, moment) is not { } found) return (null, new(ProblemKind.NoSuchTarget));
        excursion.Timeline.HasOlder = true;
        conversation.Excursion = excursion;
        if (!Meet(conversation, excursion)) Touch(conversation);
        return (found, null);
    }

    private static TimelineMessage? FirstSince(Timeline timeline, DateTimeOffset moment) =>
        timeline.Items.Take(timeline.StoredCount).OfType<TimelineMessage>().FirstOrDefault(m => m.Time >= moment && m.MessageId is not null);

    // Otherwise an earlier one of that time may not have been loaded.
    private static bool ReachesBefore(Timeline timeline, DateTimeOffset moment) =>
        !timeline.HasOlder || timeline.Items.Take(timeline.StoredCount).Any(i => i.MessageId is not null && i.Time < moment);
}
