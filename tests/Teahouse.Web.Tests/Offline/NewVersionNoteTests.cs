using Bunit;
using Teahouse.Web.Offline;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.Offline;

public sealed class NewVersionNoteTests : BunitContext
{
    private readonly FakeBrowser _browser;

    public NewVersionNoteTests() => _browser = new FakeBrowser(this);

    [Fact]
    public void A_new_version_is_said_and_taken_only_when_the_reader_wants_it()
    {
        var note = Render<NewVersionNote>();
        Assert.Empty(note.FindAll(".note"));
        _browser.Offline.Bring();
        note.WaitForAssertion(() => Assert.Contains("There is a new version", note.Find(".note").TextContent, StringComparison.Ordinal));
        Assert.Equal(0, _browser.Offline.Taken);
        note.Find(".note .button").Click();
        Assert.Equal(1, _browser.Offline.Taken);
    }

    [Fact]
    public void Who_does_not_want_it_now_is_left_in_peace()
    {
        var note = Render<NewVersionNote>();
        _browser.Offline.Bring();
        note.WaitForElement(".note .icon-button").Click();
        Assert.Empty(note.FindAll(".note"));
        Assert.Equal(0, _browser.Offline.Taken);
    }
}
