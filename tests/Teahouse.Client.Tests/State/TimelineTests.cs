using CsCheck;
using Teahouse.Protocol;

namespace Teahouse.Client.Tests;

public sealed class TimelineTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static long s_key;

    [Fact]
    public void Entries_in_any_order_end_in_theirs()
    {
        Gen.Shuffle(Enumerable.Range(1, 30).SelectMany(n => new[] { n, n }).ToArray()).Sample(numbers =>
        {
            var timeline = new Timeline();
            var added = numbers.Count(n => timeline.Add(Entry(n)));
            Assert.Equal(30, added);
            Assert.Equal(Enumerable.Range(1, 30).Select(n => (long)n), Numbers(timeline));
        });
    }

    [Fact]
    public void What_has_no_number_stands_by_its_time()
    {
        var entries = Enumerable.Range(1, 20).Select(TimelineItem (n) => Entry(n)).Concat(Enumerable.Range(0, 20).Select(n => Event(n, $"nick{n}"))).ToArray();
        Gen.Shuffle(entries).Sample(shuffled =>
        {
            var timeline = new Timeline();
            foreach (var entry in shuffled)
            {
                Assert.True(timeline.Add(entry));
                Assert.False(timeline.Add(entry with { Key = ++s_key }, replay: true));
            }
            // The numbered entry n was said in second n, and the event n half a second after it.
            var times = timeline.Items.Select(i => i.Time).ToArray();
            Assert.Equal(times.Order(), times);
        });
    }

    [Fact]
    public void A_number_is_stronger_than_a_clock()
    {
        var timeline = new Timeline();
        timeline.Add(Entry(2) with { Time = Start });
        timeline.Add(Event(1, "nick"));
        timeline.Add(Entry(1) with { Time = Start.AddHours(1) });
        Assert.Equal([1, 2], Numbers(timeline));
    }

    [Fact]
    public void Holes_are_found_from_the_newest_on()
    {
        var timeline = new Timeline();
        foreach (var n in new[] { 3, 4, 7, 10 }) timeline.Add(Entry(n));
        var gap = timeline.NewestGap()!;
        Assert.Equal((new SequenceRange(8, 9), "m7", "m10"), (gap.Range, gap.Before.MessageId, gap.After.MessageId));
        timeline.GiveUp(gap.Range);
        Assert.Equal(new SequenceRange(5, 6), timeline.NewestGap()!.Range);
        timeline.Add(Entry(5));
        Assert.Equal(new SequenceRange(6, 6), timeline.NewestGap()!.Range);
        timeline.Add(Entry(6));
        Assert.Null(timeline.NewestGap());
    }

    [Fact]
    public void Own_messages_under_way_stay_at_the_end()
    {
        var timeline = new Timeline();
        timeline.AddPending(Entry(0) with { Sequence = null, MessageId = null });
        timeline.Add(Entry(1));
        timeline.Add(Event(100, "nick"));
        Assert.Equal("text 0", Assert.IsType<TimelineMessage>(timeline.Items[^1]).Text);
    }

    [Fact]
    public void Only_so_many_entries_are_kept_unless_older_ones_are_wanted()
    {
        var timeline = new Timeline();
        for (var n = 1; n <= Timeline.UsualLimit + 5; n++) timeline.Add(Entry(n));
        timeline.Trim();
        Assert.Equal((Timeline.UsualLimit, 6L, true), (timeline.Items.Count, timeline.Items[0].Sequence!.Value.Number, timeline.HasOlder));

        Assert.True(timeline.Grow(5));
        for (var n = 1; n <= 5; n++) Assert.True(timeline.Add(Entry(n)));
        timeline.Trim();
        Assert.Equal(Timeline.UsualLimit + 5, timeline.Items.Count);
        timeline.Shrink();
        Assert.Equal(Timeline.UsualLimit, timeline.Items.Count);
        Assert.False(timeline.Grow(1_000_000));
    }

    [Fact]
    public void An_era_that_is_over_does_not_come_back()
    {
        var timeline = new Timeline();
        timeline.Add(Entry(5));
        Assert.True(timeline.Add(Entry(1) with { MessageId = "new", Sequence = new SequenceTag(2, 1) }));
        Assert.False(timeline.Add(Entry(6)));
        Assert.Equal([1], Numbers(timeline));
    }

    private static IEnumerable<long> Numbers(Timeline timeline) =>
        timeline.Items.Where(i => i.Sequence is not null).Select(i => i.Sequence!.Value.Number);

    private static TimelineMessage Entry(int n) => new()
    {
        Key = ++s_key, Time = Start.AddSeconds(n), From = new("bob"), Text = $"text {n}", MessageId = $"m{n}", Sequence = new(1, n),
    };

    private static TimelineEvent Event(int n, string nick) =>
        new TimelineEvent { Key = ++s_key, Time = Start.AddSeconds(n + 0.5), From = new(nick), Kind = EventKind.Join };
}
