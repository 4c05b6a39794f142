using Bunit;
using Teahouse.Client;
using Teahouse.Web.People;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.People;

/// <summary>The time where somebody is, for those who say it.</summary>
public sealed class OwnTimeZoneTests : BunitContext
{
    private readonly Chat _chat = new("#tea");
    private readonly FakeBrowser _browser;
    private readonly List<string?> _told = [];

    public OwnTimeZoneTests() => _browser = new FakeBrowser(this);

    [Fact]
    public async Task Nothing_is_said_until_one_wants_it_then_once_a_connection_and_taken_back_once()
    {
        var zone = new OwnTimeZone(_browser.Storage, new FixedLocale());
        await ReviewAsync(zone);
        Assert.Empty(_told);
        zone.Choose(true);
        await ReviewAsync(zone);
        await ReviewAsync(zone);
        Assert.Equal(["Asia/Shanghai"], _told);
        await ReviewAsync(zone, isOnline: false);
        await ReviewAsync(zone);
        Assert.Equal(["Asia/Shanghai", "Asia/Shanghai"], _told);
        await ReviewAsync(zone, isOnline: false);
        zone.Choose(false);
        await ReviewAsync(zone, isOnline: false);
        Assert.Equal(2, _told.Count);
        await ReviewAsync(zone);
        await ReviewAsync(zone, isOnline: false);
        await ReviewAsync(zone);
        Assert.Equal(["Asia/Shanghai", "Asia/Shanghai", null], _told);
    }

    [Theory]
    [InlineData("Asia/Shanghai", true)]
    [InlineData("Nowhere/<b>", false)]
    [InlineData(null, false)]
    public void The_card_shows_the_time_where_somebody_says_to_be(string? said, bool isShown)
    {
        _chat.Hear(":ann!u@h JOIN #tea");
        var card = Render<ProfileDialog>(p => p.AddCascadingValue(Language.English).Add(d => d.Nick, "ann").Add(d => d.State, _chat.State).Add(d => d.TimeZoneOf, _ => Task.FromResult(said)));
        Assert.Equal(isShown, card.Markup.Contains("Local time", StringComparison.Ordinal));
        Assert.DoesNotContain("Nowhere", card.Markup, StringComparison.Ordinal);
    }

    private Task ReviewAsync(OwnTimeZone zone, bool isOnline = true) => zone.ReviewAsync(isOnline, told =>
    {
        _told.Add(told);
        return Task.FromResult<Problem?>(null);
    });
}
