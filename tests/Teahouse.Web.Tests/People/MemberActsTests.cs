using Bunit;
using Teahouse.Client;
using Teahouse.Web.People;
using Teahouse.Web.Rooms;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.People;

/// <summary>Keeping order: offered to whom ranks allow it, refusals said beside what was asked.</summary>
public sealed class MemberActsTests : BunitContext
{
    private readonly Chat _chat = new();
    private readonly FakeBrowser _browser;
    private readonly List<(MemberAct Act, string Reason)> _done = [];
    private Problem? _answer;

    public MemberActsTests()
    {
        _browser = new FakeBrowser(this);
        _chat.Hear(":irc.test 005 me PREFIX=(qaohv)~&@%+ :are supported", ":me!u@h JOIN #tea", ":irc.test 353 me = #tea :me ~zoe @ann %hal +vic bob", ":irc.test 366 me #tea :End");
        _chat.Settle(_chat.Room("#tea"));
    }

    [Theory]
    [InlineData("", "ann", "")]
    [InlineData("v", "bob", "")]
    [InlineData("h", "bob", "Give voice, Kick…, Ban…")]
    [InlineData("h", "vic", "Take voice away, Kick…, Ban…")]
    [InlineData("h", "hal", "Give voice")]
    [InlineData("h", "ann", "Give voice")]
    [InlineData("o", "bob", "Give voice, Make operator, Kick…, Ban…")]
    [InlineData("o", "ann", "Give voice, No longer operator, Kick…, Ban…")]
    [InlineData("o", "zoe", "Give voice, Make operator")]
    [InlineData("o", "me", "")]
    public void A_profile_offers_what_ones_rank_allows_with_that_person(string rank, string nick, string offered)
    {
        if (rank.Length > 0) _chat.Hear($":irc.test MODE #tea +{rank} me");
        Assert.Equal(offered, string.Join(", ", Draw(nick).FindAll(".moderate .acts button").Select(b => b.TextContent)));
    }

    [Fact]
    public void On_a_server_without_half_operators_only_operators_keep_order()
    {
        _chat.Hear(":irc.test 005 me PREFIX=(ov)@+ :are supported", ":irc.test MODE #tea +v me");
        Assert.False(RoomRights.MayModerate(_chat.State, _chat.Room("#tea")));
        _chat.Hear(":irc.test MODE #tea +o me");
        Assert.True(RoomRights.MayModerate(_chat.State, _chat.Room("#tea")));
    }

    [Fact]
    public void A_kick_is_asked_about_with_a_reason_and_a_refusal_leaves_both_there()
    {
        _chat.Hear(":irc.test MODE #tea +o me");
        _answer = new(ProblemKind.NotAllowed, "482", "You're not a channel operator");
        var card = Draw("bob");
        card.FindAll(".moderate .acts button")[2].Click();
        Assert.Empty(_done);
        Assert.Equal("moderate-reason", _browser.Box.Focused);
        card.Find("#moderate-reason").Input(" too loud ");
        card.Find(".moderate form").Submit();
        Assert.Equal([(MemberAct.Kick, "too loud")], _done);
        Assert.Equal("That did not work: you may not do that here.", card.Find(".moderate .says").TextContent);
        Assert.Equal(" too loud ", card.Find("#moderate-reason").GetAttribute("value"));
        Assert.Equal(["profile"], _browser.Dialogs.Open);
        _answer = null;
        card.Find(".moderate form").Submit();
        Assert.Empty(_browser.Dialogs.Open);
    }

    [Fact]
    public void A_rank_is_given_at_once_and_the_card_shows_the_way_back()
    {
        _chat.Hear(":irc.test MODE #tea +o me");
        var card = Draw("bob");
        card.FindAll(".moderate .acts button")[1].Click();
        Assert.Equal([(MemberAct.MakeOperator, "")], _done);
        _chat.Hear(":me!u@h MODE #tea +o bob");
        card.Render();
        Assert.Equal("No longer operator", card.FindAll(".moderate .acts button")[1].TextContent);
    }

    [Fact]
    public void A_members_menu_opens_beside_them_and_hands_on_what_was_chosen()
    {
        _chat.Hear(":irc.test MODE #tea +h me");
        var picked = new List<(string, MemberAct)>();
        var list = Render<MemberList>(p => p.AddCascadingValue(Language.English).Add(l => l.Room, _chat.Room("#tea")).Add(l => l.State, _chat.State).Add(l => l.OnAct, a => picked.Add(a)));
        var row = list.FindAll("li").Single(l => l.GetAttribute("data-row") == "member bob");
        row.ContextMenu();
        Assert.Equal(["Profile of bob", "Chat with bob", "Mention here", "Give voice", "Kick…", "Ban…"], list.FindAll("[role=menuitem]").Select(i => i.TextContent));
        list.FindAll("[role=menuitem]")[^1].Click();
        Assert.Equal([("bob", MemberAct.Ban)], picked);
        Assert.Empty(list.FindAll("[role=menu]"));
        var own = list.FindAll("li").Single(l => l.GetAttribute("data-row") == "member me");
        Assert.Empty(own.QuerySelectorAll(".beside"));
    }

    [Fact]
    public void Who_is_kept_out_is_listed_by_account_or_mask_and_let_in_again()
    {
        List<RoomBan> bans = [new("a:bob", "ann", Entries.Morning), new("*!*@h", "", null)];
        Problem? refusal = new(ProblemKind.NotAllowed, "482");
        var list = Render<BanList>(p => p.AddCascadingValue(Language.Chinese).Add(l => l.List, () => Task.FromResult(new RoomBans([.. bans]))).Add(l => l.Unban, mask =>
        {
            if (refusal is null) bans.RemoveAll(b => b.Mask == mask);
            return Task.FromResult(refusal);
        }));
        Assert.Equal(["bob", "*!*@h"], list.FindAll("bdi").Select(b => b.TextContent));
        Assert.Equal("由 ann · 2026-03-05", list.Find("small").TextContent);
        list.Find("li .button").Click();
        Assert.Equal("没有成功：你在这里没有这个权限。", list.Find(".says").TextContent);
        refusal = null;
        list.Find("li .button").Click();
        Assert.Equal(["*!*@h"], list.FindAll("bdi").Select(b => b.TextContent));
        list.Find("li .button").Click();
        Assert.Equal("没有人被禁止进入。", list.Find("[role=status]").TextContent);
    }

    [Fact]
    public void An_invitation_is_there_until_it_is_used_and_others_are_nobodys_business()
    {
        _chat.Hear(":ann!u@h INVITE me #secret", ":ann!u@h INVITE bob #tea", ":ann!u@h INVITE me #tea");
        Assert.Equal("#secret", Assert.Single(_chat.State.Invitations).Room);
        _chat.Hear(":me!u@h JOIN #secret");
        Assert.Empty(_chat.State.Invitations);
    }

    private IRenderedComponent<ProfileDialog> Draw(string nick) => Render<ProfileDialog>(p => p
        .AddCascadingValue(Language.English).Add(c => c.Nick, nick).Add(c => c.State, _chat.State).Add(c => c.Room, _chat.Room("#tea")).Add(c => c.Moderate, (act, reason) =>
        {
            _done.Add((act, reason));
            return Task.FromResult(_answer);
        }));
}
