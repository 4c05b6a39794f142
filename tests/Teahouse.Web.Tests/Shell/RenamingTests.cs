using Teahouse.Client;
using Teahouse.Web.Notifications;
using Teahouse.Web.Rooms;
using Teahouse.Web.Saved;
using Teahouse.Web.Shell;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.Shell;

/// <summary>What this browser keeps by a room's name goes along when the room gets another.</summary>
public sealed class RenamingTests
{
    private readonly MemoryStorage _storage = new();
    private readonly Chat _chat = new("#tea", "#milk");

    [Fact]
    public void How_far_one_has_read_and_that_it_was_open()
    {
        var keepsake = new Keepsake(_storage);
        var room = _chat.Room("#tea");
        _chat.Read(room);
        keepsake.KeepOpen(room);
        keepsake.KeepRead(room);
        var read = room.ReadPosition;
        Rename(keepsake.Rename);
        Assert.Equal("#Green", keepsake.Open);
        Assert.Equal(read!.Time.ToUnixTimeMilliseconds(), keepsake.Read(room)!.Time.ToUnixTimeMilliseconds());
        Assert.Equal(["open", "read.#green"], _storage.Values.Keys.Order());
    }

    [Fact]
    public void Its_place_in_the_list_and_that_it_is_hidden()
    {
        var arrangement = new RoomArrangement(_storage);
        arrangement.Move(_chat.Room("#milk"), _chat.Room("#tea"), isAfter: false, _chat.State.Rooms);
        arrangement.Hide(_chat.Room("#tea"));
        Rename(arrangement.Rename);
        Assert.Equal(["#milk", "#Green"], arrangement.Sorted(_chat.State.Rooms).Select(r => r.Name));
        Assert.True(arrangement.IsHidden(_chat.Room("#Green")));
        Assert.Equal(("#milk,#green", "#green"), (_storage.Values["list.order"], _storage.Values["list.hidden"]));
    }

    [Fact]
    public void Its_rule_of_notifications()
    {
        var settings = new NotificationSettings(_storage);
        settings.SetMuted(_chat.Room("#tea"), true);
        Rename(settings.Rename);
        Assert.True(settings.IsMuted(_chat.Room("#Green")));
        Assert.Equal("notify.rule.#green", Assert.Single(_storage.Values).Key);
    }

    [Fact]
    public void What_was_saved_there()
    {
        var saved = new SavedMessages(_storage);
        _chat.Hear("@msgid=m1 :Marta!u@h PRIVMSG #tea :hello");
        saved.Save(_chat.Room("#tea"), _chat.Room("#tea").Timeline.Items.OfType<TimelineMessage>().Single());
        Rename(saved.Rename);
        Assert.Equal(("#Green", "m1"), (Assert.Single(saved.All).Conversation, saved.All[0].MessageId));
    }

    [Fact]
    public void Only_the_case_is_another_name_that_needs_no_moving()
    {
        var arrangement = new RoomArrangement(_storage);
        arrangement.Hide(_chat.Room("#tea"));
        var told = 0;
        arrangement.Changed += () => told++;
        arrangement.Rename("#tea", "#Tea");
        Assert.Equal((0, "#tea"), (told, _storage.Values["list.hidden"]));
    }

    // As the page does when the state tells; a second tab finds nothing to do.
    private void Rename(Action<string, string> follow)
    {
        _chat.State.Renamed += (conversation, before) =>
        {
            follow(before, conversation.Name);
            follow(before, conversation.Name);
        };
        _chat.Hear(":Marta!u@h RENAME #tea #Green :");
    }
}
