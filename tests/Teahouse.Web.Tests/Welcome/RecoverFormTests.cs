using Bunit;
using Teahouse.Client;
using Teahouse.Web.Tests.Fakes;
using Teahouse.Web.Welcome;

namespace Teahouse.Web.Tests.Welcome;

/// <summary>A new password for whoever has forgotten the old one.</summary>
public sealed class RecoverFormTests : BunitContext
{
    private readonly FakeBrowser _browser;
    private readonly List<(string, string, string)> _asked = [];
    private readonly List<(string, string)> _loggedIn = [];

    public RecoverFormTests() => _browser = new FakeBrowser(this);

    [Theory]
    [InlineData("INVALID_CODE", "That is not the account's name and recovery code, or the code was used.")]
    [InlineData("WEAK_PASSWORD", "The password is too short.")]
    [InlineData("TOO_MANY_FAILURES", "That was tried too often. Try again in a minute.")]
    [InlineData("TEMPORARILY_UNAVAILABLE", "The server cannot do that now; try again later.")]
    [InlineData("SOMETHING_NEW", "It was not set: The words")]
    public void A_refusal_is_said_beside_the_fields_and_what_was_typed_stays(string answer, string shown)
    {
        var form = Draw(new ServiceAnswer([ServiceSentence.Read("The words", answer)]));
        Fill(form, "a new one");
        Assert.Equal(shown, form.Find("#recover-says").TextContent);
        Assert.Equal([("ann", "AAAA-BBBB", "a new one")], _asked);
        Assert.Equal("AAAA-BBBB", form.Find("#recover-code").GetAttribute("value"));
        Assert.Equal("a new one", form.Find("#recover-password").GetAttribute("value"));
    }

    [Fact]
    public void A_server_that_cannot_be_reached_is_said_to_be()
    {
        var form = Draw(new ServiceAnswer([], new(ProblemKind.Unreachable)));
        Fill(form, "a new one");
        Assert.Equal("It was not set: the server cannot be reached", form.Find("#recover-says").TextContent);
    }

    [Fact]
    public void A_password_with_gaps_is_not_sent()
    {
        var form = Draw(new ServiceAnswer([]));
        Fill(form, "two  spaces");
        Assert.Empty(_asked);
        Assert.StartsWith("A password neither begins nor ends with a space", form.Find("#recover-says").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Then_the_next_code_is_shown_once_before_one_logs_in()
    {
        var form = Draw(new ServiceAnswer([ServiceSentence.Read("The password is set", "PASSWORD_SET,CCCC-DDDD")]));
        Fill(form, "a new one");
        Assert.Equal("CCCC-DDDD", form.Find("input[readonly]").GetAttribute("value"));
        form.Find(".row .button").Click();
        Assert.Equal("CCCC-DDDD", _browser.Acts.Copied);
        Assert.Empty(_loggedIn);
        form.Find(".button.main").Click();
        Assert.Equal([("ann", "a new one")], _loggedIn);
    }

    [Fact]
    public void The_welcome_page_leads_there_and_back()
    {
        var page = Render<WelcomePage>(p => p.AddCascadingValue(Language.English).Add(w => w.Name, "ann"));
        Assert.DoesNotContain("Forgot", page.Markup, StringComparison.Ordinal);
        page.FindAll(".have").Single(b => b.TextContent == "I have an account and a password").Click();
        page.FindAll(".have").Single(b => b.TextContent == "Forgot the password?").Click();
        Assert.Equal("ann", page.Find("#recover-name").GetAttribute("value"));
        page.FindAll(".have").Single(b => b.TextContent == "Back").Click();
        Assert.NotNull(page.Find("#password"));
    }

    private static void Fill(IRenderedComponent<RecoverForm> form, string password)
    {
        form.Find("#recover-code").Input("AAAA-BBBB");
        form.Find("#recover-password").Input(password);
        form.Find("form").Submit();
    }

    private IRenderedComponent<RecoverForm> Draw(ServiceAnswer answer) => Render<RecoverForm>(p => p
        .AddCascadingValue(Language.English).Add(f => f.Name, "ann").Add(f => f.OnLogIn, who => _loggedIn.Add(who)).Add(f => f.Recover, (name, code, password) =>
        {
            _asked.Add((name, code, password));
            return Task.FromResult(answer);
        }));
}
