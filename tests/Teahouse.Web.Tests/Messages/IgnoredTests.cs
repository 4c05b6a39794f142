using Bunit;
using Teahouse.Client;
using Teahouse.Web.Messages;
using Teahouse.Web.Rooms;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.Messages;

/// <summary>Messages of people whom the reader ignores, and those that are marked unread.</summary>
public sealed class IgnoredTests : BunitContext
{
    private readonly Chat _chat = new("#lobby");
    private readonly FakeBrowser _browser;
    private int _read;

    public IgnoredTests() => _browser = new FakeBrowser(this);

    private Room Lobby => _chat.Room("#lobby");

    [Fact]
    public void Their_messages_fold_into_a_quiet_line_that_can_be_opened()
    {
        _chat.State.SetIgnored(["Troll"]);
        _chat.Hear(":ann!u@h PRIVMSG #lobby :one", ":troll!u@h PRIVMSG #lobby :rude", ":troll!u@h PRIVMSG #lobby :ruder", ":ann!u@h PRIVMSG #lobby :two");
        var view = Draw();
        Assert.Equal(["one", "two"], view.FindAll(".text").Select(t => t.TextContent));
        Assert.Equal("2 messages of people you ignore", view.Find(".quiet span").TextContent);
        view.Find(".reveal").Click();
        Assert.Equal(["one", "rude", "ruder", "two"], view.FindAll(".text").Select(t => t.TextContent));
    }

    [Fact]
    public void An_account_is_ignored_under_whatever_nick_and_its_words_are_not_quoted()
    {
        _chat.State.SetIgnored(["troll"]);
        _chat.Hear("@account=troll;msgid=a :nice!u@h PRIVMSG #lobby :rude", "@msgid=b;+draft/reply=a :ann!u@h PRIVMSG #lobby :please", "@account=other :troll!u@h PRIVMSG #lobby :hello");
        var view = Draw();
        Assert.Equal(["please", "hello"], view.FindAll(".text").Select(t => t.TextContent));
        Assert.Equal("an older message", view.Find(".quote").TextContent);
    }

    [Fact]
    public void They_count_as_nothing_and_nobody_sees_them_type()
    {
        _browser.Page.Look(false);
        _chat.Read(Lobby);
        _chat.State.SetIgnored(["troll"]);
        _chat.Hear(":troll!u@h PRIVMSG #lobby :me, look", ":troll!u@h PRIVMSG me :look", "@+typing=active :troll!u@h TAGMSG #lobby");
        Assert.Equal((0, 0, 0), (Lobby.UnreadCount, _chat.State.DirectChats[0].UnreadCount, Lobby.Typing.Count));
        Assert.Empty(RoomSections.Of(_chat.State, null, _ => false, new RoomArrangement(_browser.Storage)).Chats);
        _chat.State.SetIgnored([]);
        _chat.State.RaiseChanges();
        Assert.Equal((1, 1), (Lobby.UnreadCount, _chat.State.DirectChats[0].UnreadCount));
    }

    [Fact]
    public async Task What_is_marked_unread_stays_so_before_the_readers_eyes_until_the_room_is_left()
    {
        _chat.Hear("@msgid=a :ann!u@h PRIVMSG #lobby :one", "@msgid=b :ann!u@h PRIVMSG #lobby :two", "@msgid=c :ann!u@h PRIVMSG #lobby :three");
        _chat.Read(Lobby);
        var view = Draw();
        Assert.Empty(view.FindAll("[data-unread]"));
        await view.InvokeAsync(view.Instance.KeepUnread);
        Lobby.ReadPosition = ReadPosition.Before((TimelineMessage)Lobby.Timeline.Items[1], Lobby.Timeline.Items[2].Time);
        _browser.Time.Advance(TimeSpan.FromSeconds(1));
        _chat.CatchUp(Lobby);
        _chat.Settle(Lobby);
        view.WaitForElement("[data-unread]");
        Assert.Equal((2, 0), (Lobby.UnreadCount, _read));
        _browser.Time.Advance(TimeSpan.FromSeconds(1));
        _chat.Hear("@time=2026-03-05T09:00:00.500Z :irc.test MARKREAD #lobby timestamp=2026-03-05T09:00:08.000Z");
        Assert.Equal(2, Lobby.UnreadCount);
    }

    private IRenderedComponent<TimelineView> Draw() => Render<TimelineView>(p => p
        .Add(v => v.Conversation, Lobby).Add(v => v.Me, "me").Add(v => v.Ignores, _chat.State.Ignores).Add(v => v.OnRead, _ => _read++));
}
