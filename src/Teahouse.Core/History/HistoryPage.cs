using Teahouse.Core.Events;

namespace Teahouse.Core.History;

/// <summary>An answer from the history.</summary>
/// <param name="Events">In order.</param>
/// <param name="Reached">There is nothing up to this number, after the first that was asked for, that could be shown and is not among them.</param>
internal sealed record HistoryPage(IReadOnlyList<Event> Events, long Reached)
{
    /// <summary>How many of them count for the limit.</summary>
    public static int Count(IEnumerable<Event> events) => events.Count(IsCounted);

    public static bool IsCounted(Event happened) => !happened.Kind.IsPresence() && happened.Kind != EventKind.Redact;
}
