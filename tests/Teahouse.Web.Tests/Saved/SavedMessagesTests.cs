using Bunit;
using Teahouse.Client;
using Teahouse.Web.Saved;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.Saved;

public sealed class SavedMessagesTests : BunitContext
{
    private readonly Chat _chat = new("#tea");
    private readonly FakeBrowser _browser;

    public SavedMessagesTests() => _browser = new FakeBrowser(this);

    [Fact]
    public void What_was_saved_is_there_after_a_reload_newest_first_and_can_be_removed()
    {
        var saved = new SavedMessages(_browser.Storage);
        saved.Save(_chat.Room("#tea"), Say("a", "\u0002one\u0002\ntwo"));
        saved.Save(_chat.Room("#tea"), Say("b", "茶 \"🍵\""));
        saved.Save(_chat.Room("#tea"), Say("a", "one again"));
        var reloaded = new SavedMessages(_browser.Storage);
        Assert.Equal(["one again", "茶 \"🍵\""], reloaded.All.Select(m => m.Text));
        Assert.Equal(("#tea", "ann"), (reloaded.All[0].Conversation, reloaded.All[0].Nick));
        reloaded.Remove("a");
        Assert.Equal(["b"], new SavedMessages(_browser.Storage).All.Select(m => m.MessageId));
    }

    [Fact]
    public void No_more_are_kept_than_fit_and_a_full_storage_says_so()
    {
        var saved = new SavedMessages(_browser.Storage);
        for (var i = 0; i <= SavedMessages.Most; i++) saved.Save(_chat.Room("#tea"), Say($"m{i}", "x"));
        Assert.Equal((SavedMessages.Most, $"m{SavedMessages.Most}"), (saved.All.Count, saved.All[0].MessageId));
        _browser.Storage.IsClosed = true;
        Assert.False(saved.Save(_chat.Room("#tea"), Say("z", "x")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("[null]")]
    public void What_is_damaged_is_none(string kept)
    {
        _browser.Storage.Values["saved"] = kept;
        Assert.Empty(new SavedMessages(_browser.Storage).All);
    }

    [Fact]
    public void The_panel_leads_back_to_a_message_and_follows_other_tabs()
    {
        SavedMessage? picked = null;
        var panel = Render<SavedPanel>(p => p.Add(s => s.OnPick, m => picked = m));
        Assert.StartsWith("Nothing saved yet", panel.Find(".says").TextContent, StringComparison.Ordinal);
        var other = new MemoryStorage();
        new SavedMessages(other).Save(_chat.Room("#tea"), Say("a", "tea at four"));
        _browser.Storage.WriteElsewhere("saved", other.Values["saved"]);
        panel.WaitForElement(".hit").Click();
        Assert.Equal(("#tea", "a", "tea at four"), (picked!.Conversation, picked.MessageId, picked.Text));
        panel.Find(".remove").Click();
        panel.WaitForAssertion(() => Assert.Empty(panel.FindAll(".hit")));
    }

    private static TimelineMessage Say(string id, string text) => Entries.Said(1, "ann", text) with { MessageId = id };
}
