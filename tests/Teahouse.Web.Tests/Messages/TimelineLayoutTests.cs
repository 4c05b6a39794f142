using Teahouse.Client;
using Teahouse.Web.Messages;
using Teahouse.Web.Tests.Fakes;
using static Teahouse.Web.Tests.Fakes.Entries;

namespace Teahouse.Web.Tests.Messages;

public sealed class TimelineLayoutTests
{
    [Fact]
    public void Messages_of_one_sender_within_five_minutes_share_a_head()
    {
        Assert.Equal("day 1 +2 +3 4", Draw(Said(1, "ann", "a"), Said(2, "ann", "b", 2), Said(3, "ann", "c", 4.9), Said(4, "ann", "d", 5)));
    }

    [Fact]
    public void Another_sender_or_another_kind_has_a_head_of_its_own()
    {
        Assert.Equal("day 1 2 3 4", Draw(
            Said(1, "ann", "a"), Said(2, "bob", "b"), Said(3, "ann", "c"),
            Said(4, "ann", "d") with { Kind = MessageKind.Notice }));
    }

    [Fact]
    public void The_same_nick_with_another_account_is_someone_else()
    {
        Assert.Equal("day 1 2", Draw(Said(1, "ann", "a"), Said(2, "ann", "b") with { From = new Sender("ann", "other") }));
    }

    [Fact]
    public void A_deed_stands_alone()
    {
        Assert.Equal("day 1 2 3", Draw(
            Said(1, "ann", "waves") with { Kind = MessageKind.Action },
            Said(2, "ann", "waves") with { Kind = MessageKind.Action }, Said(3, "ann", "hi")));
    }

    [Fact]
    public void A_new_day_has_a_divider_and_a_new_head()
    {
        Assert.Equal("day 1 day 2", Draw(Said(1, "ann", "a", 15 * 60 - 1), Said(2, "ann", "b", 15 * 60)));
    }

    [Fact]
    public void The_unread_line_stands_above_its_entry_and_begins_a_new_head()
    {
        Assert.Equal("day 1 unread 2 +3", DrawUnread(2, Said(1, "ann", "a"), Said(2, "ann", "b", 1), Said(3, "ann", "c", 2)));
    }

    [Fact]
    public void What_happens_between_two_messages_is_one_quiet_line()
    {
        Assert.Equal("day 1 quiet(2,3,4) 5 quiet(6)", Draw(
            Said(1, "ann", "a"), Did(2, "bob", EventKind.Join), Did(3, "cid", EventKind.Part), Did(4, "bob", EventKind.Quit),
            Said(5, "ann", "b"), Did(6, "bob", EventKind.Join)));
    }

    [Fact]
    public void An_entry_that_one_may_not_see_is_drawn_as_nothing_and_parts_nothing()
    {
        Assert.Equal("day 1 +3", Draw(Said(1, "ann", "a"), Did(2, "bob", EventKind.Placeholder), Said(3, "ann", "b", 1)));
    }

    [Fact]
    public void Rows_have_keys_of_their_own()
    {
        var rows = TimelineLayout.Rows(
            [Said(1, "ann", "a"), Did(2, "bob", EventKind.Join), Said(3, "ann", "b", 60 * 24)], 3, new FixedLocale());
        Assert.Equal(rows.Count, rows.Select(r => r.Key).Distinct().Count());
    }

    private static string Draw(params TimelineItem[] items) => DrawUnread(null, items);

    private static string DrawUnread(long? unread, params TimelineItem[] items) =>
        string.Join(' ', TimelineLayout.Rows(items, unread, new FixedLocale()).Select(row => row switch
        {
            MessageRow m => (m.IsFirst ? "" : "+") + m.Message.Key,
            QuietRow q => $"quiet({string.Join(',', q.Events.Select(e => e.Key))})",
            DayRow => "day",
            _ => "unread",
        }));
}
