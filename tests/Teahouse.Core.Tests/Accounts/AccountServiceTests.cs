using System.Security.Cryptography;
using Teahouse.Core.Accounts;
using Teahouse.Core.Hosting;
using Teahouse.Core.Tests.Identity;

namespace Teahouse.Core.Tests.Accounts;

public sealed class AccountServiceTests : IDisposable
{
    private const string Credential = "thd1_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private const string OtherCredential = "thd1_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE";

    private readonly ManualTime _time = new();
    private readonly MemoryAccountStore _store = new();
    private readonly MemorySecretStore _secrets = new();
    private readonly PasswordQueue _queue = new(atOnce: 2);
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();
    private readonly AccountService _service;

    public AccountServiceTests() => _service = Make(_queue);

    public void Dispose()
    {
        _service.Dispose();
        _queue.Dispose();
        _random.Dispose();
    }

    private AccountService Make(PasswordQueue queue) => new(
        new ServerOptions { Accounts = new() { PasswordIterations = 2 }, Operators = [new("captain", "x")] },
        _store, _secrets, queue, _time, _random);

    private async Task<Account> Registered(string name, string secret = "correct horse") =>
        (await _service.RegisterAsync(name, "", secret)).Account!;

    [Fact]
    public async Task Who_registered_can_log_in_in_any_case_of_the_name()
    {
        var made = await Registered("Ann");
        Assert.False(made.Guest);
        var login = await _service.LoginAsync("aNN", "correct horse");
        Assert.Equal(LoginRefusal.None, login.Refusal);
        Assert.Equal(made.Id, login.Account!.Id);
        Assert.Equal("Ann", login.Account.Name);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_refused()
    {
        await Registered("ann");
        Assert.Equal(LoginRefusal.Wrong, (await _service.LoginAsync("ann", "wrong")).Refusal);
        Assert.Equal(LoginRefusal.Wrong, (await _service.LoginAsync("ann", new string('x', 100_000))).Refusal);
        Assert.Equal(LoginRefusal.Unknown, (await _service.LoginAsync("bob", "correct horse")).Refusal);
        Assert.Equal(LoginRefusal.Unknown, (await _service.LoginAsync("", "correct horse")).Refusal);
        Assert.Equal(LoginRefusal.Unknown, (await _service.LoginAsync(new string('茶', 100_000), "correct horse")).Refusal);
    }

    [Fact]
    public async Task A_device_credential_makes_a_guest_and_logs_it_in()
    {
        var made = await _service.RegisterAsync("陈晓", "陈 晓!", Credential, "Firefox");
        Assert.True(made.Account!.Guest);
        Assert.Equal("陈 晓!", made.Account.DisplayName);
        var login = await _service.LoginAsync("陈晓", Credential);
        Assert.Equal(made.Account.Id, login.Account!.Id);
        Assert.Equal("Firefox", Assert.Single(await _store.DevicesAsync(made.Account.Id)).Label);
        Assert.Equal(LoginRefusal.Wrong, (await _service.LoginAsync("陈晓", OtherCredential)).Refusal);
        Assert.Equal(LoginRefusal.Wrong, (await _service.LoginAsync("陈晓", "thd1_short")).Refusal);
        Assert.Equal(LoginRefusal.Wrong, (await _service.LoginAsync("陈晓", "a password")).Refusal);
        Assert.Equal(LoginRefusal.Unknown, (await _service.LoginAsync("nobody", Credential)).Refusal);
    }

    [Fact]
    public async Task A_login_is_remembered_with_its_device()
    {
        var made = await Registered("ann", Credential);
        _time.Move(TimeSpan.FromDays(1));
        await _service.LoginAsync("ann", Credential);
        var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.Equal(now, (await _store.GetAsync(made.Id))!.LastSeen);
        Assert.Equal(now, Assert.Single(await _store.DevicesAsync(made.Id)).LastUsed);
    }

    [Theory]
    [InlineData("ANN", "long enough", RegisterRefusal.AccountExists)]
    [InlineData("ａｎｎ", "long enough", RegisterRefusal.AccountExists)]
    [InlineData("ɑnn", "long enough", RegisterRefusal.AccountExists)]
    [InlineData("boб", "long enough", RegisterRefusal.BadAccountName)]
    [InlineData("аdmin", "long enough", RegisterRefusal.BadAccountName)]
    [InlineData("a b", "long enough", RegisterRefusal.BadAccountName)]
    [InlineData("NickServ", "long enough", RegisterRefusal.BadAccountName)]
    [InlineData("Root", "long enough", RegisterRefusal.BadAccountName)]
    [InlineData("Captain", "long enough", RegisterRefusal.BadAccountName)]
    [InlineData("bob", "short", RegisterRefusal.WeakPassword)]
    [InlineData("bob", "茶茶茶茶茶", RegisterRefusal.WeakPassword)]
    [InlineData("bob", "bell\u0007bell", RegisterRefusal.UnacceptablePassword)]
    [InlineData("bob", "thd1_broken", RegisterRefusal.UnacceptablePassword)]
    public async Task A_registration_that_is_refused_says_why_and_changes_nothing(string name, string secret, RegisterRefusal refusal)
    {
        await Registered("ann");
        var answer = await _service.RegisterAsync(name, "", secret);
        Assert.Equal(refusal, answer.Refusal);
        Assert.Null(answer.Account);
        Assert.Single(await _service.ListAsync());
    }

    [Fact]
    public async Task Of_many_registrations_of_one_name_one_succeeds()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            Task.Run(() => _service.RegisterAsync("ann", "", "correct horse").AsTask())));
        Assert.Single(answers, answer => answer.Refusal == RegisterRefusal.None);
        Assert.Equal(19, answers.Count(answer => answer.Refusal == RegisterRefusal.AccountExists));
    }

    [Fact]
    public async Task A_full_line_is_said_and_the_same_login_succeeds_later()
    {
        await Registered("ann");
        using var queue = new PasswordQueue(atOnce: 1, capacity: 1);
        using var started = new SemaphoreSlim(0);
        using var release = new ManualResetEventSlim();
        using var service = Make(queue);
        var first = queue.TryRun(Hold, CancellationToken.None);
        await started.WaitAsync();
        var second = queue.TryRun(Hold, CancellationToken.None);
        Assert.Equal(LoginRefusal.Busy, (await service.LoginAsync("ann", "correct horse")).Refusal);
        // A name that is no account takes the same way, so that it cannot be told by the time.
        Assert.Equal(LoginRefusal.Busy, (await service.LoginAsync("nobody", "correct horse")).Refusal);
        Assert.Equal(RegisterRefusal.TemporarilyUnavailable, (await service.RegisterAsync("bob", "", "correct horse")).Refusal);
        release.Set();
        await Task.WhenAll(first!, second!);
        Assert.Equal(LoginRefusal.None, (await service.LoginAsync("ann", "correct horse")).Refusal);

        int Hold()
        {
            started.Release();
            release.Wait();
            return 1;
        }
    }

    [Fact]
    public async Task The_admin_may_give_reserved_names_and_short_passwords()
    {
        var added = await _service.AddAsync("captain", "pink");
        Assert.Equal(RegisterRefusal.None, added.Refusal);
        Assert.False(added.Account!.Guest);
        Assert.Equal(LoginRefusal.None, (await _service.LoginAsync("captain", "pink")).Refusal);
        Assert.Equal(RegisterRefusal.AccountExists, (await _service.AddAsync("Captain", "pink")).Refusal);
        Assert.Equal(RegisterRefusal.BadAccountName, (await _service.AddAsync("no good", "pink")).Refusal);
        Assert.Equal(RegisterRefusal.WeakPassword, (await _service.AddAsync("ann", "")).Refusal);
    }

    [Fact]
    public async Task A_removed_account_is_gone_and_its_name_is_free()
    {
        var first = await Registered("ann");
        Assert.Equal(first.Id, (await _service.RemoveAsync("ANN"))!.Id);
        Assert.Null(await _service.RemoveAsync("ann"));
        Assert.Equal(LoginRefusal.Unknown, (await _service.LoginAsync("ann", "correct horse")).Refusal);
        Assert.NotEqual(first.Id, (await Registered("ann")).Id);
    }

    [Fact]
    public async Task Guests_unseen_for_thirty_days_are_freed_but_not_those_who_are_here()
    {
        await Registered("full");
        await Registered("gone", Credential);
        var here = await Registered("stays", OtherCredential);
        _time.Move(TimeSpan.FromDays(30));
        Assert.Equal(0, await _service.SweepAsync([]));
        _time.Move(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, await _service.SweepAsync([here.Id]));
        Assert.Equal(["full", "stays"], (await _service.ListAsync()).Select(account => account.Name));
        Assert.Equal(RegisterRefusal.None, (await _service.RegisterAsync("gone", "", Credential)).Refusal);
        Assert.Equal(RegisterRefusal.AccountExists, (await _service.RegisterAsync("stays", "", Credential)).Refusal);
    }

    [Fact]
    public async Task Names_of_an_earlier_run_are_known_after_loading()
    {
        await Registered("ann");
        using var restarted = Make(_queue);
        await restarted.LoadAsync();
        Assert.Equal(RegisterRefusal.AccountExists, (await restarted.RegisterAsync("Ann", "", "correct horse")).Refusal);
    }
}
