using Bunit;
using Teahouse.Client;
using Teahouse.Web.Messages;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.Messages;

/// <summary>Replies, reactions, what was taken back, and the tool bar of a message.</summary>
public sealed class MessageActTests : BunitContext
{
    private readonly Chat _chat = new("#lobby");
    private readonly FakeBrowser _browser;
    private readonly List<MessageAct> _acts = [];

    public MessageActTests() => _browser = new FakeBrowser(this);

    private Room Lobby => _chat.Room("#lobby");

    [Fact]
    public void A_reply_shows_what_it_answers_and_leads_there()
    {
        _chat.Hear("@msgid=m1 :ann!u@h PRIVMSG #lobby :\u0002tea?\u0002", "@msgid=m2;+draft/reply=m1 :bob!u@h PRIVMSG #lobby :yes");
        var view = Draw();
        Assert.Equal("ann: tea?", view.Find(".quote").TextContent);
        Assert.Equal("In reply to ann: tea?", view.Find(".quote").GetAttribute("aria-label"));
        Act(view, "jump", 1, "m1");
        Assert.Equal(Key(0), _browser.Acts.Shown);
        Assert.Empty(_acts);
    }

    [Fact]
    public void A_reply_to_what_is_not_here_says_so_and_asks_for_it()
    {
        _chat.Hear("@msgid=m2;+draft/reply=m1 :bob!u@h PRIVMSG #lobby :yes");
        var view = Draw(Language.Chinese);
        Assert.Equal("一条更早的消息", view.Find(".quote").TextContent);
        Act(view, "jump", 0, "m1");
        Assert.Equal(("jump", "m1"), (_acts.Single().Name, _acts.Single().Value));
    }

    [Fact]
    public void Reactions_stand_below_as_chips_with_who_gave_them_and_ones_own_marked()
    {
        _chat.Hear(
            "@msgid=m1 :ann!u@h PRIVMSG #lobby :tea?", "@+draft/react=🍵;+draft/reply=m1 :bob!u@h TAGMSG #lobby",
            "@+draft/react=🍵;+draft/reply=m1 :me!u@h TAGMSG #lobby", "@+draft/react=<b>;+draft/reply=m1 :bob!u@h TAGMSG #lobby");
        var view = Draw();
        Assert.Equal(["🍵 2", "<b> 1"], view.FindAll(".chip").Select(c => c.TextContent));
        Assert.Equal(["true", "false"], view.FindAll(".chip").Select(c => c.GetAttribute("aria-pressed")));
        Assert.Equal("🍵 by bob and you", view.Find(".chip").GetAttribute("aria-label"));
        Act(view, "toggle", 0, "🍵");
        Assert.Equal(("toggle", "🍵"), (_acts.Single().Name, _acts.Single().Value));
    }

    [Fact]
    public async Task Several_messages_are_picked_until_they_are_copied_or_another_room_is_shown()
    {
        _chat.Hear("@msgid=m1 :ann!u@h PRIVMSG #lobby :one", ":me!u@h JOIN #tea");
        string? copied = null;
        var view = Render<TimelineView>(p => p.AddCascadingValue(Language.English).Add(t => t.Conversation, Lobby).Add(t => t.OnCopy, text => copied = text));
        await BeginAsync();
        Assert.Equal("1 message selected", view.Find(".picked [role=status]").TextContent);
        await view.InvokeAsync(() => _browser.Acts.Tell(0));
        Assert.True(view.Find(".picked .main").HasAttribute("disabled"));
        await view.InvokeAsync(() => _browser.Acts.Tell(2));
        view.Find(".picked .main").Click();
        Assert.Equal("[12:00] ann: one\n[12:01] bob: two", copied);
        Assert.False(_browser.Acts.IsPicking);
        Assert.Empty(view.FindAll(".picked"));

        await BeginAsync();
        await view.InvokeAsync(() => _browser.Acts.Tell(-1));
        Assert.Empty(view.FindAll(".picked"));

        await BeginAsync();
        view.Render(p => p.Add(t => t.Conversation, _chat.Room("#tea")));
        Assert.Empty(view.FindAll(".picked"));
        Assert.False(_browser.Acts.IsPicking);

        async Task BeginAsync()
        {
            await view.InvokeAsync(() => _browser.Acts.Act("more", Key(0)));
            view.FindAll("[role=menuitem]").Single(i => i.TextContent == "Select several…").Click();
        }
    }

    [Fact]
    public void What_was_taken_back_is_said_and_ones_own_can_be_written_again()
    {
        _chat.Hear("@msgid=m1 :ann!u@h PRIVMSG #lobby :secret", "@msgid=m2 :me!u@h PRIVMSG #lobby :oops");
        _chat.Hear(":ann!u@h REDACT #lobby m1", ":me!u@h REDACT #lobby m2");
        var view = Draw(Language.Chinese);
        Assert.Equal(["ann 撤回了一条消息", "你撤回了一条消息"], view.FindAll(".gone span").Select(g => g.TextContent));
        Assert.Equal("重新编辑", view.Find(".gone button").TextContent);
        Assert.DoesNotContain("secret", view.Markup, StringComparison.Ordinal);
        Act(view, "again", 1);
        Assert.Equal("oops", _acts.Single().Message.Redaction!.OwnText);
    }

    [Fact]
    public void The_menu_has_what_may_be_done_and_tells_what_was_chosen()
    {
        _chat.Hear("@msgid=m1 :ann!u@h PRIVMSG #lobby :one", "@msgid=m2 :me!u@h PRIVMSG #lobby :two");
        var view = Draw();
        Act(view, "more", 0);
        Assert.Equal(["Reply", "React", "Copy text", "Select several…", "Copy link", "Save", "Mark unread from here"], view.FindAll("[role=menuitem]").Select(i => i.TextContent.Trim()));
        _browser.Acts.Close("message-menu");
        view.WaitForAssertion(() => Assert.Empty(view.FindAll("[role=menu]")));
        Act(view, "more", 1);
        var items = view.FindAll("[role=menuitem]");
        Assert.Equal("Take back", items[^1].TextContent.Trim());
        items[^1].Click();
        Assert.Equal(("redact", "two"), (_acts.Single().Name, _acts.Single().Message.Text));
    }

    [Fact]
    public void An_emoji_is_chosen_from_the_tool_bar()
    {
        _chat.Hear("@msgid=m1 :ann!u@h PRIVMSG #lobby :one");
        var view = Draw();
        Assert.Equal(["React", "Reply", "More"], view.FindAll(".bar button").Select(b => b.GetAttribute("aria-label")));
        Assert.Equal("This message", view.Find(".bar").GetAttribute("aria-label"));
        Assert.Single(view.FindAll(".beside"));
        Act(view, "react", 0);
        view.FindAll(".emoji button").Single(b => b.TextContent == "🍵").Click();
        Assert.Equal(("toggle", "🍵"), (_acts.Single().Name, _acts.Single().Value));
        view.WaitForAssertion(() => Assert.Empty(view.FindAll(".emoji")));
    }

    [Fact]
    public void A_message_under_way_or_taken_back_has_no_tool_bar_and_takes_no_key()
    {
        _chat.Hear("@msgid=m1 :ann!u@h PRIVMSG #lobby :one", ":ann!u@h REDACT #lobby m1");
        _chat.Write(Lobby, "hello");
        var view = Draw();
        Assert.Empty(view.FindAll(".beside"));
        foreach (var act in new[] { "more", "react", "reply" })
        {
            Act(view, act, 0);
            Act(view, act, 1);
        }
        Assert.Empty(_acts);
        Assert.Empty(view.FindAll("[popover]"));
    }

    [Theory]
    [InlineData("http://h/#lobby/abc", "#lobby", "abc")]
    [InlineData("http://h/#%E8%8C%B6%23x/a%2Fb", "#茶#x", "a/b")]
    [InlineData("http://h/#lobby", null, null)]
    [InlineData("http://h/", null, null)]
    [InlineData("http://h/#/abc", null, null)]
    public void A_link_names_a_room_and_a_message(string address, string? room, string? id) =>
        Assert.Equal(room is null ? null : new MessageLink(room, id!), MessageLink.Read(address));

    private string Key(int index) => MessageRow.KeyOf(Lobby.Timeline.Items.OfType<TimelineMessage>().ElementAt(index));

    private void Act(IRenderedComponent<TimelineView> view, string name, int index, string value = "") =>
        _ = view.InvokeAsync(() => _browser.Acts.Act(name, Key(index), value));

    private IRenderedComponent<TimelineView> Draw(Language language = Language.English) =>
        Render<TimelineView>(p => p
            .AddCascadingValue(language).Add(v => v.Conversation, Lobby).Add(v => v.Me, "me").Add(v => v.CanReact, true)
            .Add(v => v.CanRedact, m => m.From.IsMe).Add(v => v.OnAct, a => _acts.Add(a)));
}
