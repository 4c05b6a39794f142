using Teahouse.Client;
using Teahouse.Web.Messages;
using static Teahouse.Web.Tests.Fakes.Entries;

namespace Teahouse.Web.Tests.Messages;

public sealed class TimelineWindowTests
{
    private readonly TimelineWindow _window = new();
    private readonly List<TimelineItem> _items = [.. Enumerable.Range(0, 1000).Select(i => Said(i, "ann", "x"))];

    [Fact]
    public void It_begins_with_the_newest_few_and_follows_what_comes()
    {
        AssertShows(970, 999);
        _items.Add(Said(1000, "ann", "x"));
        AssertShows(971, 1000);
        Assert.True(_window.IsLive);
    }

    [Fact]
    public void It_grows_into_the_past_step_by_step_and_lets_the_newest_go_at_its_most()
    {
        _window.ShowOlder(_items);
        AssertShows(955, 999);
        for (var start = 955; start > 805; start -= TimelineWindow.Step) _window.ShowOlder(_items);
        AssertShows(805, 999);
        Assert.True(_window.IsLive);
        _window.ShowOlder(_items);
        AssertShows(790, 989);
        Assert.False(_window.IsLive);
    }

    [Fact]
    public void Whoever_follows_the_end_stays_there_however_much_came_since_it_was_drawn()
    {
        _window.ShowOlder(_items, keepsEnd: true);
        AssertShows(955, 999);
        // What is drawn is a few entries; the page is near their top, and wants older ones.
        for (var i = 1000; i < 1900; i++) _items.Add(Said(i, "ann", "x"));
        for (var i = 0; i < 20; i++) _window.ShowOlder(_items, keepsEnd: true);
        AssertShows(1700, 1899);
        Assert.True(_window.IsLive);
    }

    [Fact]
    public void What_follows_the_end_does_not_grow_with_it()
    {
        _window.ShowOlder(_items, keepsEnd: true);
        for (var i = 1000; i < 1900; i++) _items.Add(Said(i, "ann", "x"));
        AssertShows(1855, 1899);
    }

    [Fact]
    public void Where_very_many_come_at_once_it_begins_anew_with_few()
    {
        for (var i = 0; i < 3; i++) _window.ShowOlder(_items, keepsEnd: true);
        _window.Follow(_items);
        AssertShows(925, 999);
        _items.Add(Said(1000, "ann", "x"));
        _window.Follow(_items);
        AssertShows(926, 1000);
        for (var i = 1001; i < 1101; i++) _items.Add(Said(i, "ann", "x"));
        _window.Follow(_items);
        AssertShows(1071, 1100);
        Assert.True(_window.IsLive);
    }

    [Fact]
    public void Back_at_its_end_it_lets_the_oldest_go_again()
    {
        _window.ShowOlder(_items);
        _items.Add(Said(1000, "ann", "x"));
        AssertShows(955, 1000);
        _window.Loosen(_items);
        AssertShows(955, 1000);
        _items.Add(Said(1001, "ann", "x"));
        AssertShows(956, 1001);
    }

    [Fact]
    public void It_comes_back_step_by_step_until_it_is_live()
    {
        for (var i = 0; i < 20; i++) _window.ShowOlder(_items);
        AssertShows(670, 869);
        _window.ShowNewer(_items);
        AssertShows(685, 884);
        for (var i = 0; i < 8; i++) _window.ShowNewer(_items);
        AssertShows(800, 999);
        Assert.True(_window.IsLive);
    }

    [Fact]
    public void It_comes_back_at_once()
    {
        for (var i = 0; i < 20; i++) _window.ShowOlder(_items);
        _window.ShowNow();
        AssertShows(970, 999);
    }

    [Fact]
    public void Held_it_stays_whatever_comes_before_or_behind()
    {
        _window.Hold(_items);
        _items.Insert(0, Said(-1, "ann", "x"));
        _items.AddRange(Enumerable.Range(1000, 500).Select(i => Said(i, "ann", "x")));
        AssertShows(970, 999);
        Assert.False(_window.IsLive);
    }

    [Fact]
    public void It_shows_a_wanted_entry_with_some_before_it()
    {
        _window.Show(_items, 500);
        AssertShows(485, 529);
        _window.Show(_items, 520);
        AssertShows(485, 529);
    }

    [Fact]
    public void At_the_beginning_there_is_nothing_older()
    {
        for (var i = 0; i < 80; i++) _window.ShowOlder(_items);
        AssertShows(0, 199);
        Assert.False(_window.HasOlder(_items));
    }

    [Fact]
    public void An_empty_timeline_is_an_empty_window()
    {
        _window.ShowOlder([]);
        _window.ShowNewer([]);
        _window.Hold([]);
        Assert.Empty(_window.Of([]));
        Assert.True(_window.IsLive);
    }

    private void AssertShows(long first, long last)
    {
        var shown = _window.Of(_items).Select(i => i.Key).ToList();
        Assert.Equal((first, last), (shown[0], shown[^1]));
    }
}
