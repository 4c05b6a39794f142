using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Teahouse.Core.Identity;

namespace Teahouse.Core.Accounts;

/// <summary>
/// One-time tokens and what they open: a password reset without e-mail, the recovery code, the first owner.
/// Only hashes are kept. Each holds at least 120 random bits, so a plain SHA-256 is enough.
/// </summary>
public sealed partial class AccountService
{
    /// <summary>The secret that holds SHA-256 of the owner token's text.</summary>
    public const string OwnerTokenSecret = "owner-token-hash";

    private static readonly TimeSpan ResetLife = TimeSpan.FromHours(24);

    // A token is looked at and used up as one step.
    private readonly SemaphoreSlim _tokens = new(1, 1);

    /// <summary>A token for one new password within 24 hours, or null if there is no such account; an earlier one ends.</summary>
    public async ValueTask<string?> ResetAsync(string name, CancellationToken cancel = default)
    {
        if (await FindAsync(name, cancel) is not { } account) return null;
        var token = string.Create(CultureInfo.InvariantCulture, $"{account.Id}-{RandomBytes.Token(random)}");
        var kept = new byte[8 + SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(kept, Now + (long)ResetLife.TotalMilliseconds);
        Hash(token).CopyTo(kept, 8);
        await secrets.SetAsync(ResetSecret(account.Id), kept, cancel);
        return token;
    }

    /// <summary>Sets the password that a reset token allows; a refusal for the password's sake leaves the token.</summary>
    public async ValueTask<PasswordResult> RedeemResetAsync(string token, string newPassword, CancellationToken cancel = default)
    {
        var dash = token.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || !long.TryParse(token.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return PasswordResult.Refused(PasswordRefusal.NotAllowed);
        return await UseUpAsync(id, ResetSecret(id), IsToken, newPassword, cancel);

        bool IsToken(byte[] kept) => BinaryPrimitives.ReadInt64BigEndian(kept) > Now
            && CryptographicOperations.FixedTimeEquals(kept.AsSpan(8), Hash(token));
    }

    /// <summary>Sets the password by the recovery code, and gives the next code. Limits per address are the caller's.</summary>
    public async ValueTask<PasswordResult> RecoverAsync(string name, string code, string newPassword, CancellationToken cancel = default)
    {
        if (await FindAsync(name, cancel) is not { } account) return PasswordResult.Refused(PasswordRefusal.NotAllowed);
        var hash = Hash(RecoveryCodes.Canonical(code));
        return await UseUpAsync(account.Id, RecoverySecret(account.Id),
            kept => CryptographicOperations.FixedTimeEquals(kept, hash), newPassword, cancel);
    }

    /// <summary>Sets the password of an account that is logged in; a guest becomes a full account. Gives a new recovery code.</summary>
    public async ValueTask<PasswordResult> SetPasswordAsync(long id, string newPassword, CancellationToken cancel = default)
    {
        var (verifier, refusal) = await VerifierAsync(newPassword, cancel);
        if (verifier is null) return PasswordResult.Refused(refusal);
        await _tokens.WaitAsync(cancel);
        try
        {
            return await StorePasswordAsync(id, verifier);
        }
        finally
        {
            _tokens.Release();
        }
    }

    /// <summary>A new one-time owner token; an earlier one ends.</summary>
    public async ValueTask<string> MakeOwnerTokenAsync(CancellationToken cancel = default)
    {
        var token = RandomBytes.Token(random);
        await secrets.SetAsync(OwnerTokenSecret, Hash(token), cancel);
        return token;
    }

    /// <summary>Makes the account an operator if the token is the owner's, which works once. The account as it is then, or null.</summary>
    public async ValueTask<Account?> RedeemOwnerAsync(string token, long id, CancellationToken cancel = default)
    {
        await _tokens.WaitAsync(cancel);
        try
        {
            var kept = await secrets.GetAsync(OwnerTokenSecret, cancel);
            if (kept is null || !CryptographicOperations.FixedTimeEquals(kept, Hash(token))) return null;
            if (!await accounts.SetOperatorAsync(id, true, CancellationToken.None)) return null;
            await secrets.SetAsync(OwnerTokenSecret, null, CancellationToken.None);
            return await accounts.GetAsync(id, cancel);
        }
        finally
        {
            _tokens.Release();
        }
    }

    private async ValueTask<PasswordResult> UseUpAsync(
        long id, string secret, Func<byte[], bool> matches, string newPassword, CancellationToken cancel)
    {
        // Looked at first, so that a wrong token costs no slow hash; and again when it is used up.
        if (await secrets.GetAsync(secret, cancel) is not { } kept || !matches(kept)) return PasswordResult.Refused(PasswordRefusal.NotAllowed);
        var (verifier, refusal) = await VerifierAsync(newPassword, cancel);
        if (verifier is null) return PasswordResult.Refused(refusal);
        await _tokens.WaitAsync(cancel);
        try
        {
            if (await secrets.GetAsync(secret, cancel) is not { } still || !matches(still)) return PasswordResult.Refused(PasswordRefusal.NotAllowed);
            return await StorePasswordAsync(id, verifier);
        }
        finally
        {
            _tokens.Release();
        }
    }

    // Not cancelled: half of it would leave a password without its recovery code.
    private async ValueTask<PasswordResult> StorePasswordAsync(long id, ScramVerifier verifier)
    {
        var set = false;
        try
        {
            set = await accounts.SetPasswordAsync(id, verifier);
            if (!set) return PasswordResult.Refused(PasswordRefusal.NotAllowed);
            var code = await MakeRecoveryAsync(id);
            await secrets.SetAsync(ResetSecret(id), null);
            return new(code, PasswordRefusal.None, id);
        }
        catch (StoreFullException)
        {
            // The disk may fill after the password was set: then that is the truth, only without a new code.
            return set ? new(null, PasswordRefusal.None, id) : PasswordResult.Refused(PasswordRefusal.TemporarilyUnavailable);
        }
    }

    private async ValueTask<string> MakeRecoveryAsync(long id)
    {
        var code = RecoveryCodes.Make(random);
        await secrets.SetAsync(RecoverySecret(id), Hash(RecoveryCodes.Canonical(code)));
        return code;
    }

    private async ValueTask<(ScramVerifier? Verifier, PasswordRefusal Refusal)> VerifierAsync(string password, CancellationToken cancel)
    {
        switch (Passwords.Judge(password))
        {
            case PasswordFault.Weak: return (null, PasswordRefusal.WeakPassword);
            case PasswordFault.Unacceptable: return (null, PasswordRefusal.UnacceptablePassword);
        }
        var making = passwords.TryRun(() => Passwords.Make(password, options.Accounts.PasswordIterations, random), cancel);
        return making is null ? (null, PasswordRefusal.TemporarilyUnavailable) : (await making, PasswordRefusal.None);
    }

    private async ValueTask ForgetTokensAsync(long id, CancellationToken cancel)
    {
        await secrets.SetAsync(ResetSecret(id), null, cancel);
        await secrets.SetAsync(RecoverySecret(id), null, cancel);
    }

    public void Dispose() => _tokens.Dispose();

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static string ResetSecret(long id) => string.Create(CultureInfo.InvariantCulture, $"reset-token:{id}");

    private static string RecoverySecret(long id) => string.Create(CultureInfo.InvariantCulture, $"recovery-code:{id}");
}
