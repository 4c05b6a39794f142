using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Teahouse.Core.Hosting;
using Teahouse.Core.Identity;
using Teahouse.Core.Names;
using Teahouse.Protocol;

namespace Teahouse.Core.Accounts;

/// <summary>
/// Who may be whom: logins, registrations and passwords, for the sessions and for the admin's commands.
/// Any thread may use it. Limits per address are the caller's: <see cref="AddressLimits"/>.
/// A store that broke throws <see cref="Log.StoreClosedException"/> through every method.
/// </summary>
public sealed partial class AccountService(
    ServerOptions options, IAccountStore accounts, ISecretStore secrets, PasswordQueue passwords, TimeProvider time, RandomNumberGenerator random)
    : IDisposable
{
    private static readonly TimeSpan GuestLife = TimeSpan.FromDays(30);

    private const int LongestDisplayName = 100;

    // A name that is no account costs as much time as a wrong password.
    private readonly ScramVerifier _nobody = new(options.Accounts.PasswordIterations,
        RandomBytes.Make(random, 16), RandomBytes.Make(random, 32), RandomBytes.Make(random, 32));

    /// <summary>The names of all accounts.</summary>
    public AccountNames Names { get; } = new();

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Reads what must be at hand; once, before anything else.</summary>
    public async ValueTask LoadAsync(CancellationToken cancel = default)
    {
        _saltKey = await secrets.GetOrAddAsync(SaltKeySecret, () => RandomBytes.Make(random, 32), cancel);
        Names.Load(await accounts.ListAsync(cancel));
    }

    /// <param name="name">The account's name, in any case; see <see cref="LoginName"/>.</param>
    /// <param name="secret">Its password, or the credential of one of its devices.</param>
    public async ValueTask<LoginResult> LoginAsync(string name, string secret, CancellationToken cancel = default)
    {
        if (Encoding.UTF8.GetByteCount(secret) > Passwords.LongestBytes) return LoginResult.Refused(LoginRefusal.Wrong);
        var (called, typed) = LoginName.Parse(name);
        var account = NameRules.TryNick(called, options, out _) ? await accounts.FindAsync(NameRules.Fold(called), cancel) : null;
        var login = DeviceCredentials.HasForm(secret)
            ? await ByDeviceAsync(account, secret, typed, cancel)
            : await ByPasswordAsync(account, secret, cancel) with { DeviceName = typed };
        if (login.Account is { } found) await SeenAsync(found.Id, login.Device, cancel);
        return login;
    }

    /// <summary>Notes that the account is here, or was until now.</summary>
    public async ValueTask SeenAsync(long id, long? device = null, CancellationToken cancel = default)
    {
        try
        {
            await accounts.SeenAsync(id, Now, device, cancel);
        }
        catch (StoreFullException)
        {
            // Being here needs no room on the disk: only the time last seen stays behind.
        }
    }

    /// <summary>Notes whether the account is used by a bot.</summary>
    internal async ValueTask NoteBotAsync(long id, bool bot)
    {
        try
        {
            await accounts.SetBotAsync(id, bot);
        }
        catch (StoreFullException)
        {
            // MODE needs no room on the disk: a bot is told at its next login what it missed, as people are.
        }
    }

    private async ValueTask NameDeviceAsync(long id, long device, string name, CancellationToken cancel)
    {
        try
        {
            await accounts.RenameDeviceAsync(id, device, name, cancel);
        }
        catch (StoreFullException)
        {
            // To log in needs no room on the disk: only the name in the list of devices stays as it was.
        }
    }

    /// <param name="displayName">What the person typed as a name; empty: the name.</param>
    /// <param name="secret">A password; or a device's credential, which makes a guest.</param>
    /// <param name="deviceLabel">What a device's credential is called in the list of devices.</param>
    public async ValueTask<RegisterResult> RegisterAsync(
        string name, string displayName, string secret, string deviceLabel = "", CancellationToken cancel = default)
    {
        if (!NameRules.TryNick(name, options, out _) || ReservedNames.Holds(name, options) || Alphabets.AreMixed(name))
            return RegisterResult.Refused(RegisterRefusal.BadAccountName);
        if (DeviceCredentials.HasForm(secret))
        {
            return DeviceCredentials.TryHash(secret, out var hash)
                ? await CreateAsync(name, displayName, null, hash, deviceLabel)
                : RegisterResult.Refused(RegisterRefusal.UnacceptablePassword);
        }
        return Passwords.Judge(secret) switch
        {
            PasswordFault.Weak => RegisterResult.Refused(RegisterRefusal.WeakPassword),
            PasswordFault.Unacceptable => RegisterResult.Refused(RegisterRefusal.UnacceptablePassword),
            _ => await CreateWithPasswordAsync(name, displayName, secret, cancel),
        };
    }

    /// <summary>An account made by the admin: reserved names and short passwords are the admin's decision.</summary>
    public async ValueTask<RegisterResult> AddAsync(string name, string password, CancellationToken cancel = default)
    {
        if (!NameRules.TryNick(name, options, out _)) return RegisterResult.Refused(RegisterRefusal.BadAccountName);
        if (password.Length == 0) return RegisterResult.Refused(RegisterRefusal.WeakPassword);
        return Passwords.Judge(password) == PasswordFault.Unacceptable
            ? RegisterResult.Refused(RegisterRefusal.UnacceptablePassword)
            : await CreateWithPasswordAsync(name, name, password, cancel);
    }

    public ValueTask<Account?> FindAsync(long id, CancellationToken cancel = default) => accounts.GetAsync(id, cancel);

    public ValueTask<Account?> FindAsync(string name, CancellationToken cancel = default) => accounts.FindAsync(NameRules.Fold(name), cancel);

    /// <summary>All accounts by folded name.</summary>
    public ValueTask<ImmutableArray<Account>> ListAsync(CancellationToken cancel = default) => accounts.ListAsync(cancel);

    /// <summary>The account that was removed, or null if there is none of the name; its sessions are the caller's to end.</summary>
    public async ValueTask<Account?> RemoveAsync(string name, CancellationToken cancel = default)
    {
        if (await FindAsync(name, cancel) is not { } account || !await accounts.RemoveAsync(account.Id, cancel)) return null;
        Names.Free(account.FoldedName, account.Id);
        await ForgetTokensAsync(account.Id, cancel);
        return account;
    }

    /// <summary>Frees the guests not seen for 30 days; how many.</summary>
    /// <param name="online">Accounts that are here now: seen, however long ago they logged in.</param>
    public async ValueTask<int> SweepAsync(IReadOnlyCollection<long> online, CancellationToken cancel = default)
    {
        foreach (var id in online) await SeenAsync(id, null, cancel);
        var before = await accounts.ListAsync(cancel);
        var removed = await accounts.RemoveUnseenGuestsAsync(Now - (long)GuestLife.TotalMilliseconds, cancel);
        if (removed == 0) return 0;
        var left = (await accounts.ListAsync(cancel)).Select(account => account.Id).ToHashSet();
        foreach (var gone in before.Where(account => !left.Contains(account.Id)))
        {
            Names.Free(gone.FoldedName, gone.Id);
            await ForgetTokensAsync(gone.Id, cancel);
        }
        return removed;
    }

    private async ValueTask<LoginResult> ByDeviceAsync(Account? account, string secret, string typed, CancellationToken cancel)
    {
        if (!DeviceCredentials.TryHash(secret, out var hash)) return LoginResult.Refused(LoginRefusal.Wrong);
        if (account is null) return LoginResult.Refused(LoginRefusal.Unknown);
        DeviceCredential? match = null;
        foreach (var device in await accounts.DevicesAsync(account.Id, cancel))
            if (CryptographicOperations.FixedTimeEquals(device.Hash.Span, hash))
                match = device;
        if (match is null) return LoginResult.Refused(LoginRefusal.Wrong);
        if (typed.Length > 0 && typed != match.Label) await NameDeviceAsync(account.Id, match.Id, typed, cancel);
        return new(account, LoginRefusal.None, match.Id, typed.Length > 0 ? typed : match.Label);
    }

    private async ValueTask<LoginResult> ByPasswordAsync(Account? account, string secret, CancellationToken cancel)
    {
        var verifier = account is null ? null : await accounts.PasswordAsync(account.Id, cancel);
        if (passwords.TryRun(() => Passwords.Check(secret, verifier ?? _nobody), cancel) is not { } check)
            return LoginResult.Refused(LoginRefusal.Busy);
        var right = await check;
        if (account is null) return LoginResult.Refused(LoginRefusal.Unknown);
        return right && verifier is not null ? new(account, LoginRefusal.None) : LoginResult.Refused(LoginRefusal.Wrong);
    }

    private async ValueTask<RegisterResult> CreateWithPasswordAsync(string name, string displayName, string password, CancellationToken cancel)
    {
        if (passwords.TryRun(() => Passwords.Make(password, options.Accounts.PasswordIterations, random), cancel) is not { } making)
            return RegisterResult.Refused(RegisterRefusal.TemporarilyUnavailable);
        var created = await CreateAsync(name, displayName, await making, null, "");
        if (created.Account is not { } account) return created;
        try
        {
            return created with { RecoveryCode = await MakeRecoveryAsync(account.Id) };
        }
        catch (StoreFullException)
        {
            // The account is there: that is the truth, only without a code.
            return created;
        }
    }

    private async ValueTask<RegisterResult> CreateAsync(
        string name, string displayName, ScramVerifier? password, byte[]? device, string deviceLabel)
    {
        var folded = NameRules.Fold(name);
        if (!Names.TryReserve(folded)) return RegisterResult.Refused(RegisterRefusal.AccountExists);
        Account? created = null;
        try
        {
            // Not cancelled: once it is begun, its outcome must be known to the names.
            created = await accounts.CreateAsync(new NewAccount(name, folded, DisplayName(displayName, name),
                Guest: password is null, Operator: false, Now, password, device is null ? (ReadOnlyMemory<byte>?)null : device, deviceLabel), CancellationToken.None);
        }
        catch (StoreFullException)
        {
            return RegisterResult.Refused(RegisterRefusal.TemporarilyUnavailable);
        }
        finally
        {
            if (created is null) Names.Free(folded, AccountNames.Pending);
            else Names.Created(created);
        }
        return created is null ? RegisterResult.Refused(RegisterRefusal.AccountExists) : new(created, RegisterRefusal.None);
    }

    private static string DisplayName(string typed, string name) =>
        typed.Length is 0 or > LongestDisplayName || typed.Any(char.IsControl) ? name : typed;
}
