using Teahouse.Client;
using Teahouse.Web.Browser;

namespace Teahouse.Web.Messages;

/// <summary>One line of a drawn timeline.</summary>
/// <param name="Key">Stable and unique among the rows: what the list is drawn by.</param>
public abstract record TimelineRow(string Key);

public sealed record DayRow(LocalDay Day) : TimelineRow($"d{Day.Start.ToUnixTimeSeconds()}");

public sealed record UnreadRow() : TimelineRow("unread");

/// <param name="IsFirst">Whether it stands under a head of its own, with avatar and name.</param>
/// <param name="Quote">What it answers, or null.</param>
public sealed record MessageRow(TimelineMessage Message, bool IsFirst, Quote? Quote = null) : TimelineRow(KeyOf(Message))
{
    public static string KeyOf(TimelineItem item) => $"m{item.Key}";
}

/// <summary>Messages of people whom the reader ignores, in one quiet line.</summary>
public sealed record HiddenRow(IReadOnlyList<TimelineMessage> Messages) : TimelineRow($"h{Messages[0].Key}")
{
    public bool Equals(HiddenRow? other) => other is not null && Messages.SequenceEqual(other.Messages);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}

/// <summary>What happened between two messages, told in one quiet line.</summary>
public sealed record QuietRow(IReadOnlyList<TimelineEvent> Events) : TimelineRow($"q{Events[0].Key}")
{
    public bool Equals(QuietRow? other) => other is not null && Events.SequenceEqual(other.Events);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
