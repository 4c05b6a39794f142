using Bunit;
using Teahouse.Client;
using Teahouse.Web.Browser;
using Teahouse.Web.Search;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.Search;

public sealed class SearchPanelTests : BunitContext
{
    private readonly Chat _chat = new("#lobby", "#design");
    private SearchQuestion? _asked;
    private SearchHit? _picked;

    public SearchPanelTests() => _ = new FakeBrowser(this);

    [Fact]
    public void What_is_found_shows_who_when_where_and_the_words_marked()
    {
        var panel = Draw(new SearchAnswer([new("#lobby", Entries.Said(1, "陈晓", "我家在\u0002上海\u0002东边"))]));
        panel.Find("input[type=search]").Input("上海");
        panel.Find("form").Submit();
        Assert.Equal("上海", _asked!.Text);
        Assert.Equal("找到 1 条", panel.Find(".says").TextContent);
        Assert.Equal(("陈晓", "#lobby", "我家在上海东边", "上海"),
            (panel.Find(".who").TextContent, panel.Find(".room").TextContent, panel.Find(".said").TextContent, panel.Find("mark").TextContent));
        panel.Find(".hit").Click();
        Assert.Equal("#lobby", _picked!.Conversation);
    }

    [Fact]
    public void A_search_is_narrowed_by_room_person_and_days()
    {
        var panel = Draw(new SearchAnswer([]));
        Assert.Equal(["", "#lobby", "#design"], panel.FindAll("option[value]").Where(o => o.ParentElement!.LocalName == "select").Select(o => o.GetAttribute("value")));
        panel.Find("select").Change("#design");
        panel.Find("input[list]").Change("@Marta ");
        panel.FindAll("input[type=date]")[0].Change("2026-03-01");
        panel.FindAll("input[type=date]")[1].Change("2026-03-02");
        panel.Find("form").Submit();
        Assert.Equal(new SearchQuestion("", "#design", "Marta", new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 2, 23, 59, 59, 999, TimeSpan.Zero)), _asked);
        Assert.Equal("没有找到。换个词，或放宽范围。", panel.Find(".says").TextContent);
    }

    [Fact]
    public void Nothing_to_look_for_is_said_and_what_fails_says_why()
    {
        var panel = Draw(new SearchAnswer([], new Problem(ProblemKind.Offline)));
        panel.Find("form").Submit();
        Assert.Null(_asked);
        Assert.Equal("写一个词，或选一个人或日期。", panel.Find(".says").TextContent);
        panel.Find("input[type=search]").Input("茶");
        panel.Find("form").Submit();
        Assert.Equal("没有搜成：现在没有连接。", panel.Find(".says").TextContent);
        Assert.Equal("茶", panel.Find("input[type=search]").GetAttribute("value"));
    }

    [Theory]
    [InlineData("Tea is TEA", "tea", "[Tea] is [TEA]")]
    [InlineData("one two three", "three one", "[one] two [three]")]
    [InlineData("<b>x</b>", "b", "<[b]>x</[b]>")]
    [InlineData("nothing", "", "nothing")]
    public void Every_word_is_marked(string text, string wanted, string expected) => Assert.Equal(expected, Marked(text, wanted));

    [Fact]
    public void A_long_message_is_cut_to_what_surrounds_the_first_hit()
    {
        var marked = Marked(new string('a', 500) + "茶" + new string('b', 500), "茶");
        Assert.StartsWith("…aaa", marked, StringComparison.Ordinal);
        Assert.Contains("a[茶]b", marked, StringComparison.Ordinal);
        Assert.EndsWith("b…", marked, StringComparison.Ordinal);
        Assert.True(marked.Length < 240);
    }

    [Fact]
    public void What_answers_or_names_the_reader_is_shown_with_its_rooms()
    {
        var panel = Draw(new SearchAnswer([]), new SearchAnswer([new("#design", Entries.Said(1, "陈晓", "me，来看")), new("#lobby", Entries.Said(2, "Marta", "yes"))]));
        panel.Find("select").Change("#lobby");
        panel.Find(".calls").Click();
        Assert.Equal("2 条回复你或提到你", panel.Find(".says").TextContent);
        Assert.Equal(["#design", "#lobby"], panel.FindAll(".room").Select(r => r.TextContent));
        Assert.Equal("me", panel.Find("mark").TextContent);
        panel.FindAll(".hit")[0].Click();
        Assert.Equal("#design", _picked!.Conversation);
    }

    [Fact]
    public void It_is_asked_for_from_outside_too_and_that_nobody_called_is_said()
    {
        var panel = Draw(new SearchAnswer([]), new SearchAnswer([]));
        Assert.Equal("一个字也能找。按人、房间和日期缩小范围。", panel.Find(".says").TextContent);
        panel.Render(p => p.Add(s => s.CallsWanted, 1));
        Assert.Equal("还没有人回复你或提到你。", panel.Find(".says").TextContent);
    }

    [Fact]
    public void A_day_is_picked_in_the_open_conversation()
    {
        LocalDay? picked = null;
        var panel = Render<SearchPanel>(p => p
            .AddCascadingValue(Language.Chinese).Add(s => s.State, _chat.State).Add(s => s.Here, _chat.Room("#design")).Add(s => s.OnDay, d => picked = d)
            .Add(s => s.Search, _ => Task.FromResult(new SearchAnswer([]))).Add(s => s.Calls, () => Task.FromResult(new SearchAnswer([]))));
        Assert.True(panel.Find(".day-jump button").HasAttribute("disabled"));
        panel.Find(".day-jump input").Change("2026-03-01");
        panel.Find(".day-jump").Submit();
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), picked?.Start);
    }

    private static string Marked(string text, string wanted) => string.Concat(HitMarks.Of(text, wanted).Select(p => p.IsHit ? $"[{p.Text}]" : p.Text));

    private IRenderedComponent<SearchPanel> Draw(SearchAnswer answer, SearchAnswer? calls = null) => Render<SearchPanel>(p => p
        .AddCascadingValue(Language.Chinese).Add(s => s.State, _chat.State).Add(s => s.OnPick, h => _picked = h)
        .Add(s => s.Calls, () => Task.FromResult(calls ?? new SearchAnswer([])))
        .Add(s => s.Search, q =>
        {
            _asked = q;
            return Task.FromResult(answer);
        }));
}
