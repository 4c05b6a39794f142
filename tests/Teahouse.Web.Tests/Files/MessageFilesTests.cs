using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Teahouse.Web.Files;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.Files;

public sealed class MessageFilesTests : BunitContext
{
    private const string Key = "abcdefghij-KLMNOPQ_123";

    public MessageFilesTests() => _ = new FakeBrowser(this);

    [Theory]
    [InlineData($"看 https://tea.example/file/{Key}/a.png。", "img", "src", $"/file/{Key}/a.png?small")]
    [InlineData($"https://other.example:8443/file/{Key}/a.MP4", "video", "src", $"/file/{Key}/a.MP4")]
    [InlineData($"https://tea.example/file/{Key}/a.mp3", "audio", "src", $"/file/{Key}/a.mp3")]
    [InlineData($"https://tea.example/file/{Key}/a%20b.pdf", ".card", "href", $"/file/{Key}/a%20b.pdf")]
    [InlineData($"https://tea.example/file/{Key}/a.svg", ".card", "href", $"/file/{Key}/a.svg")]
    public void A_link_to_a_file_stands_as_what_it_is(string text, string what, string attribute, string value) =>
        Assert.Equal(value, Draw(text).Find(what).GetAttribute(attribute));

    [Theory]
    [InlineData("https://tea.example/file/short/a.png")]
    [InlineData($"https://tea.example/other/{Key}/a.png")]
    [InlineData($"https://tea.example/file/{Key}/a/b.png")]
    [InlineData($"/file/{Key}/a.png")]
    [InlineData("tea")]
    public void Everything_else_stays_text(string text) => Assert.Empty(Draw(text).FindAll(".file"));

    [Fact]
    public async Task A_picture_that_does_not_come_is_a_card()
    {
        var files = Draw($"https://tea.example/file/{Key}/%E8%8C%B6.png");
        Assert.Equal("Picture 茶.png", files.Find("img").GetAttribute("alt"));
        await files.Find("img").TriggerEventAsync("onerror", new Microsoft.AspNetCore.Components.Web.ErrorEventArgs());
        Assert.Equal("茶.png", files.Find(".card").TextContent);
    }

    [Fact]
    public void The_same_file_stands_once_and_not_more_than_a_few()
    {
        var link = $"https://tea.example/file/{Key}/a.png";
        Assert.Single(Draw($"{link} {link}").FindAll(".file"));
        Assert.Equal(8, Draw(string.Join(' ', Enumerable.Range(0, 20).Select(i => $"{link}{i}"))).FindAll(".file").Count);
    }

    [Theory]
    [InlineData($"https://tea.example/file/{Key}/a.png", true)]
    [InlineData($"https://tea.example/file/{Key}/a.png look", false)]
    [InlineData("https://tea.example/", false)]
    [InlineData("", false)]
    public void A_message_may_be_a_file_alone(string text, bool isAll) => Assert.Equal(isAll, FileLink.IsAll(text));

    [Fact]
    public void Where_files_are_private_a_card_stands_for_each()
    {
        Services.GetRequiredService<Uploads>().ArePrivate = true;
        Assert.Single(Draw($"https://tea.example/file/{Key}/a.png").FindAll(".card"));
    }

    private IRenderedComponent<MessageFiles> Draw(string text) => Render<MessageFiles>(p => p.AddCascadingValue(Language.English).Add(f => f.Text, text));
}
