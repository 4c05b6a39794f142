using Teahouse.Check.Judging;

namespace Teahouse.Check.Tests.Judging;

/// <summary>
/// A run written by hand: one room, messages in their order, each sent and answered before the next. Message n is sent at tick
/// 10n + 1 and answered at 10n + 2; readers are in from tick 0, unless told otherwise, and sure of everything.
/// </summary>
internal sealed class Story
{
    private readonly List<SentMessage> _messages = [];
    private readonly List<View> _views = [];
    private IReadOnlyList<Sighting>? _history;

    public Promises Promises { get; set; } = new(Echo: true, History: true, Once: true, Killed: false);

    /// <summary>A writer's next message; the writer's first connection is 1.</summary>
    public Story Sends(int writer, SendOutcome outcome = SendOutcome.Accepted, int connection = 1, ulong mark = 0, Place place = default)
    {
        var at = 10 * _messages.Count;
        _messages.Add(new(writer, 0, connection, at + 1, outcome == SendOutcome.Unknown ? 0 : at + 2, outcome, mark, place));
        return this;
    }

    public Story Sees(int reader, params int[] messages) => Looks(reader, 0, 1_000_000, messages);

    public Story Looks(int reader, long from, long until, params int[] messages) =>
        Looks(reader, from, until, [.. messages.Select(message => new Sighting(message))]);

    public Story Looks(int reader, long from, long until, params Sighting[] seen)
    {
        _views.Add(new(reader, 0, from, until, seen));
        return this;
    }

    public Story Stores(params int[] messages) => Stores([.. messages.Select(message => new Sighting(message))]);

    public Story Stores(params Sighting[] entries)
    {
        _history = entries;
        return this;
    }

    public RunRecord Record() =>
        new(Promises, ["#tea"], _messages, _views, _history is null ? [] : [new StoredConversation(0, _history)]);

    /// <summary>What the judge finds, as <c>Kind message reader</c>.</summary>
    public string[] Findings() => [.. Judge.Find(Record()).Select(Describe)];

    public static string Describe(Finding finding) =>
        $"{finding.Kind} {finding.Message}" + (finding.InHistory ? " history" : finding.Reader >= 0 ? $" by {finding.Reader}" : "");
}
