using Bunit;
using Teahouse.Client;
using Teahouse.Web.People;
using Teahouse.Web.Rooms;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.Rooms;

/// <summary>The directory, what can be done with a room, and who somebody is.</summary>
public sealed class RoomDialogTests : BunitContext
{
    private readonly Chat _chat = new("#lobby");
    private readonly FakeBrowser _browser;

    public RoomDialogTests() => _browser = new FakeBrowser(this);

    [Fact]
    public void The_directory_finds_rooms_and_makes_those_that_are_not_there()
    {
        var picked = new List<string>();
        var answer = new RoomDirectory([new("#lobby", 2, "hello"), new("#茶", 1, "<b>cups</b>")]);
        var dialog = Render<DirectoryDialog>(p => p
            .AddCascadingValue(Language.English).Add(d => d.State, _chat.State).Add(d => d.List, () => Task.FromResult(answer)).Add(d => d.OnPick, n => picked.Add(n)));
        dialog.WaitForAssertion(() => Assert.Equal("2 public rooms", dialog.Find(".says").TextContent));
        Assert.Equal(["joined", "Join"], dialog.FindAll(".state").Select(s => s.TextContent));
        Assert.Equal("<b>cups</b>", dialog.FindAll("small")[1].TextContent);
        dialog.Find("input").Input("cup");
        Assert.Equal(["Create room #cup", "茶"], dialog.FindAll("strong").Select(s => s.TextContent));
        dialog.Find("input").Input("#茶");
        Assert.Equal(["茶"], dialog.FindAll("strong").Select(s => s.TextContent));
        dialog.Find("form").Submit();
        Assert.Equal(["#茶"], picked);
        Assert.Empty(_browser.Dialogs.Open);
    }

    [Fact]
    public void A_refused_topic_stays_in_the_box_with_the_reason()
    {
        var asked = new List<string>();
        var dialog = Draw(text =>
        {
            asked.Add(text);
            return Task.FromResult<Problem?>(asked.Count > 1 ? null : new Problem(ProblemKind.NotAllowed, "482"));
        });
        dialog.Find("textarea").Input("all about **tea**");
        dialog.Find("form").Submit();
        Assert.Equal("Topic: that did not work, only operators may change it.", dialog.Find(".says").TextContent);
        Assert.Equal(["room-dialog"], _browser.Dialogs.Open);
        dialog.Find("form").Submit();
        Assert.Equal("all about \u0002tea\u0002", asked[^1]);
        Assert.Empty(_browser.Dialogs.Open);
    }

    [Fact]
    public void An_invitation_is_a_link_that_leads_into_the_room()
    {
        var dialog = Draw(_ => Task.FromResult<Problem?>(null), (hours, uses) => Made($"t-{hours}-{uses}"));
        dialog.FindAll("select")[0].Change("24");
        dialog.Find(".choices .button").Click();
        dialog.Find(".made .button").Click();
        Assert.Equal("http://localhost/join/lobby/t-24-10", _browser.Acts.Copied);
        Assert.Equal(new InviteLink("#lobby", "t-24-10"), InviteLink.Read("join/lobby/t-24-10"));
        Assert.Null(InviteLink.Read("join/lobby"));
        Assert.Null(InviteLink.Read("owner/x/y"));
    }

    [Fact]
    public void A_refused_invitation_says_why()
    {
        var dialog = Draw(_ => Task.FromResult<Problem?>(null), (_, _) => Made(null, ServiceSentence.Read("Not for you.")));
        dialog.Find(".choices .button").Click();
        Assert.Equal("No link was made. Not for you.", dialog.Find(".says").TextContent);
        dialog = Draw(_ => Task.FromResult<Problem?>(null), (_, _) => Made(null, ServiceSentence.Read("Not for you.", "NOT_OPERATOR")));
        dialog.Find(".choices .button").Click();
        Assert.Equal("You may not do that here.", dialog.Find(".says").TextContent);
    }

    [Fact]
    public void A_profile_says_who_somebody_is_and_where_one_meets()
    {
        _chat.Hear("@account=annie :ann!u@h JOIN #lobby annie :Ann of Tea");
        string? wanted = null;
        var card = Render<ProfileDialog>(p => p.AddCascadingValue(Language.English).Add(c => c.Nick, "ann").Add(c => c.State, _chat.State).Add(c => c.OnAct, a => wanted = a));
        Assert.Equal(["Ann of Tea", "annie", "#lobby"], card.FindAll("dd").Select(d => d.TextContent));
        card.Find(".main").Click();
        Assert.Equal("chat", wanted);
    }

    private static Task<(string?, ServiceAnswer)> Made(string? token, params ServiceSentence[] said) => Task.FromResult((token, new ServiceAnswer(said)));

    private IRenderedComponent<RoomDialog> Draw(Func<string, Task<Problem?>> setTopic, Func<int, int, Task<(string?, ServiceAnswer)>>? invite = null) =>
        Render<RoomDialog>(p => p
            .AddCascadingValue(Language.English).Add(d => d.Room, _chat.Room("#lobby")).Add(d => d.SetTopic, setTopic)
            .Add(d => d.Invite, invite ?? ((_, _) => Made(null))));
}
