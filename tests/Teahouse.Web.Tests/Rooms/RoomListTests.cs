using Bunit;
using Teahouse.Web.Rooms;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.Rooms;

public sealed class RoomListTests : BunitContext
{
    private readonly Chat _chat = new("#lobby", "#design", "#release-notes");
    private readonly FakeBrowser _browser;

    public RoomListTests() => _browser = new FakeBrowser(this);

    [Fact]
    public void What_is_unread_gathers_on_top_with_those_for_the_reader_first()
    {
        var list = Draw();
        Assert.Equal("Rooms: lobby design release-notes", Read(list));
        _chat.Hear(":ann!u@h PRIVMSG #release-notes :one", ":ann!u@h PRIVMSG #release-notes :two");
        list.WaitForAssertion(() => Assert.Equal("Unread: release-notes 2 | Rooms: lobby design", Read(list)));
        _browser.Time.Advance(TimeSpan.FromSeconds(1));
        _chat.Hear(":ann!u@h PRIVMSG #design :me: look");
        list.WaitForAssertion(() => Assert.Equal("Unread: design @1 release-notes 2 | Rooms: lobby", Read(list)));
    }

    [Fact]
    public void The_open_room_stays_where_it_is_and_carries_no_badge_while_it_is_looked_at()
    {
        _chat.Hear(":ann!u@h PRIVMSG #lobby :one");
        var list = Draw();
        Assert.Equal("Rooms: lobby design release-notes", Read(list));
        _browser.Page.Look(false);
        list.WaitForAssertion(() => Assert.Equal("Rooms: lobby 1 design release-notes", Read(list)));
    }

    [Fact]
    public void A_message_from_a_person_opens_a_direct_chat_for_the_reader()
    {
        _chat.Hear(":ann!u@h PRIVMSG me :psst");
        Assert.Equal("Unread: ann 1 | Rooms: lobby design release-notes", Read(Draw()));
    }

    [Fact]
    public void A_count_beyond_ninety_nine_is_capped_but_told_in_words()
    {
        _chat.Hear([.. Enumerable.Repeat(":ann!u@h PRIVMSG #design :x", 120)]);
        var badge = Draw().Find(".badge");
        Assert.Equal("99+", badge.QuerySelector("[aria-hidden]")!.TextContent);
        Assert.Equal("120 unread messages", badge.QuerySelector(".unseen")!.TextContent);
    }

    [Fact]
    public void Chinese_readers_read_Chinese()
    {
        _chat.Hear(":ann!u@h PRIVMSG #design :x");
        var list = Draw(Language.Chinese);
        Assert.Equal(["未读", "房间"], list.FindAll("h2").Select(h => h.TextContent));
        Assert.Equal("1 条未读", list.Find(".badge .unseen").TextContent);
    }

    [Fact]
    public void A_room_is_picked_by_a_click()
    {
        Teahouse.Client.Conversation? picked = null;
        var list = Render<RoomList>(p => p.Add(l => l.State, _chat.State).Add(l => l.OnPick, c => picked = c));
        list.FindAll(".room")[1].Click();
        Assert.Equal("#design", picked?.Name);
    }

    private IRenderedComponent<RoomList> Draw(Language language = Language.English) => Render<RoomList>(p => p
        .AddCascadingValue(language).Add(l => l.State, _chat.State).Add(l => l.Current, _chat.Room("#lobby")));

    /// <summary>Each section's title with its rows and badges.</summary>
    private static string Read(IRenderedComponent<RoomList> list) =>
        string.Join(" | ", list.FindAll("h2").Select(title => title.TextContent + ": " + string.Join(' ',
            title.NextElementSibling!.QuerySelectorAll(".room").Select(row =>
                row.QuerySelector(".name")!.TextContent
                + (row.QuerySelector(".badge [aria-hidden]") is { } badge ? " " + badge.TextContent : "")))));
}
