namespace Teahouse.Client;

/// <summary>
/// What was said and happened in a conversation, oldest first, each entry once. Own messages under way stand at the end.
/// Used only from the client's loop (see <see cref="ChatState"/>).
/// </summary>
public sealed class Timeline
{
    private readonly List<TimelineItem> _items = [];

    /// <summary>A live view: read it anew after each change.</summary>
    public IReadOnlyList<TimelineItem> Items => _items;

    /// <summary>Whether older entries may be on the server.</summary>
    public bool HasOlder { get; internal set; }

    public bool IsLoadingOlder { get; internal set; }
}
