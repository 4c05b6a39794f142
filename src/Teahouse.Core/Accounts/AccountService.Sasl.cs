using System.Security.Cryptography;
using System.Text;
using Teahouse.Core.Names;

namespace Teahouse.Core.Accounts;

/// <summary>Logins by SCRAM and by client certificate.</summary>
public sealed partial class AccountService
{
    private const string SaltKeySecret = "scram-salt-key";

    private byte[] _saltKey = [];

    /// <summary>What SCRAM runs against. A name that is no account, or has no password, gets a verifier that nothing fits, with a salt that stays the same.</summary>
    internal async ValueTask<ScramIdentity> ScramAsync(string name, CancellationToken cancel = default)
    {
        var (called, device) = LoginName.Parse(name);
        var folded = NameRules.Fold(called);
        var account = NameRules.TryNick(called, options, out _) ? await accounts.FindAsync(folded, cancel) : null;
        if (account is not null && await accounts.PasswordAsync(account.Id, cancel) is { } verifier) return new(account, verifier, device);
        var salt = HMACSHA256.HashData(_saltKey, Encoding.UTF8.GetBytes(folded)).AsMemory(0, 16);
        return new(null, _nobody with { Salt = salt }, device);
    }

    /// <summary>The account that the certificate logs in to, or null.</summary>
    /// <param name="fingerprint">SHA-256, lower-case hex.</param>
    public async ValueTask<Account?> LoginByCertificateAsync(string fingerprint, CancellationToken cancel = default)
    {
        if (await accounts.FindByCertificateAsync(fingerprint, cancel) is not { } account) return null;
        await SeenAsync(account.Id, null, cancel);
        return account;
    }
}

/// <param name="Account">Null if there is none: the exchange fails at its end.</param>
internal sealed record ScramIdentity(Account? Account, ScramVerifier Verifier, string DeviceName);
