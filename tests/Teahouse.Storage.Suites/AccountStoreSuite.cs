using Teahouse.Core.Accounts;

namespace Teahouse.Storage.Suites;

/// <summary>What every account store does. A derived class says which store.</summary>
public abstract partial class AccountStoreSuite : IAsyncLifetime
{
    private static readonly ScramVerifier Password = new(4096, new byte[16], "stored"u8.ToArray(), "server"u8.ToArray());

    /// <summary>The store under test; another object after a restart.</summary>
    protected abstract IAccountStore Accounts { get; }

    protected virtual Task RestartAsync() => Task.CompletedTask;

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task An_account_is_found_by_its_folded_name_and_by_its_id()
    {
        var created = await Accounts.CreateAsync(Person("Ann") with { DisplayName = "安 Ann!", Operator = true });
        await RestartAsync();
        Assert.Equal(new Account(created!.Id, "Ann", "ann", "安 Ann!", false, true, 1000, 1000), created);
        Assert.Equal(created, await Accounts.FindAsync("ann"));
        Assert.Equal(created, await Accounts.GetAsync(created.Id));
        Assert.Null(await Accounts.FindAsync("Ann"));
        Assert.Null(await Accounts.GetAsync(created.Id + 1));
    }

    [Fact]
    public async Task A_taken_name_is_refused_and_changes_nothing()
    {
        var created = await Accounts.CreateAsync(Person("Ann"));
        Assert.Null(await Accounts.CreateAsync(Person("ANN") with { FoldedName = "ann" }));
        Assert.Equal([created!], await Accounts.ListAsync());
    }

    [Fact]
    public async Task Accounts_are_listed_by_folded_name()
    {
        foreach (var name in new[] { "cid", "陈晓", "Ann", "bob" }) await Accounts.CreateAsync(Person(name));
        Assert.Equal(["ann", "bob", "cid", "陈晓"], (await Accounts.ListAsync()).Select(account => account.FoldedName));
    }

    [Fact]
    public async Task An_id_is_never_given_again()
    {
        var first = await Accounts.CreateAsync(Person("ann"));
        Assert.True(await Accounts.RemoveAsync(first!.Id));
        Assert.False(await Accounts.RemoveAsync(first.Id));
        await RestartAsync();
        var second = await Accounts.CreateAsync(Person("ann"));
        Assert.True(second!.Id > first.Id);
    }

    [Fact]
    public async Task A_password_is_kept_as_given()
    {
        var account = await Accounts.CreateAsync(Person("ann") with { Password = Password });
        await RestartAsync();
        AssertSame(Password, await Accounts.PasswordAsync(account!.Id));
        var other = Password with { Iterations = 600_000, StoredKey = "other"u8.ToArray() };
        Assert.True(await Accounts.SetPasswordAsync(account.Id, other));
        AssertSame(other, await Accounts.PasswordAsync(account.Id));
        Assert.False(await Accounts.SetPasswordAsync(account.Id + 1, other));
        Assert.Null(await Accounts.PasswordAsync(account.Id + 1));
    }

    [Fact]
    public async Task A_guest_becomes_a_full_account_by_a_password()
    {
        var guest = await Accounts.CreateAsync(Guest("ann"));
        Assert.True(guest!.Guest);
        Assert.Null(await Accounts.PasswordAsync(guest.Id));
        await Accounts.SetPasswordAsync(guest.Id, Password);
        Assert.False((await Accounts.GetAsync(guest.Id))!.Guest);
    }

    [Fact]
    public async Task Devices_are_added_named_used_and_revoked()
    {
        var account = (await Accounts.CreateAsync(Guest("ann")))!;
        var second = await Accounts.AddDeviceAsync(account.Id, "phone", "hash two"u8.ToArray(), 2000);
        await Accounts.SeenAsync(account.Id, 3000, second!.Id);
        await RestartAsync();
        var devices = await Accounts.DevicesAsync(account.Id);
        Assert.Equal([("page", 1000L), ("phone", 3000L)], devices.Select(device => (device.Label, device.LastUsed)));
        Assert.True("hash two"u8.SequenceEqual(devices[1].Hash.Span));
        Assert.Equal(3000, (await Accounts.GetAsync(account.Id))!.LastSeen);
        Assert.True(await Accounts.RemoveDeviceAsync(account.Id, devices[0].Id));
        Assert.False(await Accounts.RemoveDeviceAsync(account.Id, devices[0].Id));
        Assert.Equal(["phone"], (await Accounts.DevicesAsync(account.Id)).Select(device => device.Label));
    }

    [Fact]
    public async Task Anothers_device_is_neither_used_nor_revoked()
    {
        var ann = (await Accounts.CreateAsync(Guest("ann")))!;
        var bob = (await Accounts.CreateAsync(Guest("bob")))!;
        var device = (await Accounts.DevicesAsync(ann.Id))[0];
        await Accounts.SeenAsync(bob.Id, 9000, device.Id);
        Assert.False(await Accounts.RemoveDeviceAsync(bob.Id, device.Id));
        Assert.Equal(1000, (await Accounts.DevicesAsync(ann.Id))[0].LastUsed);
        Assert.Null(await Accounts.AddDeviceAsync(bob.Id + 1, "ghost", new byte[32], 1));
    }

    [Fact]
    public async Task Operators_are_made_and_unmade()
    {
        var account = (await Accounts.CreateAsync(Person("ann")))!;
        Assert.True(await Accounts.SetOperatorAsync(account.Id, true));
        Assert.True((await Accounts.GetAsync(account.Id))!.Operator);
        Assert.True(await Accounts.SetOperatorAsync(account.Id, false));
        Assert.False((await Accounts.GetAsync(account.Id))!.Operator);
        Assert.False(await Accounts.SetOperatorAsync(account.Id + 1, true));
    }

    [Fact]
    public async Task Only_guests_unseen_for_long_are_removed()
    {
        await Accounts.CreateAsync(Person("old") with { Now = 1 });
        await Accounts.CreateAsync(Guest("edge") with { Now = 500 });
        var seen = await Accounts.CreateAsync(Guest("seen") with { Now = 1 });
        await Accounts.SeenAsync(seen!.Id, 900);
        for (var i = 0; i < 450; i++) await Accounts.CreateAsync(Guest($"g{i}") with { Now = 499 });
        Assert.Equal(450, await Accounts.RemoveUnseenGuestsAsync(500));
        Assert.Equal(["edge", "old", "seen"], (await Accounts.ListAsync()).Select(account => account.Name));
    }

    private static NewAccount Person(string name) => new(name, name.ToLowerInvariant(), name, false, false, 1000, null, null);

    private static NewAccount Guest(string name) => Person(name) with { Guest = true, Device = new byte[32], DeviceLabel = "page" };

    private static void AssertSame(ScramVerifier expected, ScramVerifier? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Iterations, actual.Iterations);
        Assert.True(expected.Salt.Span.SequenceEqual(actual.Salt.Span));
        Assert.True(expected.StoredKey.Span.SequenceEqual(actual.StoredKey.Span));
        Assert.True(expected.ServerKey.Span.SequenceEqual(actual.ServerKey.Span));
    }
}
