using Teahouse.Client;
using Teahouse.Web.Messages;
using Teahouse.Web.Tests.Fakes;
using static Teahouse.Web.Tests.Fakes.Entries;

namespace Teahouse.Web.Tests.Messages;

/// <summary>What has not changed is known to be drawn without being looked at.</summary>
public sealed class RowBlockTests
{
    private readonly List<TimelineItem> _items = [.. Enumerable.Range(0, 100).Select(i => Said(i, "ann", "x"))];
    private readonly DrawnRows _drawn = new();
    private IReadOnlyList<RowBlock> _blocks = [];

    [Fact]
    public void All_rows_are_in_blocks_in_their_order()
    {
        var rows = Rows();
        Draw();
        Assert.Equal(rows, _blocks.SelectMany(block => block.Rows));
        Assert.InRange(_blocks.Count, 2, 20);
    }

    [Fact]
    public void What_comes_and_goes_at_the_ends_changes_the_first_and_the_last_block_only()
    {
        Draw();
        var before = _blocks;
        _items.RemoveAt(0);
        _items.Add(Said(100, "ann", "x"));
        Draw();
        Assert.Equal(before.Select(block => block.Key), _blocks.Select(block => block.Key));
        Assert.Equal(before.Skip(1).SkipLast(1), _blocks.Skip(1).SkipLast(1));
        Assert.NotSame(before[^1], _blocks[^1]);
    }

    [Fact]
    public void A_message_that_has_changed_changes_its_block_only()
    {
        Draw();
        var before = _blocks;
        _items[50] = Said(50, "ann", "other");
        Draw();
        Assert.Single(_blocks.Except(before));
        Assert.Contains(_blocks.Except(before).Single().Rows, row => row is MessageRow { Message.Text: "other" });
    }

    [Fact]
    public void Entries_that_came_later_and_stand_earlier_leave_every_block_a_key_of_its_own()
    {
        // A page of the history, fetched while others spoke.
        _items.InsertRange(0, Enumerable.Range(100, 60).Select(i => Said(i, "bob", "x", -60)));
        _items.InsertRange(30, Enumerable.Range(160, 60).Select(i => Said(i, "cid", "x", -60)));
        Draw();
        Assert.Equal(_blocks.Count, _blocks.Select(block => block.Key).Distinct().Count());
        Assert.Equal(Rows(), _blocks.SelectMany(block => block.Rows));
    }

    [Fact]
    public void What_is_loaded_before_it_leaves_a_block_its_key()
    {
        Draw();
        var before = _blocks;
        // Of the same number as the last block, and not beside it.
        _items.InsertRange(0, Enumerable.Range(100, 60).Select(i => Said(i, "bob", "x", -60)));
        Draw();
        Assert.Superset(before.Skip(1).ToHashSet(), _blocks.ToHashSet());
    }

    [Fact]
    public void A_divider_stands_in_the_block_of_what_follows()
    {
        Draw(unread: 50);
        var block = _blocks.Single(block => block.Rows.OfType<UnreadRow>().Any());
        Assert.Contains(block.Rows, row => row is MessageRow { Message.Key: 50 });
    }

    private void Draw(long? unread = null) => _blocks = RowBlock.Of(Rows(unread), _blocks);

    private IReadOnlyList<TimelineRow> Rows(long? unread = null) => TimelineLayout.Rows(_items, unread, new FixedLocale(), drawn: _drawn);
}
