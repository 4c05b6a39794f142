using Bunit;
using Microsoft.Extensions.Time.Testing;
using Teahouse.Web.People;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.People;

public sealed class OwnStatusTests : BunitContext
{
    private readonly MemoryStorage _storage = new();
    private readonly FakeTimeProvider _time = new(Entries.Morning);
    private readonly List<string?> _told = [];

    [Fact]
    public void A_status_is_told_and_ends_at_its_time()
    {
        using var status = Begin();
        Assert.Empty(_told);
        status.Set("lunch: noodles", Entries.Morning.AddHours(1));
        Assert.Equal(("lunch: noodles", Entries.Morning.AddHours(1)), (status.Text, status.Until));
        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(["lunch: noodles"], _told);
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(["lunch: noodles", null], _told);
        Assert.Null(status.Text);
        Assert.Empty(_storage.Values);
    }

    [Fact]
    public void After_a_reload_it_is_told_again_and_what_ended_meanwhile_is_taken_back()
    {
        using (var before = Begin()) before.Set("lunch", Entries.Morning.AddHours(1));
        using (var soon = Begin()) Assert.Equal("lunch", soon.Text);
        _time.Advance(TimeSpan.FromHours(2));
        using var late = Begin();
        Assert.Null(late.Text);
        Assert.Equal(["lunch", "lunch", null], _told.Take(2).Append(_told[^1]));
    }

    [Fact]
    public void Another_tab_tells_it_too()
    {
        using var status = Begin();
        _storage.WriteElsewhere("status", ":away");
        _storage.WriteElsewhere("status", null);
        Assert.Equal(["away", null], _told);
    }

    [Theory]
    [InlineData("")]
    [InlineData("lunch")]
    [InlineData("x:lunch")]
    [InlineData("99999999999999999:lunch")]
    public void What_is_not_understood_is_no_status(string kept)
    {
        _storage.Values["status"] = kept;
        using var status = Begin();
        Assert.Null(status.Text);
    }

    [Fact]
    public void The_dialog_sets_it_for_a_while_and_takes_it_back()
    {
        var browser = new FakeBrowser(this);
        var dialog = Render<StatusDialog>();
        Assert.True(dialog.Find("[type=submit]").HasAttribute("disabled"));
        dialog.FindAll(".usual button")[1].Click();
        dialog.Find("select").Change("-1");
        dialog.Find("form").Submit();
        Assert.Equal($"{Entries.Morning.Date.AddDays(1).Subtract(DateTime.UnixEpoch).TotalMilliseconds}:Out for lunch", browser.Storage.Values["status"]);
        Assert.Empty(browser.Dialogs.Open);
        Render<StatusDialog>().FindAll(".acts button")[0].Click();
        Assert.DoesNotContain("status", browser.Storage.Values.Keys);
    }

    private OwnStatus Begin()
    {
        var status = new OwnStatus(_storage, _time);
        status.Begin(_told.Add);
        return status;
    }
}
