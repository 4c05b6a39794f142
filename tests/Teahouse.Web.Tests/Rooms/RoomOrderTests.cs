using Bunit;
using Teahouse.Client;
using Teahouse.Web.Rooms;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.Rooms;

/// <summary>The reader's own order of the list, and what they do not want in it.</summary>
public sealed class RoomOrderTests : BunitContext
{
    private readonly Chat _chat = new("#lobby", "#design", "#notes");
    private readonly FakeBrowser _browser;
    private Conversation? _hidden;

    public RoomOrderTests() => _browser = new FakeBrowser(this);

    [Fact]
    public void What_is_dropped_stays_where_it_was_put_also_in_another_tab_and_after_a_reload()
    {
        var list = Draw();
        _browser.Drag.Moved("r#notes", "r#lobby", false);
        Assert.Equal("notes lobby design", Read(list));
        Assert.Equal("#notes is now 1 of 3", list.Find("p[role=status]").TextContent);
        _browser.Drag.Moved("r#notes", "r#design", true);
        Assert.Equal("lobby design notes", Read(list));
        Rest();
        _browser.Storage.WriteElsewhere("list.order", "#design,#gone,#lobby");
        list.WaitForAssertion(() => Assert.Equal("design lobby notes", Read(list)));
        Assert.Equal("design lobby notes", string.Join(' ', new RoomArrangement(_browser.Storage).Sorted(_chat.State.Rooms).Select(r => r.Name[1..])));
    }

    [Fact]
    public void A_row_goes_up_and_down_by_keyboard_and_no_further_than_the_ends()
    {
        var list = Draw();
        _browser.Drag.Stepped("r#lobby", -1);
        Assert.Equal("lobby design notes", Read(list));
        _browser.Drag.Stepped("r#lobby", 1);
        _browser.Drag.Stepped("r#lobby", 1);
        _browser.Drag.Stepped("r#lobby", 1);
        Assert.Equal("design notes lobby", Read(list));
    }

    [Fact]
    public void The_menu_of_a_row_moves_mutes_and_hides_it()
    {
        var list = Draw();
        _browser.Drag.Asked("r#lobby");
        Assert.Equal(["Move down", "Mute", "Hide from the list"], list.FindAll("[role=menuitem]").Select(i => i.TextContent));
        list.FindAll("[role=menuitem]")[0].Click();
        Assert.Equal("design lobby notes", Read(list));
        Assert.Empty(list.FindAll("[role=menu]"));
        list.FindAll(".more")[1].Click();
        Assert.Equal(["Move up", "Move down", "Mute", "Hide from the list"], list.FindAll("[role=menuitem]").Select(i => i.TextContent));
        Rest();
        list.FindAll("[role=menuitem]")[2].Click();
        list.WaitForAssertion(() => Assert.Single(list.FindAll(".room.muted")));
        list.FindAll(".more")[2].Click();
        list.FindAll("[role=menuitem]")[^1].Click();
        Assert.Equal("#notes", _hidden?.Name);
    }

    [Fact]
    public void What_is_hidden_stays_at_hand_below_and_is_back_when_somebody_calls_the_reader_there()
    {
        new RoomArrangement(_browser.Storage).Hide(_chat.Room("#notes"));
        Conversation? picked = null;
        var list = Draw(c => picked = c);
        list.WaitForAssertion(() => Assert.Equal("lobby design", Read(list)));
        Assert.Equal("1 hidden", list.Find("summary").TextContent);
        list.Find(".hidden li button").Click();
        Assert.Equal("#notes", picked?.Name);
        _chat.Hear(":ann!u@h PRIVMSG #lobby :one", ":ann!u@h PRIVMSG #notes :nothing for anybody");
        list.WaitForAssertion(() => Assert.Single(list.FindAll(".badge")));
        Assert.Equal("lobby design", Read(list));
        Rest();
        _chat.Hear(":ann!u@h PRIVMSG #notes :me: look");
        list.WaitForAssertion(() => Assert.Equal("notes lobby design", Read(list)));
    }

    [Fact]
    public void Where_nothing_can_be_kept_the_order_holds_as_long_as_the_page()
    {
        var list = Draw();
        _browser.Storage.IsClosed = true;
        _browser.Drag.Moved("r#notes", "r#lobby", false);
        Assert.Equal("notes lobby design", Read(list));
    }

    // What was asked to be drawn is drawn, and what is asked next is drawn at once.
    private void Rest()
    {
        _browser.Time.Advance(TimeSpan.FromSeconds(1));
        _browser.Time.Advance(TimeSpan.FromSeconds(1));
    }

    private IRenderedComponent<RoomList> Draw(Action<Conversation>? pick = null) => Render<RoomList>(p => p
        .AddCascadingValue(Language.English).Add(l => l.State, _chat.State).Add(l => l.OnHide, c => _hidden = c).Add(l => l.OnPick, pick ?? (_ => { })));

    private static string Read(IRenderedComponent<RoomList> list) => string.Join(' ', list.FindAll(".room .name").Select(n => n.TextContent));
}
