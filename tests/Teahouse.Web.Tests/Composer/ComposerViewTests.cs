using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Teahouse.Web.Composer;
using Teahouse.Web.Settings;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.Composer;

/// <summary>Which key sends, and the question before many lines go to many people.</summary>
public sealed class ComposerViewTests : BunitContext
{
    private const string SixLines = "1\n2\n3\n4\n5\n6";

    private readonly Chat _chat = new("#tea", "#quiet");
    private readonly FakeBrowser _browser;
    private readonly List<string> _sent = [];

    public ComposerViewTests()
    {
        _browser = new FakeBrowser(this);
        for (var i = 0; i < Crowd.FewPeople; i++) _chat.Hear($":guest{i}!u@h JOIN #tea");
    }

    [Fact]
    public void The_key_that_sends_is_chosen_kept_and_told_beside_the_box()
    {
        var view = Draw();
        Assert.Equal("Enter sends · Shift+Enter new line", view.Find(".hint").TextContent);
        Assert.False(_browser.Box.IsByControl);
        var preferences = Services.GetRequiredService<Preferences>();
        preferences.Choose(SendKey.ControlEnter);
        view.Render();
        Assert.Equal("Ctrl+Enter sends · Enter new line", view.Find(".hint").TextContent);
        Assert.True(_browser.Box.IsByControl);
        Assert.Equal("ctrl-enter", _browser.Storage.Values["send-key"]);
        _browser.Storage.WriteElsewhere("send-key", "enter");
        Assert.Equal(SendKey.Enter, preferences.SendKey);
    }

    [Fact]
    public async Task Many_lines_to_many_people_wait_until_the_writer_says_so()
    {
        var view = Draw();
        Assert.False(await OfferAsync(view, SixLines));
        view.WaitForAssertion(() => Assert.Equal("6 lines will be in front of 21 people at once.", view.Find("[role=alert]").TextContent));
        Assert.Equal("keep-writing", _browser.Box.Focused);
        Assert.Empty(_sent);
        _browser.Box.Text = SixLines;
        await view.Find(".crowd .main").ClickAsync(new());
        Assert.True(_browser.Box.IsSent);
        Assert.Equal([SixLines], _sent);
        view.WaitForAssertion(() => Assert.Empty(view.FindAll(".crowd")));
    }

    [Fact]
    public async Task Whoever_goes_on_writing_is_asked_no_more_until_they_send_again()
    {
        var view = Draw();
        await OfferAsync(view, SixLines);
        await view.Find(".crowd .button").ClickAsync(new());
        Assert.Empty(view.FindAll(".crowd"));
        Assert.Equal(ComposerView.BoxId, _browser.Box.Focused);
        Assert.False(await OfferAsync(view, SixLines));
        Assert.True(await OfferAsync(view, "one line"));
        Assert.Equal(["one line"], _sent);
        view.WaitForAssertion(() => Assert.Empty(view.FindAll(".crowd")));
    }

    [Theory]
    [InlineData("#quiet", SixLines)]
    [InlineData("#tea", "1\n2\n3\n4\n5\n\n")]
    public async Task Few_lines_and_few_people_are_asked_nothing(string room, string text) => Assert.True(await OfferAsync(Draw(room), text));

    private Task<bool> OfferAsync(IRenderedComponent<ComposerView> view, string text) => view.InvokeAsync(() => _browser.Box.Send(text));

    private IRenderedComponent<ComposerView> Draw(string room = "#tea") => Render<ComposerView>(p => p
        .AddCascadingValue(Language.English).Add(c => c.Conversation, _chat.Room(room)).Add(c => c.State, _chat.State).Add(c => c.Send, text =>
        {
            _sent.Add(text);
            return true;
        }));
}
