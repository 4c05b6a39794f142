using Bunit;
using Teahouse.Web.Composer;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.Composer;

public sealed class SuggestionsTests : BunitContext
{
    private readonly Chat _chat = new("#tea", "#茶馆");

    public SuggestionsTests() => _chat.Hear(
        ":Marta!u@h JOIN #tea", ":陈晓!u@h JOIN #tea", ":林一!u@h JOIN #tea", ":Charlie!u@h JOIN #tea", ":lc!u@h JOIN #tea", ":bob!u@h JOIN #茶馆");

    [Theory]
    [InlineData("@m", "Marta")]
    [InlineData("@cx", "陈晓")]
    [InlineData("@陈", "陈晓")]
    [InlineData("@c", "Charlie 陈晓 lc")]
    [InlineData("@x", "")]
    [InlineData("@bob", "")]
    [InlineData("@me", "")]
    public void People_of_the_room_are_found_by_name_and_by_the_initials_of_their_pinyin(string word, string expected) =>
        Assert.Equal(expected, string.Join(' ', Of(word).Select(s => s.Label)));

    [Fact]
    public void Who_spoke_lately_comes_first_and_oneself_never()
    {
        _chat.Hear(":林一!u@h PRIVMSG #tea :one", ":Marta!u@h PRIVMSG #tea :two");
        Assert.Equal(["Marta", "林一", "Charlie"], Of("@").Take(3).Select(s => s.Label));
        Assert.DoesNotContain(Of("@"), s => s.Label == "me");
    }

    [Fact]
    public void In_a_large_room_no_more_than_fit_are_shown()
    {
        for (var i = 0; i < 40; i++) _chat.Hear($":guest{i}!u@h JOIN #tea");
        Assert.Equal(Suggestions.Most, Of("@").Count);
    }

    [Theory]
    [InlineData("#t", "#tea ")]
    [InlineData("#cg", "#茶馆 ")]
    [InlineData("#z", "")]
    public void Rooms_are_found_by_name_and_by_pinyin(string word, string expected) => Assert.Equal(expected, string.Concat(Of(word).Select(s => s.Insert)));

    [Theory]
    [InlineData(":tea", Language.English, "🍵 tea")]
    [InlineData(":茶", Language.Chinese, "🍵 茶")]
    [InlineData(":tea", Language.Chinese, "🍵 tea")]
    [InlineData(":西瓜", Language.English, "🍉 西瓜")]
    public void Emoji_have_names_in_both_languages(string word, Language language, string expected) =>
        Assert.Equal(expected, Suggestions.Of(word, _chat.State, _chat.Room("#tea"), language, new FixedLocale())[0].Label);

    [Fact]
    public void A_command_says_what_it_wants_and_does()
    {
        var topic = Assert.Single(Of("/to"));
        Assert.Equal(("/topic ", "/topic topic", "Set the room's topic"), (topic.Insert, topic.Label, topic.Note));
        _chat.Hear(":Marta!u@h PRIVMSG me :hello");
        Assert.Empty(Suggestions.Of("/to", _chat.State, _chat.State.DirectChats[0], Language.English, new FixedLocale()));
    }

    [Theory]
    [InlineData("/kick m", "/kick Marta ")]
    [InlineData("/BAN cx", "/BAN 陈晓 ")]
    [InlineData("/op mar", "/op Marta ")]
    [InlineData("/msg ma", "/msg Marta ")]
    [InlineData("/me ma", "")]
    [InlineData("/nick ma", "")]
    [InlineData("/nonsense ma", "")]
    [InlineData("/kick Marta", "")]
    public void Whom_a_command_is_about_is_found_without_a_sign(string word, string expected) => Assert.Equal(expected, string.Concat(Of(word).Select(s => s.Insert)));

    [Theory]
    [InlineData("@Marta")]
    [InlineData("@marta")]
    [InlineData("#tea")]
    [InlineData("/part")]
    [InlineData("")]
    [InlineData("tea")]
    public void What_is_whole_already_needs_no_list(string word) => Assert.Empty(Of(word));

    [Fact]
    public void Every_command_of_the_list_is_one()
    {
        foreach (var command in ComposerCommands.All) Assert.IsNotType<Composed.Wrong>(Composed.Read($"{command.Name} {(command.Wants is null ? "" : "tea")}", inRoom: true));
    }

    [Fact]
    public void Every_emoji_stands_once_and_has_names_in_both_languages()
    {
        Assert.Distinct(EmojiNames.All.Select(e => e.Emoji));
        Assert.All(EmojiNames.All, e => Assert.True(e.English.All(char.IsAscii) && e.Chinese.Any(c => c > 0x2E80), e.Emoji));
    }

    [Fact]
    public async Task The_list_is_a_listbox_that_goes_when_the_word_is_gone()
    {
        var browser = new FakeBrowser(this);
        var view = Render<ComposerView>(p => p.Add(c => c.Conversation, _chat.Room("#tea")).Add(c => c.State, _chat.State).Add(c => c.Send, _ => true));
        Assert.True(view.Find("[role=listbox]").HasAttribute("hidden"));
        await view.InvokeAsync(() => browser.Box.Begin("@m"));
        var option = view.WaitForElement("[role=listbox]:not([hidden]) [role=option]");
        Assert.Equal("@Marta ", option.GetAttribute("data-insert"));
        Assert.Equal("1 suggestion, Tab takes it", view.Find("form [role=status]").TextContent);
        await view.InvokeAsync(() => browser.Box.Begin(""));
        view.WaitForAssertion(() => Assert.Empty(view.FindAll("[role=option]")));
    }

    private IReadOnlyList<Suggestion> Of(string word) => Suggestions.Of(word, _chat.State, _chat.Room("#tea"), Language.English, new FixedLocale());
}
