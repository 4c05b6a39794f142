using Bunit;
using Teahouse.Client;
using Teahouse.Web.People;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.People;

public sealed class MemberListTests : BunitContext
{
    private readonly Chat _chat = new("#lobby");

    public MemberListTests()
    {
        _ = new FakeBrowser(this);
        _chat.Hear(":zoe!u@h JOIN #lobby", ":bob!u@h JOIN #lobby", ":ann!u@h JOIN #lobby", ":irc.test MODE #lobby +o zoe", ":bob!u@h AWAY :lunch");
    }

    [Fact]
    public void People_are_listed_by_presence_then_rank_then_name()
    {
        var list = Draw();
        Assert.Equal(["在线 · 3", "离开 · 1"], list.FindAll("h2").Select(h => h.TextContent));
        Assert.Equal(["zoe 管理员", "ann", "me 你", "bob lunch"], list.FindAll(".person").Select(p =>
            (p.QuerySelector(".name")!.TextContent + " " + p.QuerySelector("small")?.TextContent).Trim()));
    }

    [Fact]
    public void Whoever_has_a_rank_still_finds_out_which_one_they_are()
    {
        _chat.Hear(":irc.test MODE #lobby +o me");
        Assert.Contains("管理员 · 你", Draw().FindAll(".person small").Select(note => note.TextContent));
    }

    [Fact]
    public void Guests_are_marked_whatever_else_is_said_of_them()
    {
        _chat.Hear("@teahouse.chat/guest :gus!u@h JOIN #lobby", ":gus!u@h AWAY :tea", "@teahouse.chat/guest :hal!u@h JOIN #lobby");
        Assert.Equal(["访客", "访客 · tea"], Draw().FindAll(".person small").Select(note => note.TextContent).Where(note => note.StartsWith("访客", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_card_of_a_guest_says_what_that_is()
    {
        _chat.Hear("@teahouse.chat/guest :gus!u@h JOIN #lobby", "@account=tom;teahouse.chat/guest;msgid=t :tom!u@h PRIVMSG me :hello");
        Assert.Contains("访客", Card("gus"), StringComparison.Ordinal);
        Assert.Contains("访客", Card("tom"), StringComparison.Ordinal);
        Assert.DoesNotContain("访客", Card("ann"), StringComparison.Ordinal);
    }

    [Fact]
    public void Presence_is_told_by_shape_and_word()
    {
        var dots = Draw().FindAll(".person .dot");
        Assert.Contains("on", dots[0].ClassList);
        Assert.Contains("away", dots[3].ClassList);
        Assert.Equal("离开", dots[3].TextContent);
    }

    [Fact]
    public void A_click_on_a_person_picks_them()
    {
        Member? picked = null;
        var list = Draw(m => picked = m);
        list.FindAll(".person")[1].Click();
        Assert.Equal("ann", picked?.Nick);
    }

    private string Card(string nick) =>
        Render<ProfileDialog>(p => p.AddCascadingValue(Language.Chinese).Add(d => d.Nick, nick).Add(d => d.State, _chat.State)).Markup;

    private IRenderedComponent<MemberList> Draw(Action<Member>? onPick = null) => Render<MemberList>(p => p
        .AddCascadingValue(Language.Chinese).Add(l => l.Room, _chat.Room("#lobby")).Add(l => l.State, _chat.State).Add(l => l.OnPick, m => onPick?.Invoke(m)));
}
