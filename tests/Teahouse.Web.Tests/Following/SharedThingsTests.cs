using Teahouse.Web.Following;
using Teahouse.Web.Notifications;
using Teahouse.Web.Saved;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.Following;

public sealed class SharedThingsTests
{
    private static readonly Dictionary<string, string> None = [];

    private readonly Device _one = new();
    private readonly Device _other = new();

    [Fact]
    public void Rules_drafts_and_saved_messages_are_on_the_other_device_as_they_are_here()
    {
        _one.Storage.Write("notify.rule.#tea", "none");
        _one.Storage.Write("draft.#茶馆", "two\nlines, unsent ");
        _one.Saved.Take(new("#tea", "m1", "bob", Entries.Morning, "to be found again"));
        foreach (var (key, value) in _one.Things.Here(None)) _other.Things.Take(key, value, null);
        Assert.Equal(("none", "two\nlines, unsent "), (_other.Storage.Read("notify.rule.#tea"), _other.Storage.Read("draft.#茶馆")));
        Assert.Equal(_one.Saved.All, _other.Saved.All);
        Assert.Equal(_one.Things.Here(None).OrderBy(f => f.Key), _other.Things.Here(None).OrderBy(f => f.Key));

        foreach (var (key, value) in _one.Things.Here(None)) _other.Things.Take(key, null, value);
        Assert.Empty(_other.Things.Here(None));
        Assert.Empty(_other.Saved.All);
    }

    [Fact]
    public void What_is_too_long_stays_here_and_removes_nothing_there()
    {
        _one.Storage.Write("draft.#tea", "short");
        var agreed = _one.Things.Here(None);
        _one.Storage.Write("draft.#tea", new string('茶', 100));
        Assert.Equal(agreed, _one.Things.Here(agreed));
        Assert.Empty(_one.Things.Here(None));
    }

    [Fact]
    public void A_saved_message_is_cut_to_what_fits_in_whole_characters()
    {
        _one.Saved.Take(new("#tea", "m1", "bob", Entries.Morning, string.Concat(Enumerable.Repeat("🍵", 100))));
        var value = Assert.Single(_one.Things.Here(None)).Value;
        Assert.True(Fact.Fits(value));
        Assert.EndsWith("🍵", value, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_too_many_those_that_have_a_place_at_the_server_keep_it()
    {
        for (var i = 0; i < 20; i++) _one.Storage.Write($"draft.#room{i}", "begun");
        var agreed = _one.Things.Here(None);
        Assert.Equal(15, agreed.Count);
        _one.Storage.Write("draft.#another", "begun");
        Assert.Equal(agreed.Keys.Order(), _one.Things.Here(agreed).Keys.Order());
    }

    [Fact]
    public void What_nobody_can_read_changes_nothing()
    {
        foreach (var key in new[] { "rule/1", "draft/1", "saved/1", "unknown/1", "" })
            foreach (var value in new[] { "", "#tea", "#tea m1 x y", null }) _one.Things.Take(key, value, null);
        Assert.Empty(_one.Saved.All);
    }

    private sealed class Device
    {
        public MemoryStorage Storage { get; } = new();

        public SavedMessages Saved { get; }

        public SharedThings Things { get; }

        public Device()
        {
            Saved = new(Storage);
            Things = new(Storage, new NotificationSettings(Storage), Saved);
        }
    }
}
