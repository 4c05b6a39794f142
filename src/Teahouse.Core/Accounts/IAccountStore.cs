using System.Collections.Immutable;

namespace Teahouse.Core.Accounts;

/// <summary>
/// Durable accounts and their credentials. Every change is committed and synced when its task ends.
/// Folded names come from the server's name rules; the store compares them ordinally.
/// A store that broke throws <see cref="Log.StoreClosedException"/>; a full disk <see cref="StoreFullException"/>.
/// </summary>
public interface IAccountStore
{
    ValueTask<Account?> FindAsync(string foldedName, CancellationToken cancel = default);

    ValueTask<Account?> GetAsync(long id, CancellationToken cancel = default);

    /// <summary>All accounts by folded name.</summary>
    ValueTask<ImmutableArray<Account>> ListAsync(CancellationToken cancel = default);

    /// <summary>Creates it with its first credential; null if the folded name is taken.</summary>
    ValueTask<Account?> CreateAsync(NewAccount account, CancellationToken cancel = default);

    /// <summary>Removes account and credentials; false if there is none. Its id is never given again.</summary>
    ValueTask<bool> RemoveAsync(long id, CancellationToken cancel = default);

    ValueTask<ScramVerifier?> PasswordAsync(long id, CancellationToken cancel = default);

    /// <summary>Sets the password; a guest becomes a full account by it. False if there is no such account.</summary>
    ValueTask<bool> SetPasswordAsync(long id, ScramVerifier password, CancellationToken cancel = default);

    ValueTask<bool> SetOperatorAsync(long id, bool isOperator, CancellationToken cancel = default);

    /// <summary>Notes whether it was last used by a bot; false if there is no such account.</summary>
    ValueTask<bool> SetBotAsync(long id, bool bot, CancellationToken cancel = default);

    ValueTask<bool> SetSettingsAsync(long id, AccountSettings settings, CancellationToken cancel = default);

    /// <summary>The account that a client certificate logs in to.</summary>
    /// <param name="fingerprint">SHA-256, 64 letters of lower-case hex.</param>
    ValueTask<Account?> FindByCertificateAsync(string fingerprint, CancellationToken cancel = default);

    /// <summary>By fingerprint.</summary>
    ValueTask<ImmutableArray<AccountCertificate>> CertificatesAsync(long id, CancellationToken cancel = default);

    /// <summary>False if the certificate logs in to an account already, this one or another, or there is no such account.</summary>
    ValueTask<bool> AddCertificateAsync(long id, string fingerprint, long now, CancellationToken cancel = default);

    ValueTask<bool> RemoveCertificateAsync(long id, string fingerprint, CancellationToken cancel = default);

    ValueTask<ImmutableArray<DeviceCredential>> DevicesAsync(long id, CancellationToken cancel = default);

    /// <summary>A guest becomes a full account by it. Null if there is no such account.</summary>
    ValueTask<DeviceCredential?> AddDeviceAsync(long id, string label, ReadOnlyMemory<byte> hash, long now, CancellationToken cancel = default);

    /// <summary>False if the account has no such device.</summary>
    ValueTask<bool> RenameDeviceAsync(long id, long device, string label, CancellationToken cancel = default);

    ValueTask<bool> RemoveDeviceAsync(long id, long device, CancellationToken cancel = default);

    /// <summary>Notes who the account is here; null: it is so no more. Nothing without such an account.</summary>
    ValueTask KeepAsync(long id, KeptPresence? presence, CancellationToken cancel = default);

    /// <summary>By account.</summary>
    ValueTask<ImmutableArray<(long Account, KeptPresence Presence)>> KeptAsync(CancellationToken cancel = default);

    /// <summary>Notes that the account was seen, and the device used if one is given.</summary>
    ValueTask SeenAsync(long id, long now, long? device = null, CancellationToken cancel = default);

    /// <summary>Removes guests not seen since <paramref name="before"/> (ms); how many.</summary>
    ValueTask<int> RemoveUnseenGuestsAsync(long before, CancellationToken cancel = default);
}

/// <param name="Password">Null for a guest.</param>
/// <param name="Device">SHA-256 of the first device's credential, or null.</param>
public sealed record NewAccount(
    string Name, string FoldedName, string DisplayName, bool Guest, bool Operator, long Now,
    ScramVerifier? Password, ReadOnlyMemory<byte>? Device, string DeviceLabel = "");

/// <summary>The disk is full: nothing was changed, and it works again when there is room.</summary>
public sealed class StoreFullException(string message) : Exception(message);
