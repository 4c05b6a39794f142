using Teahouse.Core.Accounts;

namespace Teahouse.Storage.Suites;

public abstract partial class AccountStoreSuite
{
    private static readonly KeptPresence Ann = new("ann", "~ann", "Ann 安", "lunch", 5, Invisible: true, Web: false);

    [Fact]
    public async Task Who_stays_is_kept_replaced_and_forgotten()
    {
        var ann = (await Accounts.CreateAsync(Person("ann")))!;
        var bob = (await Accounts.CreateAsync(Person("bob")))!;
        Assert.Empty(await Accounts.KeptAsync());
        await Accounts.KeepAsync(bob.Id, Ann with { Nick = "bob", Away = null, Web = true });
        await Accounts.KeepAsync(ann.Id, Ann with { Nick = "annie" });
        await Accounts.KeepAsync(ann.Id, Ann);
        await Accounts.KeepAsync(bob.Id + 1, Ann);
        await RestartAsync();
        Assert.Equal([(ann.Id, Ann), (bob.Id, Ann with { Nick = "bob", Away = null, Web = true })], await Accounts.KeptAsync());
        await Accounts.KeepAsync(bob.Id, null);
        await Accounts.RemoveAsync(ann.Id);
        Assert.Empty(await Accounts.KeptAsync());
    }
}
