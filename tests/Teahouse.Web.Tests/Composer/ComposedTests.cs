using Teahouse.Web.Composer;
using Teahouse.Web.People;

namespace Teahouse.Web.Tests.Composer;

public sealed class ComposedTests
{
    [Theory]
    [InlineData("hello", "hello")]
    [InlineData("  hello\n", "hello")]
    [InlineData("//etc", "/etc")]
    [InlineData("one\ntwo", "one\ntwo")]
    public void What_is_no_command_is_said(string text, string said) =>
        Assert.Equal(new Composed.Say(said), Composed.Read(text, inRoom: true));

    [Fact]
    public void Commands_become_what_they_ask_for()
    {
        Assert.Equal(new Composed.Act("waves"), Read("/me waves"));
        Assert.Equal(new Composed.Join("#tea"), Read("/join tea"));
        Assert.Equal(new Composed.Join("#网络编程课"), Read("/J #网络编程课"));
        Assert.Equal(new Composed.Talk("ann", "hi there"), Read("/msg ann hi there"));
        Assert.Equal(new Composed.Talk("ann", ""), Read("/query ann"));
        Assert.Equal(new Composed.Topic("tea at five"), Read("/topic tea at five"));
        Assert.Equal(new Composed.Leave(), Read("/part"));
        Assert.Equal(new Composed.Leave("good night"), Read("/leave good night"));
        Assert.Equal(new Composed.Join("#tea", "secret"), Read("/join #tea secret"));
        Assert.Equal(new Composed.Rename("#green"), Read("/rename green"));
        Assert.Equal(new Composed.CallMe("anna"), Read("/nick anna"));
        Assert.Equal(new Composed.Profile("ann"), Read("/whois @ann"));
        Assert.Equal(new Composed.Ignore("ann", true), Read("/ignore ann"));
        Assert.Equal(new Composed.Ignore("ann", false), Read("/unignore ann"));
        Assert.Equal(new Composed.Find("two words"), Read("/search two words"));
        Assert.Equal(new Composed.Browse(), Read("/list"));
        Assert.Equal(new Composed.Help(), Read("/?"));
    }

    [Fact]
    public void Order_in_a_room_is_kept_by_commands_too()
    {
        Assert.Equal(new Composed.Moderate(MemberAct.Kick, "陈晓", "太吵了 真的"), Read("/kick @陈晓， 太吵了 真的"));
        Assert.Equal(new Composed.Moderate(MemberAct.Ban, "ann", ""), Read("/BAN ann"));
        Assert.Equal(new Composed.Moderate(MemberAct.Ban, "ann", "enough"), Read("/kickban ann enough"));
        Assert.Equal(new Composed.Unban("*!*@host"), Read("/unban *!*@host"));
        Assert.Equal(new Composed.AskIn("ann"), Read("/invite ann"));
        Assert.Equal(
            [MemberAct.MakeOperator, MemberAct.TakeOperator, MemberAct.GiveVoice, MemberAct.TakeVoice],
            new[] { "/op", "/deop", "/voice", "/devoice" }.Select(c => Assert.IsType<Composed.Moderate>(Read($"{c} ann")).What));
    }

    [Fact]
    public void What_is_missing_is_said_as_the_command_is_written()
    {
        var wrong = Assert.IsType<Composed.Wrong>(Read("/kick"));
        Assert.Equal("It is written like this: /kick name [reason]", wrong.Why.In(Language.English, wrong.About, wrong.Wants!.In(Language.English)));
        Assert.Equal("要这样写：/kick 名字 [原因]", wrong.Why.In(Language.Chinese, wrong.About, wrong.Wants!.In(Language.Chinese)));
    }

    [Fact]
    public void Every_name_of_a_command_is_its_own()
    {
        Assert.Distinct(ComposerCommands.All.SelectMany(c => c.Also.Append(c.Name)));
        Assert.All(ComposerCommands.All, c => Assert.True(c.Wants is not null || c.Read("") is not null, c.Name));
    }

    [Theory]
    [InlineData("/nonsense")]
    [InlineData("/me")]
    [InlineData("/join")]
    [InlineData("/join a,b")]
    [InlineData("/msg")]
    [InlineData("/topic")]
    [InlineData("/kick @")]
    [InlineData("/invite")]
    [InlineData("/nick")]
    [InlineData("/rename a,b")]
    [InlineData("/")]
    public void A_command_that_cannot_be_done_is_said_to_be_wrong(string text) => Assert.IsType<Composed.Wrong>(Read(text));

    [Theory]
    [InlineData("/topic x")]
    [InlineData("/part")]
    [InlineData("/kick ann")]
    [InlineData("/rename tea")]
    public void A_rooms_command_is_wrong_in_a_direct_chat(string text) =>
        Assert.IsType<Composed.Wrong>(Composed.Read(text, inRoom: false));

    private static Composed Read(string text) => Composed.Read(text, inRoom: true);
}
