using Bunit;
using Teahouse.Client;
using Teahouse.Web.Messages;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.Messages;

public sealed class TimelineViewTests : BunitContext
{
    private readonly Chat _chat = new("#lobby", "#design");
    private readonly FakeBrowser _browser;
    private int _read;

    public TimelineViewTests() => _browser = new FakeBrowser(this);

    private Room Lobby => _chat.Room("#lobby");

    [Fact]
    public void Messages_stand_under_heads_and_days()
    {
        _chat.Hear(":ann!u@h PRIVMSG #lobby :one", ":ann!u@h PRIVMSG #lobby :two", ":bob!u@h PRIVMSG #lobby :three");
        _chat.Pass(TimeSpan.FromDays(1));
        _chat.Hear(":bob!u@h PRIVMSG #lobby :four");
        _chat.Read(Lobby);
        Assert.Equal("[2026-03-05] ann: one / two bob: three [2026-03-06] bob: four", Read(Draw()));
    }

    [Fact]
    public void Hostile_content_stays_text()
    {
        _chat.Hear(":ann!u@h PRIVMSG #lobby :<script>alert(1)</script><img src=x onerror=alert(1)> \u202Egnp.exe javascript:alert(1)");
        var view = Draw();
        Assert.Empty(view.FindAll("script, img, a"));
        Assert.Equal("<script>alert(1)</script><img src=x onerror=alert(1)> gnp.exe javascript:alert(1)", view.Find(".text").TextContent);
    }

    [Fact]
    public void Formatting_is_shown_and_hostile_content_in_it_stays_text()
    {
        _chat.Hear(":ann!u@h PRIVMSG #lobby :\u0002bold\u0002 \u000304red\u0003 \u0011<b>x</b>\u0011", ":ann!u@h PRIVMSG #lobby :\u0011<script>var a = \"<img src=x>\";</script>");
        var view = Draw();
        Assert.Equal("bold", view.Find(".text .b").TextContent);
        Assert.Equal("red", view.Find(".text .fore-red").TextContent);
        Assert.Equal("<b>x</b>", view.Find(".text .mono").TextContent);
        Assert.Equal("<script>var a = \"<img src=x>\";</script>", view.Find(".text pre code").TextContent);
        Assert.Equal("var", view.Find("pre .k-keyword").TextContent);
        Assert.Empty(view.FindAll("script, img, .text b"));
    }

    [Fact]
    public void A_guests_name_is_marked_and_ones_own_is_not()
    {
        _chat.Hear("@teahouse.chat/guest :gus!u@h PRIVMSG #lobby :hello", "@teahouse.chat/guest :me!u@h PRIVMSG #lobby :welcome", ":ann!u@h PRIVMSG #lobby :tea?");
        Assert.Equal(["gus guest"], Draw().FindAll(".who").Where(who => who.QuerySelector(".tag") is not null)
            .Select(who => $"{who.QuerySelector(".name")!.TextContent} {who.QuerySelector(".tag")!.TextContent}"));
    }

    [Fact]
    public void A_deed_reads_as_a_sentence()
    {
        _chat.Hear(":ann!u@h PRIVMSG #lobby :\u0001ACTION pours tea\u0001");
        Assert.Equal("ann pours tea", Draw().Find(".text").TextContent);
    }

    [Fact]
    public void A_link_opens_elsewhere_and_tells_nobody_where_it_was_found()
    {
        _chat.Hear(":ann!u@h PRIVMSG #lobby :see https://example.org/x");
        var link = Draw().Find(".text a");
        Assert.Equal(("https://example.org/x", "_blank"), (link.GetAttribute("href"), link.GetAttribute("target")));
        Assert.Contains("noopener", link.GetAttribute("rel"), StringComparison.Ordinal);
        Assert.Contains("noreferrer", link.GetAttribute("rel"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_own_message_tells_how_far_it_got()
    {
        var view = Draw();
        var pending = _chat.Write(Lobby, "hello");
        view.WaitForAssertion(() => Assert.Equal("waiting", Mark(view)));
        Step(() => _chat.Set(pending, Delivery.Sending));
        view.WaitForAssertion(() => Assert.Equal("sending", Mark(view)));
        Step(() => _chat.Set(pending, Delivery.Stored));
        view.WaitForAssertion(() => Assert.Equal("stored", Mark(view)));
        Assert.Contains("done", view.Find(".mark").ClassList);
    }

    [Fact]
    public void An_own_message_from_the_history_says_nothing_of_its_way()
    {
        _chat.Hear(":me!u@h PRIVMSG #lobby :yesterday");
        Assert.Empty(Draw().FindAll(".mark"));
    }

    [Fact]
    public void A_failed_message_says_why_and_can_be_tried_again_or_discarded()
    {
        var pending = _chat.Write(Lobby, "hello");
        _chat.Set(pending, Delivery.Failed, new Problem(ProblemKind.Refused), canRetry: true);
        TimelineMessage? retried = null;
        var view = Draw(Language.Chinese, onRetry: m => retried = m);
        Assert.Equal("未发出", Mark(view));
        Assert.Equal("服务器没有存下来", view.Find(".why").TextContent);
        Assert.Equal(["重试", "丢弃"], view.FindAll(".acts button").Select(b => b.TextContent));
        view.Find(".acts button").Click();
        Assert.Equal("hello", retried?.Text);
    }

    [Fact]
    public void A_message_that_may_have_arrived_is_said_to_be_unconfirmed()
    {
        var pending = _chat.Write(Lobby, "hello");
        _chat.Set(pending, Delivery.Unknown, new Problem(ProblemKind.Unknown));
        var view = Draw(Language.Chinese);
        Assert.Equal("未确认", Mark(view));
        Assert.Equal(["再发一次", "丢弃"], view.FindAll(".acts button").Select(b => b.TextContent));
    }

    [Fact]
    public void What_arrives_before_the_readers_eyes_is_read_and_draws_no_line()
    {
        var view = Draw();
        _chat.Hear(":ann!u@h PRIVMSG #lobby :one");
        view.WaitForAssertion(() => Assert.Equal(1, _read));
        Assert.Empty(view.FindAll("[data-unread]"));
    }

    [Fact]
    public void What_arrives_while_nobody_looks_stands_below_a_line_until_the_room_is_left()
    {
        _chat.Hear(":ann!u@h PRIVMSG #lobby :one");
        _chat.Read(Lobby);
        var view = Draw();
        _browser.Page.Look(false);
        Step(() => _chat.Hear(":bob!u@h PRIVMSG #lobby :two"));
        view.WaitForAssertion(() => Assert.Equal("[2026-03-05] ann: one [New messages] bob: two", Read(view)));
        Assert.Equal(0, _read);
        Step(() => _browser.Page.Look(true));
        view.WaitForAssertion(() => Assert.Equal(1, _read));
        Step(() => _chat.Read(Lobby));
        view.WaitForAssertion(() => Assert.Equal("[2026-03-05] ann: one [New messages] bob: two", Read(view)));
        view.Render(p => p.Add(v => v.Conversation, _chat.Room("#design")));
        view.Render(p => p.Add(v => v.Conversation, Lobby));
        Assert.Empty(view.FindAll("[data-unread]"));
    }

    [Fact]
    public void What_was_missed_stands_below_a_line_even_before_the_readers_eyes()
    {
        _chat.Hear(":ann!u@h PRIVMSG #lobby :one");
        _chat.Read(Lobby);
        var view = Draw();
        Step(() => _chat.CatchUp(Lobby));
        Step(() => _chat.Hear(":bob!u@h PRIVMSG #lobby :two"));
        Step(() => _chat.Settle(Lobby));
        view.WaitForAssertion(() => Assert.Equal("[2026-03-05] ann: one [New messages] bob: two", Read(view)));
    }

    [Fact]
    public void A_reader_above_the_end_keeps_what_is_read_and_is_told_of_what_is_new()
    {
        var view = Draw();
        Assert.True(view.Find(".to-now").HasAttribute("hidden"));
        _browser.Scroll.AtBottom(false);
        Step(() => _chat.Hear(":ann!u@h PRIVMSG #lobby :one"));
        view.WaitForAssertion(() => Assert.Equal("1 new message", view.Find(".to-now").TextContent.Trim()));
        Assert.False(view.Find(".to-now").HasAttribute("hidden"));
        Assert.Equal(0, _read);
        view.Find(".to-now").Click();
        view.WaitForAssertion(() => Assert.Equal(1, _read));
    }

    [Fact]
    public void A_button_leads_to_the_first_unread_message_while_there_is_one()
    {
        Assert.Empty(Draw().FindAll(".to-unread"));
        _chat.Hear(":ann!u@h PRIVMSG #lobby :one");
        _chat.Read(Lobby);
        _browser.Page.Look(false);
        var view = Draw();
        Step(() => _chat.Hear(":bob!u@h PRIVMSG #lobby :two"));
        view.WaitForElement(".to-unread").Click();
        view.WaitForAssertion(() => Assert.Equal(1, _browser.Scroll.WentToUnread));
    }

    [Fact]
    public void Joins_fold_into_one_quiet_line()
    {
        _chat.Hear(":a!u@h JOIN #lobby", ":b!u@h JOIN #lobby", ":a!u@h PART #lobby", ":c!u@h JOIN #lobby");
        Assert.Equal("b和c加入 · a来过", Draw(Language.Chinese).Find(".quiet").TextContent);
    }

    private void Step(Action action)
    {
        // Past the frame in which a drawing rests.
        _browser.Time.Advance(TimeSpan.FromSeconds(1));
        action();
    }

    private IRenderedComponent<TimelineView> Draw(Language language = Language.English, Action<TimelineMessage>? onRetry = null) =>
        Render<TimelineView>(p => p
            .AddCascadingValue(language).Add(v => v.Conversation, Lobby).Add(v => v.Me, "me")
            .Add(v => v.OnRead, _ => _read++).Add(v => v.OnRetry, m => onRetry?.Invoke(m)));

    private static string Mark(IRenderedComponent<TimelineView> view) => view.Find(".mark .word").TextContent.Trim();

    private static string Read(IRenderedComponent<TimelineView> view) => string.Join(' ', view.FindAll(".line, .divider").Select(row =>
        row.ClassList.Contains("divider") ? $"[{row.TextContent}]"
        : row.QuerySelector(".who bdi") is { } who ? $"{who.TextContent}: {row.QuerySelector(".text")!.TextContent}"
        : $"/ {row.QuerySelector(".text")!.TextContent}"));
}
