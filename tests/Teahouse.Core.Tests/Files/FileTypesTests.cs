using Teahouse.Core.Files;

namespace Teahouse.Core.Tests.Files;

public sealed class FileTypesTests
{
    [Theory]
    [InlineData("image/png", "89504E470D0A1A0A0000000D49484452", true)]
    [InlineData("image/png", "3C68746D6C3E", false)]
    [InlineData("image/jpeg", "FFD8FFE000104A46", true)]
    [InlineData("image/gif", "474946383961", true)]
    [InlineData("image/gif", "47494638", false)]
    [InlineData("image/webp", "524946460000000057454250", true)]
    [InlineData("image/webp", "524946460000000057415645", false)]
    [InlineData("audio/wav", "524946460000000057415645", true)]
    [InlineData("video/mp4", "0000001866747970", true)]
    [InlineData("image/avif", "000000186674797061766966", true)]
    [InlineData("image/avif", "00000018667479706D703432", false)]
    [InlineData("video/webm", "1A45DFA3", true)]
    [InlineData("image/png", "", false)]
    [InlineData("text/html", "3C68746D6C3E", true)]
    public void What_is_shown_begins_as_its_type_does(string type, string head, bool agrees) =>
        Assert.Equal(agrees, FileTypes.Agrees(type, Convert.FromHexString(head)));

    [Theory]
    [InlineData("image/svg+xml")]
    [InlineData("text/html")]
    [InlineData("application/pdf")]
    [InlineData("text/plain")]
    [InlineData(FileTypes.Unknown)]
    public void What_could_hold_a_script_is_never_shown(string type) => Assert.False(FileTypes.IsShown(type));

    [Theory]
    [InlineData("Text/HTML; charset=utf-8", "text/html")]
    [InlineData("image/svg+xml", "image/svg+xml")]
    [InlineData("image", FileTypes.Unknown)]
    [InlineData("a/b/c", FileTypes.Unknown)]
    [InlineData("text/<script>", FileTypes.Unknown)]
    [InlineData(null, FileTypes.Unknown)]
    public void A_type_is_kept_without_its_parameters(string? given, string expected) => Assert.Equal(expected, FileTypes.Clean(given));

    [Fact]
    public void Types_are_taken_one_by_one_or_by_family()
    {
        var options = new SharingOptions { Types = ["image/*", "application/pdf"] };
        Assert.True(options.Takes("image/png"));
        Assert.True(options.Takes("application/pdf"));
        Assert.False(options.Takes("imagex/png"));
        Assert.False(options.Takes("text/plain"));
        Assert.True(new SharingOptions().Takes("text/plain"));
    }
}
