using Bunit;
using Teahouse.Web.Notifications;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.Notifications;

public sealed class NotificationChoicesTests : BunitContext
{
    private readonly FakeBrowser _browser;

    public NotificationChoicesTests() => _browser = new FakeBrowser(this);

    [Fact]
    public void Turning_them_on_asks_the_browser_and_says_when_they_come()
    {
        _browser.Notifications.Permission = "default";
        var choices = Render<NotificationChoices>();
        Assert.Contains("only while Teahouse is open in a tab", choices.Markup, StringComparison.Ordinal);
        choices.Find(".button.main").Click();
        choices.WaitForAssertion(() => Assert.True(choices.Find(".switch input").HasAttribute("checked")));
        Assert.Equal("1", _browser.Storage.Values["notify"]);
        choices.Find(".switch input").Change(false);
        Assert.DoesNotContain("notify", _browser.Storage.Values.Keys);
    }

    [Theory]
    [InlineData("denied", "does not let this page notify")]
    [InlineData("none", "cannot show notifications at this address")]
    public void What_cannot_be_is_said(string permission, string says)
    {
        _browser.Notifications.Permission = permission;
        Assert.Contains(says, Render<NotificationChoices>().Find(".why").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_is_said_at_once()
    {
        (_browser.Notifications.Permission, _browser.Notifications.Answer) = ("default", "denied");
        var choices = Render<NotificationChoices>();
        choices.Find(".button.main").Click();
        choices.WaitForElement(".why");
        Assert.DoesNotContain("notify", _browser.Storage.Values.Keys);
    }

    [Fact]
    public void Sound_is_off_until_chosen_and_then_heard_once()
    {
        var choices = Render<NotificationChoices>();
        Assert.False(choices.Find("[name=sound]").HasAttribute("checked"));
        choices.Find("[name=sound]").Change(true);
        Assert.Equal(1, _browser.Notifications.Rung);
        Assert.Equal("1", _browser.Storage.Values["notify.sound"]);
    }

    [Fact]
    public void Quiet_hours_and_words_are_kept()
    {
        var choices = Render<NotificationChoices>();
        choices.Find("[name=quiet]").Change(true);
        Assert.Equal(["22:00", "08:00"], choices.FindAll("[type=time]").Select(t => t.GetAttribute("value")));
        choices.FindAll("[type=time]")[1].Change("07:30");
        Assert.Equal("1320-450", _browser.Storage.Values["notify.quiet"]);
        choices.Find("[type=text]").Change(" tea, 茶 ");
        Assert.Equal("tea, 茶", _browser.Storage.Values["notify.words"]);
    }
}
