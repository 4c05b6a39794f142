using Bunit;
using Teahouse.Client;
using Teahouse.Protocol;
using Teahouse.Web.Composer;
using Teahouse.Web.Messages;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.Messages;

/// <summary>Words for everybody: the server's tag decides.</summary>
public sealed class CallTests : BunitContext
{
    private readonly Chat _chat = new("#tea");

    public CallTests()
    {
        _ = new FakeBrowser(this);
        _chat.Hear(":irc.test 005 me teahouse.chat/MENTION=3 :are supported", ":ann!u@h JOIN #tea");
    }

    [Theory]
    [InlineData("teahouse.chat/mention=all;", false, true)]
    [InlineData("teahouse.chat/mention=here;", false, true)]
    [InlineData("teahouse.chat/mention=here;", true, false)]
    [InlineData("teahouse.chat/mention=all;", true, true)]
    [InlineData("teahouse.chat/mention=cats;", false, false)]
    [InlineData("", false, false)]
    public void A_message_is_for_the_reader_if_the_server_says_that_it_calls_them(string tag, bool isAway, bool isForMe)
    {
        if (isAway) _chat.Hear(":irc.test 306 me :You have been marked as being away");
        if (isAway) _chat.State.WantedAwayText = "lunch";
        if (isAway) _chat.Hear(":irc.test 306 me :You have been marked as being away");
        _chat.Hear($"@{tag}msgid=a :ann!u@h PRIVMSG #tea :@所有人 tea");
        Assert.Equal(isForMe, Assert.IsType<TimelineMessage>(_chat.Room("#tea").Timeline.Items[^1]).Mention);
    }

    [Fact]
    public void The_word_is_marked_in_a_call_and_plain_text_otherwise()
    {
        _chat.Hear("@teahouse.chat/mention=all;msgid=a :ann!u@h PRIVMSG #tea :tea, @all!", "@msgid=b :ann!u@h PRIVMSG #tea :tea, @all?");
        var view = Draw();
        Assert.Equal(["@all"], view.FindAll(".text .me").Select(m => m.TextContent));
        Assert.Single(view.FindAll(".for-me"));
    }

    [Fact]
    public void Whoever_called_in_vain_is_told_and_nobody_else()
    {
        _chat.Hear("@msgid=a :me!u@h PRIVMSG #tea :@所有人 tea", "@msgid=b :ann!u@h PRIVMSG #tea :@所有人 no", "@teahouse.chat/mention=here;msgid=c :me!u@h PRIVMSG #tea :@在线 yes");
        var told = Assert.Single(Draw().FindAll(".uncalled"));
        Assert.StartsWith("Nobody was notified", told.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@", Language.Chinese, "@ann @所有人 @在线")]
    [InlineData("@", Language.English, "@ann @all @here")]
    [InlineData("@所", Language.Chinese, "@所有人")]
    [InlineData("@al", Language.Chinese, "@所有人")]
    [InlineData("@在", Language.English, "@here")]
    [InlineData("@all", Language.English, "")]
    public void Words_for_everybody_are_suggested_in_the_readers_language(string word, Language language, string expected) =>
        Assert.Equal(expected, Suggested(word, language));

    [Fact]
    public void In_a_large_room_they_are_suggested_to_operators_only()
    {
        _chat.Hear(":bob!u@h JOIN #tea", ":cat!u@h JOIN #tea");
        Assert.Equal("", Suggested("@al", Language.English));
        _chat.Hear(":irc.test MODE #tea +o me");
        Assert.Equal("@all", Suggested("@al", Language.English));
    }

    private string Suggested(string word, Language language) =>
        string.Join(' ', Suggestions.Of(word, _chat.State, _chat.Room("#tea"), language, new FixedLocale()).Select(s => s.Insert.TrimEnd()));

    private IRenderedComponent<TimelineView> Draw() => Render<TimelineView>(p => p
        .AddCascadingValue(Language.English).Add(v => v.Conversation, _chat.Room("#tea")).Add(v => v.Me, "me").Add(v => v.CanCall, true));
}
