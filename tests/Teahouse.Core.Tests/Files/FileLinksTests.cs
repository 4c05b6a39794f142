using Teahouse.Core.Files;

namespace Teahouse.Core.Tests.Files;

public sealed class FileLinksTests
{
    private const string Key = "abcdefghij-KLMNOPQ_123";

    [Theory]
    [InlineData($"look https://tea.example/file/{Key}/tea.png nice", Key)]
    [InlineData($"/file/{Key}", Key)]
    [InlineData($"/file/{Key}/a /file/{Key}/b", Key)]
    [InlineData($"/file/{Key}x/a", "")]
    [InlineData("/file/short/a", "")]
    [InlineData("no link", "")]
    [InlineData("/file/", "")]
    public void The_keys_of_a_text_are_found(string text, string expected) => Assert.Equal(expected, string.Join(' ', FileLinks.Keys(text)));

    [Fact]
    public void A_link_leads_back_to_its_key()
    {
        var path = FileLinks.Path(new SharedFile(Key, 1, "茶 & co/x.png", "image/png", 1, 1, 2, true));
        Assert.DoesNotContain(' ', path);
        Assert.Equal([Key], FileLinks.Keys($"https://tea.example{path}"));
    }
}
