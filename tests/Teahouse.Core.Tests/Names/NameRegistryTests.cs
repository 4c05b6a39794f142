using Teahouse.Core.Accounts;
using Teahouse.Core.Hosting;
using Teahouse.Core.Names;

namespace Teahouse.Core.Tests.Names;

public sealed class NameRegistryTests
{
    private static readonly NickHolder Ann = new(1, 0);
    private static readonly NickHolder Bob = new(2, 0);
    private static readonly NickHolder Evan = new(3, 7);

    private readonly AccountNames _accounts = new();
    private readonly NameRegistry _names;

    public NameRegistryTests()
    {
        _accounts.Load([new Account(7, "evan", "evan", "evan", false, false, 0, 0)]);
        _names = new(new ServerOptions(), _accounts);
    }

    private async Task<NickOutcome> Claim(string nick, NickHolder holder) => (await _names.ClaimAsync(nick, holder)).Outcome;

    private async Task<NickOutcome> Rename(string from, string to, NickHolder holder) => (await _names.RenameAsync(from, to, holder)).Outcome;

    [Fact]
    public async Task A_nick_in_any_case_is_one_persons_until_it_is_released()
    {
        Assert.Equal(NickOutcome.Claimed, await Claim("Ann", Ann));
        var claim = await _names.ClaimAsync("aNN", Bob);
        Assert.Equal(new NickClaim(NickOutcome.InUse, new HeldNick("Ann", Ann)), claim);
        Assert.False(await _names.ReleaseAsync("ann", Bob.User));
        Assert.True(await _names.ReleaseAsync("ann", Ann.User));
        Assert.Equal(NickOutcome.Claimed, await Claim("ann", Bob));
        Assert.Equal(1, _names.Count);
    }

    [Fact]
    public async Task A_rename_frees_the_old_nick_and_a_refused_one_keeps_it()
    {
        await Claim("ann", Ann);
        await Claim("bob", Bob);
        Assert.Equal(NickOutcome.InUse, await Rename("ann", "Bob", Ann));
        Assert.Equal("ann", (await _names.FindAsync("ANN"))!.Nick);
        Assert.Equal(NickOutcome.Claimed, await Rename("ann", "carol", Ann));
        Assert.Null(await _names.FindAsync("ann"));
        Assert.Equal(Ann, (await _names.FindAsync("carol"))!.Holder);
    }

    [Fact]
    public async Task A_rename_to_another_case_keeps_the_nick()
    {
        await Claim("ann", Ann);
        Assert.Equal(NickOutcome.Claimed, await Rename("ann", "ANN", Ann));
        Assert.Equal("ANN", (await _names.FindAsync("ann"))!.Nick);
        Assert.Equal(NickOutcome.InUse, await Claim("ann", Bob));
    }

    [Fact]
    public async Task A_nick_that_is_an_accounts_is_only_for_who_is_logged_in_to_it()
    {
        Assert.Equal(NickOutcome.Reserved, await Claim("Evan", Ann));
        Assert.Equal(NickOutcome.Reserved, await Claim("evan", new NickHolder(4, 8)));
        Assert.Equal(NickOutcome.Claimed, await Claim("evan", Evan));
    }

    [Theory]
    [InlineData("\u0435van")]
    [InlineData("ｅｖａｎ")]
    public async Task A_nick_that_looks_like_an_accounts_is_only_for_who_is_logged_in_to_it(string nick)
    {
        Assert.Equal(NickOutcome.Reserved, await Claim(nick, Ann));
        await Claim("evan", Evan);
        Assert.Equal(NickOutcome.Claimed, await Rename("evan", nick, Evan));
        Assert.Equal(nick, (await _names.FindAsync(nick))!.Nick);
    }

    [Fact]
    public async Task A_nick_that_looks_like_one_that_is_held_is_in_use()
    {
        await Claim("scope", Ann);
        Assert.Equal(new NickClaim(NickOutcome.InUse, new HeldNick("scope", Ann)), await _names.ClaimAsync("ѕсоре", Bob));
        Assert.True(await _names.IsHeldByAnotherAsync("ѕсоре", Bob));
        await _names.ReleaseAsync("scope", Ann.User);
        Assert.Equal(NickOutcome.Claimed, await Claim("ѕсоре", Bob));
        Assert.Equal(NickOutcome.InUse, await Claim("scope", Ann));
    }

    [Fact]
    public async Task A_nick_that_mixes_alphabets_is_refused() => Assert.Equal(NickOutcome.Invalid, await Claim("Ωmega", Ann));

    [Fact]
    public async Task Sessions_of_one_account_share_its_nick()
    {
        await Claim("evan", Evan);
        Assert.Equal(new NickClaim(NickOutcome.Shared, new HeldNick("evan", Evan)), await _names.ClaimAsync("evan", new NickHolder(9, 7)));
    }

    [Fact]
    public async Task Who_logs_in_later_shares_too()
    {
        await Claim("tea", Ann);
        Assert.Equal(NickOutcome.InUse, await Claim("tea", new NickHolder(9, 7)));
        Assert.False(await _names.IdentifyAsync("tea", Evan));
        Assert.True(await _names.IdentifyAsync("tea", Ann with { Account = 7 }));
        Assert.Equal(NickOutcome.Shared, await Claim("tea", new NickHolder(9, 7)));
    }

    [Theory]
    [InlineData("NickServ")]
    [InlineData("chanserv")]
    [InlineData("ROOT")]
    [InlineData("admin")]
    [InlineData("аdmin")]
    [InlineData("ADMlN")]
    [InlineData("r00t")]
    [InlineData("NickSеrv")]
    [InlineData("Ｃｈａｎｓｅｒｖ")]
    public async Task Names_of_the_powerful_are_nobodys(string nick) => Assert.Equal(NickOutcome.Reserved, await Claim(nick, Evan));

    [Fact]
    public async Task An_operators_name_is_for_its_account_only()
    {
        _accounts.Load([new Account(8, "captain", "captain", "captain", false, false, 0, 0)]);
        var names = new NameRegistry(new ServerOptions { Operators = [new("captain", "x"), new("mate", "x")] }, _accounts);
        Assert.Equal(NickOutcome.Reserved, (await names.ClaimAsync("mate", Ann)).Outcome);
        Assert.Equal(NickOutcome.Reserved, (await names.ClaimAsync("captain", Ann)).Outcome);
        Assert.Equal(NickOutcome.Claimed, (await names.ClaimAsync("captain", new NickHolder(5, 8))).Outcome);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("1st")]
    [InlineData("-dash")]
    [InlineData("#tea")]
    [InlineData("ann!")]
    [InlineData("a\u200bnn")]
    public async Task What_is_no_name_is_refused(string nick) => Assert.Equal(NickOutcome.Invalid, await Claim(nick, Ann));

    [Fact]
    public async Task A_name_is_not_registered_from_under_its_holder()
    {
        await Claim("tea", Ann);
        Assert.True(await _names.IsHeldByAnotherAsync("TEA", Bob));
        Assert.False(await _names.IsHeldByAnotherAsync("tea", Ann));
        Assert.False(await _names.IsHeldByAnotherAsync("cup", Bob));
    }

    [Fact]
    public async Task Of_many_who_claim_one_nick_at_once_one_gets_it()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(10, 50).Select(user => Task.Run(() => Claim("tea", new NickHolder(user, 0)))));
        Assert.Single(outcomes, outcome => outcome == NickOutcome.Claimed);
    }
}
