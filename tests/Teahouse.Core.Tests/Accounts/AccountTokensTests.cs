using System.Security.Cryptography;
using System.Text;
using Teahouse.Core.Accounts;
using Teahouse.Core.Hosting;
using Teahouse.Core.Tests.Identity;

namespace Teahouse.Core.Tests.Accounts;

public sealed class AccountTokensTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly MemorySecretStore _secrets = new();
    private readonly PasswordQueue _queue = new(atOnce: 2);
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();
    private readonly AccountService _service;

    public AccountTokensTests() => _service = new(
        new ServerOptions { Accounts = new() { PasswordIterations = 2 } }, new MemoryAccountStore(), _secrets, _queue, _time, _random);

    public void Dispose()
    {
        _service.Dispose();
        _queue.Dispose();
        _random.Dispose();
    }

    private async Task<bool> LogsIn(string password) => (await _service.LoginAsync("ann", password)).Refusal == LoginRefusal.None;

    [Fact]
    public async Task A_reset_sets_one_new_password_and_ends_the_old_one()
    {
        await _service.AddAsync("ann", "old password");
        var token = (await _service.ResetAsync("Ann"))!;
        Assert.True(await LogsIn("old password"));
        Assert.Equal(PasswordRefusal.None, (await _service.RedeemResetAsync(token, "new password")).Refusal);
        Assert.True(await LogsIn("new password"));
        Assert.False(await LogsIn("old password"));
        Assert.Equal(PasswordRefusal.NotAllowed, (await _service.RedeemResetAsync(token, "third password")).Refusal);
    }

    [Fact]
    public async Task A_reset_ends_after_a_day()
    {
        await _service.AddAsync("ann", "old password");
        var token = (await _service.ResetAsync("ann"))!;
        _time.Move(TimeSpan.FromHours(24));
        Assert.Equal(PasswordRefusal.NotAllowed, (await _service.RedeemResetAsync(token, "new password")).Refusal);
        Assert.True(await LogsIn("old password"));
    }

    [Fact]
    public async Task A_second_reset_ends_the_first_and_a_weak_password_leaves_it()
    {
        await _service.AddAsync("ann", "old password");
        var first = (await _service.ResetAsync("ann"))!;
        var second = (await _service.ResetAsync("ann"))!;
        Assert.Equal(PasswordRefusal.NotAllowed, (await _service.RedeemResetAsync(first, "new password")).Refusal);
        Assert.Equal(PasswordRefusal.WeakPassword, (await _service.RedeemResetAsync(second, "weak")).Refusal);
        Assert.Equal(PasswordRefusal.None, (await _service.RedeemResetAsync(second, "new password")).Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("1-")]
    [InlineData("1-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("99999999999999999999-A")]
    [InlineData("+1-A")]
    public async Task A_token_that_was_never_given_is_refused(string token)
    {
        await _service.AddAsync("ann", "old password");
        await _service.ResetAsync("ann");
        Assert.Equal(PasswordRefusal.NotAllowed, (await _service.RedeemResetAsync(token, "new password")).Refusal);
    }

    [Fact]
    public async Task There_is_no_reset_for_nobody() => Assert.Null(await _service.ResetAsync("nobody"));

    [Fact]
    public async Task A_recovery_code_works_once_however_it_is_typed_and_gives_the_next()
    {
        var added = await _service.AddAsync("ann", "old password");
        var code = (await _service.SetPasswordAsync(added.Account!.Id, "second password")).RecoveryCode!;
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$", code);
        var typed = code.ToLowerInvariant().Replace('-', ' ').Replace('0', 'o').Replace('1', 'l');
        Assert.Equal(PasswordRefusal.NotAllowed, (await _service.RecoverAsync("ann", "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA", "third password")).Refusal);
        var recovered = await _service.RecoverAsync("ANN", typed, "third password");
        Assert.Equal(PasswordRefusal.None, recovered.Refusal);
        Assert.True(await LogsIn("third password"));
        Assert.Equal(PasswordRefusal.NotAllowed, (await _service.RecoverAsync("ann", code, "fourth password")).Refusal);
        Assert.Equal(PasswordRefusal.None, (await _service.RecoverAsync("ann", recovered.RecoveryCode!, "fourth password")).Refusal);
    }

    [Fact]
    public async Task A_guest_that_sets_a_password_is_a_full_account()
    {
        var guest = (await _service.RegisterAsync("ann", "", "thd1_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")).Account!;
        Assert.NotNull((await _service.SetPasswordAsync(guest.Id, "new password")).RecoveryCode);
        Assert.False((await _service.FindAsync("ann"))!.Guest);
        Assert.True(await LogsIn("new password"));
        Assert.True(await LogsIn("thd1_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
    }

    [Fact]
    public async Task The_owner_token_makes_one_operator_once()
    {
        var ann = (await _service.AddAsync("ann", "password")).Account!;
        var bob = (await _service.AddAsync("bob", "password")).Account!;
        var token = await _service.MakeOwnerTokenAsync();
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(token)), await _secrets.GetAsync("owner-token-hash"));
        Assert.Null(await _service.RedeemOwnerAsync(token + "x", ann.Id));
        Assert.Null(await _service.RedeemOwnerAsync(token, 99));
        var answers = await Task.WhenAll(
            Task.Run(() => _service.RedeemOwnerAsync(token, ann.Id).AsTask()),
            Task.Run(() => _service.RedeemOwnerAsync(token, bob.Id).AsTask()));
        Assert.True(Assert.Single(answers, answer => answer is not null)!.Operator);
        Assert.Single(await _service.ListAsync(), account => account.Operator);
        Assert.Null(await _secrets.GetAsync("owner-token-hash"));
    }

    [Fact]
    public async Task Tokens_of_a_removed_account_are_gone()
    {
        await _service.AddAsync("ann", "password");
        var token = (await _service.ResetAsync("ann"))!;
        await _service.RemoveAsync("ann");
        Assert.Equal(PasswordRefusal.NotAllowed, (await _service.RedeemResetAsync(token, "new password")).Refusal);
    }
}
