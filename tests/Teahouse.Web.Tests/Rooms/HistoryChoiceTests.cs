using Bunit;
using Teahouse.Client;
using Teahouse.Web.Rooms;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.Rooms;

/// <summary>What new members of a room may read.</summary>
public sealed class HistoryChoiceTests : BunitContext
{
    private readonly List<NewcomerHistory> _set = [];

    public HistoryChoiceTests() => _ = new FakeBrowser(this);

    [Fact]
    public void The_choice_shows_what_is_so_and_sets_what_is_picked()
    {
        var choice = Draw(NewcomerHistory.All, null);
        Assert.Equal("Everything said before", choice.Find(".chosen").TextContent);
        choice.FindAll("input")[1].Change(true);
        Assert.Equal([NewcomerHistory.SinceJoined], _set);
        Assert.Equal("Only what comes after", choice.Find(".chosen").TextContent);
    }

    [Fact]
    public void A_refused_choice_says_why_and_goes_back()
    {
        var choice = Draw(NewcomerHistory.SinceJoined, "You are not an operator");
        choice.FindAll("input")[0].Change(true);
        Assert.Equal("It was not changed: You are not an operator", choice.Find(".says").TextContent);
        Assert.Equal("Only what comes after", choice.Find(".chosen").TextContent);
    }

    [Fact]
    public void A_room_that_keeps_nothing_says_so_and_one_that_does_not_tell_shows_nothing()
    {
        Assert.Contains("This room keeps no messages", Draw(NewcomerHistory.Nothing, null).Markup, StringComparison.Ordinal);
        Assert.Empty(Draw(null, null).Markup.Trim());
    }

    private IRenderedComponent<HistoryChoice> Draw(NewcomerHistory? now, string? refusal) => Render<HistoryChoice>(p => p
        .AddCascadingValue(Language.English).Add(c => c.Ask, () => Task.FromResult(now))
        .Add(c => c.Set, choice =>
        {
            _set.Add(choice);
            return Task.FromResult(refusal is null ? null : new ServiceAnswer([ServiceSentence.Read(refusal)]));
        }));
}
