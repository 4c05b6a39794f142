using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>The last entry that was read; what an interface may keep for the next visit.</summary>
/// <param name="Sequence">Null where entries have no numbers.</param>
/// <param name="HeldUntil">Somebody wants the rest to be unread again, although it was read up to this time.</param>
public sealed record ReadPosition(DateTimeOffset Time, SequenceTag? Sequence = null, DateTimeOffset? HeldUntil = null)
{
    internal static ReadPosition At(TimelineItem item) => new(item.Time, item.Sequence);

    /// <summary>Right before a message.</summary>
    internal static ReadPosition Before(TimelineItem item, DateTimeOffset heldUntil) =>
        new(item.Time.AddMilliseconds(-1), item.Sequence is { Number: > 1 } sequence ? sequence with { Number = sequence.Number - 1 } : null, heldUntil);

    /// <summary>Whether the entry is this one or one before it.</summary>
    internal bool Covers(TimelineItem item) =>
        Sequence is { } read && item.Sequence is { } other && read.Epoch == other.Epoch
            ? other.Number <= read.Number
            : item.Time <= Time;
}
