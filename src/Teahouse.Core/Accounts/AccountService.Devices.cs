namespace Teahouse.Core.Accounts;

/// <summary>The devices of an account: credentials that log in like a password, each of which can be revoked.</summary>
public sealed partial class AccountService
{
    /// <summary>Most devices of one account.</summary>
    public const int MostDevices = 50;

    /// <summary>A credential for one device more, shown once; a guest becomes a full account by it. Null if there are too many, or no such account.</summary>
    public async ValueTask<NewDevice?> AddDeviceAsync(long id, string label, CancellationToken cancel = default)
    {
        if ((await accounts.DevicesAsync(id, cancel)).Length >= MostDevices) return null;
        var credential = DeviceCredentials.Make(random);
        if (!DeviceCredentials.TryHash(credential, out var hash)) throw new InvalidOperationException("A credential that was made is one");
        return await accounts.AddDeviceAsync(id, LoginName.DeviceLabel(label), hash, Now, cancel) is { } device ? new(credential, device) : null;
    }

    public ValueTask<bool> RenameDeviceAsync(long id, long device, string label, CancellationToken cancel = default) =>
        accounts.RenameDeviceAsync(id, device, LoginName.DeviceLabel(label), cancel);

    /// <summary>The device logs in no more; what it has open is the caller's to end.</summary>
    public async ValueTask<RevokeOutcome> RevokeDeviceAsync(long id, long device, CancellationToken cancel = default)
    {
        var devices = await accounts.DevicesAsync(id, cancel);
        if (devices.All(d => d.Id != device)) return RevokeOutcome.NoSuchDevice;
        if (devices.Length == 1 && await accounts.PasswordAsync(id, cancel) is null && (await accounts.CertificatesAsync(id, cancel)).IsEmpty)
            return RevokeOutcome.TheLastKey;
        return await accounts.RemoveDeviceAsync(id, device, cancel) ? RevokeOutcome.Revoked : RevokeOutcome.NoSuchDevice;
    }
}

/// <param name="Credential">The secret itself: nobody can show it again.</param>
public sealed record NewDevice(string Credential, DeviceCredential Device);

public enum RevokeOutcome
{
    Revoked,
    NoSuchDevice,
    /// <summary>Without a password or a certificate nobody could log in any more.</summary>
    TheLastKey,
}
