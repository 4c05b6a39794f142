using Bunit;
using Teahouse.Client;
using Teahouse.Web.Tests.Fakes;
using Teahouse.Web.Welcome;

namespace Teahouse.Web.Tests.Welcome;

public sealed class WelcomePageTests : BunitContext
{
    private readonly List<string> _entered = [];

    public WelcomePageTests() => _ = new FakeBrowser(this);

    [Fact]
    public void Who_has_an_account_gives_its_password_instead()
    {
        (string Name, string Password)? given = null;
        var page = Render<WelcomePage>(p => p.Add(w => w.OnLogIn, who => given = who));
        Assert.Empty(page.FindAll("#password"));
        page.Find(".have").Click();
        page.Find("#name").Input("ann");
        Assert.True(page.Find("[type=submit]").HasAttribute("disabled"));
        page.Find("#password").Input("a secret");
        page.Find("form").Submit();
        Assert.Equal(("ann", "a secret"), given);
    }

    [Fact]
    public void A_wrong_password_is_said_and_the_field_stays()
    {
        var page = Render<WelcomePage>(p => p.Add(w => w.Name, "ann").Add(w => w.IsByPassword, true).Add(w => w.Trouble, new Problem(ProblemKind.LoginRefused)));
        Assert.Contains("not the account's name and password", page.Find(".trouble").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("#password"));
    }

    [Fact]
    public void The_nick_is_shown_before_it_is_sent()
    {
        var page = Draw();
        Assert.True(page.Find("button[type=submit]").HasAttribute("disabled"));
        page.Find("#name").Input("陈 晓!");
        Assert.Equal("陈晓", page.Find(".will-be bdi").TextContent);
        page.Find("form").Submit();
        Assert.Equal(["陈晓"], _entered);
    }

    [Fact]
    public void A_name_of_spaces_is_not_sent()
    {
        var page = Draw(Language.Chinese);
        page.Find("#name").Input("   ");
        Assert.Empty(page.FindAll(".will-be"));
        page.Find("form").Submit();
        Assert.Empty(_entered);
    }

    [Fact]
    public void Beside_a_taken_name_stand_others_that_may_be_free()
    {
        var page = Draw(trouble: new Problem(ProblemKind.NameTaken), name: "ann");
        Assert.Equal("Enter as ann2", page.Find(".other").TextContent);
        page.Find(".other").Click();
        page.Find(".other").Click();
        Assert.Equal(["ann2", "ann3"], _entered);
    }

    [Theory]
    [InlineData(ProblemKind.NameTaken, "“ann” belongs to someone else, or looks like someone else's name. Please choose another.")]
    [InlineData(ProblemKind.NameInvalid, "This server does not allow the name “ann”. Please choose another.")]
    [InlineData(ProblemKind.TryLater, "That did not work: the server is busy; try later")]
    public void A_refusal_is_said_beside_the_name_until_it_is_changed(ProblemKind kind, string said)
    {
        var page = Draw(trouble: new Problem(kind), name: "ann");
        Assert.StartsWith(said, page.Find(".trouble").TextContent, StringComparison.Ordinal);
        Assert.Equal("ann", page.Find("#name").GetAttribute("value"));
        page.Find("#name").Input("anna");
        Assert.Empty(page.FindAll(".trouble"));
        Assert.Equal("anna", page.Find(".will-be bdi").TextContent);
    }

    [Fact]
    public void While_entering_nothing_is_sent_again()
    {
        var page = Draw(name: "ann", isEntering: true);
        page.Find("form").Submit();
        Assert.Empty(_entered);
        Assert.Equal("Entering…", page.Find("button[type=submit]").TextContent);
    }

    private IRenderedComponent<WelcomePage> Draw(
        Language language = Language.English, Problem? trouble = null, string name = "", bool isEntering = false) =>
        Render<WelcomePage>(p => p
            .AddCascadingValue(language).Add(w => w.Trouble, trouble).Add(w => w.Name, name).Add(w => w.IsEntering, isEntering)
            .Add(w => w.OnEnter, _entered.Add));
}
