using System.Text;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Teahouse.Client;
using Teahouse.Web.Files;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.Files;

public sealed class UploadTests : BunitContext
{
    private readonly Chat _chat = new("#tea", "#cake");
    private readonly FakeBrowser _browser;
    private readonly Uploads _uploads;
    private readonly List<string> _said = [];

    public UploadTests()
    {
        _browser = new FakeBrowser(this);
        _uploads = Services.GetRequiredService<Uploads>();
        _uploads.Here = _chat.Room("#tea");
        _uploads.Hosting = new("https://tea.example/upload", "Basic eA==");
        _uploads.Done = (to, link) => _said.Add($"{to.Name} {link}");
    }

    [Fact]
    public void A_file_goes_up_shows_how_far_it_is_and_is_said_where_it_was_dropped()
    {
        var tray = Draw();
        _browser.Files.Offer("f1", "茶.png", size: 2_000_000);
        Assert.Equal([("f1", "https://tea.example/upload", "Basic eA==")], _browser.Files.Uploading);
        _uploads.Here = _chat.Room("#cake");
        _browser.Files.Told("f1", "sent", "1500000");
        tray.WaitForAssertion(() => Assert.Equal("1.5 MB of 2 MB", tray.Find(".state").TextContent));
        Assert.Equal("1500000", tray.Find("progress").GetAttribute("value"));
        _browser.Files.Told("f1", "interrupted", "");
        tray.WaitForAssertion(() => Assert.StartsWith("No network", tray.Find(".state").TextContent, StringComparison.Ordinal));
        _browser.Files.Told("f1", "done", "https://tea.example/file/x/y.png");
        tray.WaitForAssertion(() => Assert.Empty(tray.FindAll("li")));
        Assert.Equal(["#tea https://tea.example/file/x/y.png"], _said);
        Assert.Empty(_browser.Files.Forgotten);
    }

    [Theory]
    [InlineData("too-large", "larger than is taken")]
    [InlineData("account-full", "all the room you have")]
    [InlineData("something-new", "did not take")]
    public async Task What_is_refused_says_why_and_can_be_tried_again_or_given_up(string why, string says)
    {
        var tray = Draw();
        _browser.Files.Offer("f1", "tea.png");
        _browser.Files.Told("f1", "refused", why);
        tray.WaitForAssertion(() => Assert.Contains(says, tray.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        await tray.Find(".button").ClickAsync(new());
        Assert.Equal(2, _browser.Files.Uploading.Count);
        await tray.WaitForElement("[aria-label='Cancel tea.png']").ClickAsync(new());
        tray.WaitForAssertion(() => Assert.Empty(tray.FindAll("li")));
        Assert.Equal(["f1"], _browser.Files.Forgotten);
        Assert.Empty(_said);
    }

    [Fact]
    public async Task Of_a_long_text_it_is_asked_and_only_of_the_last()
    {
        var tray = Draw();
        _browser.Files.Offer("f1", "paste.txt", isPaste: true);
        _browser.Files.Offer("f2", "paste.txt", isPaste: true);
        Assert.Equal(["f1"], _browser.Files.Forgotten);
        Assert.Empty(_browser.Files.Uploading);
        await tray.WaitForElement(".button.main").ClickAsync(new());
        Assert.Equal("f2", Assert.Single(_browser.Files.Uploading).Id);
    }

    [Fact]
    public void Where_no_files_are_taken_nothing_begins()
    {
        _uploads.Hosting = null;
        _browser.Files.Offer("f1", "tea.png");
        Assert.Empty(_uploads.In(_chat.Room("#tea")));
        Assert.Equal(["f1"], _browser.Files.Forgotten);
    }

    [Fact]
    public void Files_go_as_the_account_with_the_secret_of_its_login()
    {
        _chat.Hear(":irc.test 005 me soju.im/FILEHOST=https://tea.example/upload :are supported");
        Assert.Null(FileHosting.Of(_chat.State, new Login.Guest("陈晓", "thd1_x", true)));
        _chat.Hear(":irc.test 900 me me!u@h 陈晓 :You are now logged in as 陈晓");
        var hosting = FileHosting.Of(_chat.State, new Login.Guest("陈晓", "thd1_x", true))!;
        Assert.Equal("https://tea.example/upload", hosting.Address);
        Assert.Equal("陈晓:thd1_x", Encoding.UTF8.GetString(Convert.FromBase64String(hosting.Authorization["Basic ".Length..])));
        Assert.Null(FileHosting.Of(_chat.State, new Login.Anonymous("陈晓")));
    }

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1000, "1 kB")]
    [InlineData(1449, "1.4 kB")]
    [InlineData(9_960, "10 kB")]
    [InlineData(999_600, "1 MB")]
    [InlineData(12_345_678, "12 MB")]
    [InlineData(104_857_600, "105 MB")]
    public void Sizes_are_short(long bytes, string text) => Assert.Equal(text, ByteText.Of(bytes));

    private IRenderedComponent<UploadTray> Draw() => Render<UploadTray>(p => p.AddCascadingValue(Language.English).Add(t => t.Conversation, _chat.Room("#tea")));
}
