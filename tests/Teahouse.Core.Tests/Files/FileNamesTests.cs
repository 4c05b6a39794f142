using System.Text;
using Teahouse.Core.Files;

namespace Teahouse.Core.Tests.Files;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("tea.png", "tea.png")]
    [InlineData("茶馆 菜单.pdf", "茶馆 菜单.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\ann\\cv.doc", "cv.doc")]
    [InlineData("a\u0000b\r\nc.txt", "a_b__c.txt")]
    [InlineData("exe\u202Egpj.scr", "exe_gpj.scr")]
    [InlineData("what?\"<x>|*.txt", "what___x___.txt")]
    [InlineData("...", "file")]
    [InlineData(" . hidden . ", "hidden")]
    [InlineData("///", "file")]
    [InlineData("", "file")]
    [InlineData(null, "file")]
    public void A_name_is_one_name_on_every_system(string? given, string expected) => Assert.Equal(expected, FileNames.Clean(given));

    [Fact]
    public void A_long_name_is_cut_and_keeps_its_extension()
    {
        var clean = FileNames.Clean(string.Concat(Enumerable.Repeat("茶", 200)) + ".jpeg");
        Assert.EndsWith("茶.jpeg", clean, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(clean), FileNames.LongestBytes - 3, FileNames.LongestBytes);
    }
}
