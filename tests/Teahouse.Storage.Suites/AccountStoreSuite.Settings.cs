using Teahouse.Core.Accounts;

namespace Teahouse.Storage.Suites;

public abstract partial class AccountStoreSuite
{
    private static readonly string First = new('a', 64);
    private static readonly string Second = string.Concat(Enumerable.Repeat("0f", 32));

    [Fact]
    public async Task What_the_owner_chose_is_kept()
    {
        var account = (await Accounts.CreateAsync(Person("ann")))!;
        Assert.Equal(new AccountSettings(), account.Settings);
        var chosen = new AccountSettings(KeepChoice.Off, OneSession: true, AutoReplay: 7);
        Assert.True(await Accounts.SetSettingsAsync(account.Id, chosen));
        await RestartAsync();
        Assert.Equal(chosen, (await Accounts.GetAsync(account.Id))!.Settings);
        Assert.Equal(chosen, (await Accounts.ListAsync())[0].Settings);
        Assert.False(await Accounts.SetSettingsAsync(account.Id + 1, chosen));
    }

    [Fact]
    public async Task Whether_a_bot_used_it_last_is_kept_and_what_the_owner_chose_stays()
    {
        var account = (await Accounts.CreateAsync(Person("ann")))!;
        Assert.False(account.Bot);
        var chosen = new AccountSettings(AutoReplay: 7);
        Assert.True(await Accounts.SetBotAsync(account.Id, true));
        await Accounts.SetSettingsAsync(account.Id, chosen);
        await RestartAsync();
        var kept = (await Accounts.GetAsync(account.Id))!;
        Assert.Equal((true, chosen), (kept.Bot, kept.Settings));
        Assert.True(await Accounts.SetBotAsync(account.Id, false));
        Assert.False((await Accounts.GetAsync(account.Id))!.Bot);
        Assert.False(await Accounts.SetBotAsync(account.Id + 1, true));
    }

    [Fact]
    public async Task A_device_is_given_another_name_by_its_owner_only()
    {
        var ann = (await Accounts.CreateAsync(Guest("ann")))!;
        var bob = (await Accounts.CreateAsync(Guest("bob")))!;
        var device = (await Accounts.DevicesAsync(ann.Id))[0];
        Assert.False(await Accounts.RenameDeviceAsync(bob.Id, device.Id, "mine"));
        Assert.True(await Accounts.RenameDeviceAsync(ann.Id, device.Id, "手机"));
        await RestartAsync();
        Assert.Equal("手机", (await Accounts.DevicesAsync(ann.Id))[0].Label);
    }

    [Fact]
    public async Task A_guest_becomes_a_full_account_by_a_second_device()
    {
        var guest = (await Accounts.CreateAsync(Guest("ann")))!;
        await Accounts.AddDeviceAsync(guest.Id, "phone", new byte[32], 2000);
        Assert.False((await Accounts.GetAsync(guest.Id))!.Guest);
    }

    [Fact]
    public async Task A_certificate_belongs_to_one_account()
    {
        var ann = (await Accounts.CreateAsync(Person("ann")))!;
        var bob = (await Accounts.CreateAsync(Person("bob")))!;
        Assert.True(await Accounts.AddCertificateAsync(ann.Id, First, 10));
        Assert.False(await Accounts.AddCertificateAsync(ann.Id, First, 20));
        Assert.False(await Accounts.AddCertificateAsync(bob.Id, First, 20));
        Assert.False(await Accounts.AddCertificateAsync(bob.Id + 1, Second, 20));
        Assert.True(await Accounts.AddCertificateAsync(ann.Id, Second, 30));
        await RestartAsync();
        Assert.Equal([new(Second, 30), new AccountCertificate(First, 10)], await Accounts.CertificatesAsync(ann.Id));
        Assert.Equal(ann, await Accounts.FindByCertificateAsync(First));
        Assert.Null(await Accounts.FindByCertificateAsync(new string('b', 64)));
        Assert.False(await Accounts.RemoveCertificateAsync(bob.Id, First));
        Assert.True(await Accounts.RemoveCertificateAsync(ann.Id, First));
        Assert.Null(await Accounts.FindByCertificateAsync(First));
    }

    [Fact]
    public async Task A_certificate_goes_with_its_account()
    {
        var ann = (await Accounts.CreateAsync(Person("ann")))!;
        await Accounts.AddCertificateAsync(ann.Id, First, 10);
        await Accounts.RemoveAsync(ann.Id);
        Assert.Null(await Accounts.FindByCertificateAsync(First));
        var bob = (await Accounts.CreateAsync(Person("bob")))!;
        Assert.True(await Accounts.AddCertificateAsync(bob.Id, First, 20));
    }
}
