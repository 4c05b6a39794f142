using Teahouse.Client;
using Teahouse.Protocol;
using Teahouse.Web.Shell;
using Teahouse.Web.Tests.Fakes;

namespace Teahouse.Web.Tests.Shell;

public sealed class KeepsakeTests
{
    private readonly MemoryStorage _storage = new();
    private readonly Chat _chat = new("#lobby", "#tea");

    [Fact]
    public void A_first_visit_begins_in_the_lobby_without_a_name()
    {
        var keepsake = new Keepsake(_storage);
        Assert.Null(keepsake.Guest);
        Assert.Equal(["#lobby"], keepsake.Rooms);
    }

    [Fact]
    public void The_next_visit_is_by_the_same_guest()
    {
        var taken = new Keepsake(_storage).Take("ann");
        new Keepsake(_storage).Registered();
        Assert.Equal(taken with { Registered = true }, new Keepsake(_storage).Guest);
    }

    [Fact]
    public void A_refused_name_leaves_the_credential_for_the_next_one()
    {
        var keepsake = new Keepsake(_storage);
        Assert.Equal(keepsake.Take("ann").Credential, keepsake.Take("anna").Credential);
    }

    [Fact]
    public void A_new_guest_after_a_registered_one_has_a_credential_of_its_own()
    {
        var keepsake = new Keepsake(_storage);
        var first = keepsake.Take("ann");
        keepsake.Registered();
        Assert.NotEqual(first.Credential, keepsake.Take("anna").Credential);
    }

    [Fact]
    public void Who_has_a_password_is_no_guest_until_another_name_is_taken()
    {
        var keepsake = new Keepsake(_storage);
        Assert.Null(keepsake.Login);
        var guest = keepsake.Take("ann");
        Assert.Equal(guest, keepsake.Login);
        keepsake.Registered();
        keepsake.BecomeMember();
        Assert.Equal(new Login.Account("ann", guest.Credential), new Keepsake(_storage).Login);
        keepsake.TakeMember("bob", "thd1_b");
        Assert.Equal(new Login.Account("bob", "thd1_b"), new Keepsake(_storage).Login);
        Assert.IsType<Login.Guest>(TakeAgain(keepsake));
        keepsake.ForgetAll();
        Assert.Null(new Keepsake(_storage).Login);

        static Login? TakeAgain(Keepsake keepsake)
        {
            keepsake.Take("cat");
            return keepsake.Login;
        }
    }

    [Fact]
    public void What_is_forgotten_is_everything_of_the_person_and_nothing_of_how_the_page_looks()
    {
        foreach (var key in new[] { "theme", "language", "send-key", "saved", "draft.#lobby", "ignored", "read.#lobby" }) _storage.Values[key] = "x";
        var keepsake = new Keepsake(_storage);
        keepsake.Take("ann");
        keepsake.ForgetAll();
        Assert.Equal(["language", "send-key", "theme"], _storage.Values.Keys.Order());
    }

    [Fact]
    public void What_another_tab_forgets_is_told()
    {
        var keepsake = new Keepsake(_storage);
        var told = 0;
        keepsake.WhenForgotten(() => told++);
        _storage.WriteElsewhere("credential", "thd1_a");
        _storage.WriteElsewhere("name", null);
        Assert.Equal(0, told);
        _storage.WriteElsewhere("credential", null);
        Assert.Equal(1, told);
    }

    [Fact]
    public void Rooms_are_kept()
    {
        new Keepsake(_storage).KeepRooms(_chat.State.Rooms);
        Assert.Equal(["#lobby", "#tea"], new Keepsake(_storage).Rooms);
        new Keepsake(_storage).KeepRooms([]);
        Assert.Empty(new Keepsake(_storage).Rooms);
    }

    [Fact]
    public void How_far_one_has_read_is_kept_to_the_millisecond()
    {
        var room = _chat.Room("#lobby");
        room.ReadPosition = new(Entries.Morning.AddMilliseconds(7), new SequenceTag(1, 42));
        new Keepsake(_storage).KeepRead(room);
        Assert.Equal(room.ReadPosition, new Keepsake(_storage).Read(room));
        Assert.Null(new Keepsake(_storage).Read(_chat.Room("#tea")));
        foreach (var held in new ReadPosition[] { room.ReadPosition with { HeldUntil = Entries.Morning.AddHours(1) }, new(Entries.Morning, null, Entries.Morning.AddHours(1)) })
        {
            room.ReadPosition = held;
            new Keepsake(_storage).KeepRead(room);
            Assert.Equal(held, new Keepsake(_storage).Read(room));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("99999999999999999 1-2")]
    public void What_is_not_understood_is_not_remembered(string kept)
    {
        _storage.Values["read.#lobby"] = kept;
        Assert.Null(new Keepsake(_storage).Read(_chat.Room("#lobby")));
    }

    [Fact]
    public void A_closed_storage_is_said_to_keep_nothing()
    {
        Assert.True(new Keepsake(_storage).Works);
        _storage.IsClosed = true;
        Assert.False(new Keepsake(_storage).Works);
    }
}
