using Teahouse.Web.Composer;

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
    }

    [Theory]
    [InlineData("/nonsense")]
    [InlineData("/me")]
    [InlineData("/join")]
    [InlineData("/join a,b")]
    [InlineData("/msg")]
    [InlineData("/")]
    public void A_command_that_cannot_be_done_is_said_to_be_wrong(string text) => Assert.IsType<Composed.Wrong>(Read(text));

    [Theory]
    [InlineData("/topic x")]
    [InlineData("/part")]
    public void A_rooms_command_is_wrong_in_a_direct_chat(string text) =>
        Assert.IsType<Composed.Wrong>(Composed.Read(text, inRoom: false));

    private static Composed Read(string text) => Composed.Read(text, inRoom: true);
}
