using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Teahouse.Client;
using Teahouse.Web.Offline;
using Teahouse.Web.Settings;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.Settings;

public sealed class SettingsDialogTests : BunitContext
{
    private readonly FakeBrowser _browser;

    public SettingsDialogTests() => _browser = new FakeBrowser(this);

    [Fact]
    public void It_shows_what_works_at_this_address_and_why_the_rest_does_not()
    {
        var dialog = Draw();
        Assert.Equal(BrowserFeature.All.Count + 1, dialog.FindAll("li").Count);
        Assert.Equal(3, dialog.FindAll("li.works").Count);
        Assert.StartsWith("This address is not encrypted", dialog.Find(".why").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OfflineState.Ready, "works", null)]
    [InlineData(OfflineState.Preparing, "being prepared…", null)]
    [InlineData(OfflineState.Untrusted, "not available", "The browser does not trust this server's certificate")]
    [InlineData(OfflineState.Unsupported, "not available", "This browser, or its private window, does not keep pages")]
    [InlineData(OfflineState.Failed, "not available", "The browser could not keep the page")]
    public void It_says_whether_the_page_opens_without_a_network_and_why_not(OfflineState state, string says, string? why)
    {
        _browser.Probe.Found.Add("secure");
        _browser.Offline.State = state;
        var dialog = Draw();
        var line = dialog.FindAll("li").Single(l => l.TextContent.Contains("Opening without a network", StringComparison.Ordinal));
        Assert.EndsWith(says, line.TextContent, StringComparison.Ordinal);
        var reasons = dialog.FindAll(".why").Select(p => p.TextContent).ToList();
        if (why is null) Assert.Empty(reasons);
        else Assert.StartsWith(why, Assert.Single(reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void A_theme_is_applied_at_once_and_kept()
    {
        var dialog = Draw();
        dialog.FindAll("input[name=theme]")[2].Change(true);
        Assert.Equal(("dark", "dark"), (_browser.Page.Theme, _browser.Storage.Values["theme"]));
        Assert.Equal(Theme.Dark, Reloaded().Theme);
    }

    [Fact]
    public void The_compact_view_is_applied_at_once_and_kept()
    {
        var dialog = Draw();
        Assert.Equal("comfortable", _browser.Page.Density);
        dialog.FindAll("input[name=density]")[1].Change(true);
        Assert.Equal(("compact", "compact"), (_browser.Page.Density, _browser.Storage.Values["density"]));
        Assert.Equal(Density.Compact, Reloaded().Density);
    }

    [Fact]
    public void A_language_is_applied_at_once_and_kept()
    {
        var dialog = Draw();
        dialog.FindAll("input[name=language]")[0].Change(true);
        Assert.Equal(("zh-CN", "zh-CN"), (_browser.Page.Language, _browser.Storage.Values["language"]));
        Assert.Equal(Language.Chinese, Reloaded().Language);
    }

    [Fact]
    public void Closing_it_is_told_however_it_is_closed()
    {
        var closed = 0;
        Render<SettingsDialog>(p => p.Add(d => d.Me, new Identity("me")).Add(d => d.OnClose, () => closed++));
        _browser.Dialogs.Close(Assert.Single(_browser.Dialogs.Open));
        Assert.Equal(1, closed);
    }

    private IRenderedComponent<SettingsDialog> Draw()
    {
        var preferences = Services.GetRequiredService<Preferences>();
        return Render<SettingsDialog>(p => p.AddCascadingValue(preferences.Language).Add(d => d.Me, new Identity("me", "me", IsGuest: true)));
    }

    private Preferences Reloaded()
    {
        var preferences = new Preferences(_browser.Storage, new FakePage());
        preferences.Load(["en"]);
        return preferences;
    }
}
