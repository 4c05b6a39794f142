using Teahouse.Web.Messages;

namespace Teahouse.Web.Tests.Messages;

public sealed class CodeTokensTests
{
    [Theory]
    [InlineData("var x = 42; // why", "var:Keyword 42:Number // why:Comment")]
    [InlineData("$ teahouse check --clients 50 -v", "$:Prompt --clients:Option 50:Number -v:Option")]
    [InlineData("say(\"a \\\" b\", 'c')", "\"a \\\" b\":Quoted 'c':Quoted")]
    [InlineData("don't variable a-b 1.5", "1.5:Number")]
    [InlineData("/* one\ntwo */ return", "/* one\ntwo */:Comment return:Keyword")]
    [InlineData("http://a.example//b", "")]
    [InlineData("变量 = 1", "1:Number")]
    public void Words_get_their_kind(string code, string expected) =>
        Assert.Equal(expected, string.Join(' ', CodeTokens.Of(code).Where(t => t.Kind != CodeKind.Plain).Select(t => $"{t.Text}:{t.Kind}")));

    [Theory]
    [InlineData("")]
    [InlineData("\"open 'quotes /* never closed\n-- --- -\n$")]
    [InlineData("<script>alert(1)</script>")]
    public void Nothing_of_the_code_is_lost(string code) => Assert.Equal(code, string.Concat(CodeTokens.Of(code).Select(t => t.Text)));
}
