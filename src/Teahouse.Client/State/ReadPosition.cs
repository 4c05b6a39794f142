using Teahouse.Protocol;

namespace Teahouse.Client;

/// <summary>The last entry that was read; what an interface may keep for the next visit.</summary>
/// <param name="Sequence">Null where entries have no numbers.</param>
public sealed record ReadPosition(DateTimeOffset Time, SequenceTag? Sequence = null)
{
    internal static ReadPosition At(TimelineItem item) => new(item.Time, item.Sequence);

    /// <summary>Whether the entry is this one or one before it.</summary>
    internal bool Covers(TimelineItem item) =>
        Sequence is { } read && item.Sequence is { } other && read.Epoch == other.Epoch
            ? other.Number <= read.Number
            : item.Time <= Time;
}
