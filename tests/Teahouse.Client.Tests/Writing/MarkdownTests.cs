using CsCheck;

namespace Teahouse.Client.Tests;

public sealed class MarkdownTests
{
    // B I S M stand for the codes on the wire.
    [Theory]
    [InlineData("**bold** and *italic*", "{B}bold{B} and {I}italic{I}")]
    [InlineData("__bold__ _italic_ ~~gone~~", "{B}bold{B} {I}italic{I} {S}gone{S}")]
    [InlineData("***both***", "{B}{I}both{I}{B}")]
    [InlineData("**a *b* c**", "{B}a {I}b{I} c{B}")]
    [InlineData("很**重要**的", "很{B}重要{B}的")]
    [InlineData("run `rm -rf *` *now*", "run {M}rm -rf *{M} {I}now{I}")]
    [InlineData("``a ` b`` and `` `x` ``", "{M}a ` b{M} and {M}`x`{M}")]
    [InlineData("**see https://a.example/x_y_z**", "{B}see https://a.example/x_y_z{B}")]
    public void Marks_become_formatting(string typed, string sent) => Assert.Equal(Codes(sent), Markdown.ToIrc(typed));

    [Theory]
    [InlineData("2 * 3 * 4")]
    [InlineData("snake_case_name")]
    [InlineData("** not bold **")]
    [InlineData("a ** b")]
    [InlineData("*")]
    [InlineData("****")]
    [InlineData("~~~")]
    [InlineData("`open")]
    [InlineData("``")]
    [InlineData("https://a.example/*x*/_y_")]
    [InlineData(@"\\server\share and C:\*.txt")]
    [InlineData("**over\nlines**")]
    public void What_does_not_pair_stays_as_it_was_typed(string typed) => Assert.Equal(typed, Markdown.ToIrc(typed));

    [Fact]
    public void A_fence_makes_lines_of_code_and_nothing_in_it_is_read()
    {
        var sent = Markdown.ToIrc("look:\n```csharp\nvar a = **b;\n\n  `x`\n```\nso *there*");
        Assert.Equal(Codes("look:\n{M}var a = **b;\n{M}\n{M}  `x`\nso {I}there{I}"), sent);
        Assert.Equal([false, true, true, true, false], sent.Split('\n').Select(l => FormattingCodes.IsCodeLine(l)));
    }

    [Theory]
    [InlineData("```\nnever closed")]
    [InlineData("```\n\n```")]
    public void A_fence_around_nothing_is_text(string typed) => Assert.DoesNotContain(FormattingCodes.Monospace, Markdown.ToIrc(typed));

    [Theory]
    [InlineData("**bold** and *italic* ~~x~~ `y`")]
    [InlineData("look:\n```\none\n\n  two\n```\nafter")]
    [InlineData("```\nalone\n```")]
    public void What_was_sent_can_be_typed_again(string typed) => Assert.Equal(typed, Markdown.FromIrc(Markdown.ToIrc(typed)));

    [Fact]
    public void Whatever_is_typed_is_never_lost() => Gen.Char["ab *_~`\n"].Array[0, 30].Sample(typed =>
    {
        const string Marks = "*_~`\x02\x11\x1D\x1E\n ";
        var text = new string(typed);
        static string Letters(string s) => string.Concat(s.Where(c => !Marks.Contains(c, StringComparison.Ordinal)));
        Assert.Equal(Letters(text), Letters(Markdown.ToIrc(text)));
    });

    private static string Codes(string text) => text
        .Replace("{B}", "\x02", StringComparison.Ordinal).Replace("{I}", "\x1D", StringComparison.Ordinal)
        .Replace("{S}", "\x1E", StringComparison.Ordinal).Replace("{M}", "\x11", StringComparison.Ordinal);
}
